import type { Faults } from '#platform/reference/fault.ts'
import { readYamlList, type SourceFile } from '#platform/reference/read-file.ts'
import { type StatutesFacts, statutesSchema } from './schema.ts'

/** The versions of the statutes that the association begins with. */
export function readStatutes(read: (name: string) => SourceFile, faults: Faults): StatutesFacts[] {
  const source = read('statutes.yaml')
  const rows = readYamlList(source, statutesSchema, faults)
  const seen = new Set<string>()
  for (const { row, line } of rows) {
    for (const key of [row.id, row.in_force_from]) {
      if (seen.has(key)) faults.add(source.file, line, `${key} stands twice`)
      seen.add(key)
    }
  }
  return rows.map(({ row }) => row)
}
