import { z } from 'zod'
import type { Faults } from '#platform/reference/fault.ts'
import { readYamlList, type SourceFile } from '#platform/reference/read-file.ts'

const origin = z.strictObject({
  figure: z.string(),
  adapter: z.enum(['kolada', 'file']),
  id: z.string().trim().min(1, 'is empty'),
  factor: z.number().default(1),
  unchanged: z.boolean(),
  note_sv: z.string().default(''),
  note_en: z.string().default(''),
})

/** Whose figure one of ours is taken from, as the file gives it. */
export type OriginFact = z.infer<typeof origin>

/** The origins, checked against the catalogue. */
export function readOrigins(file: SourceFile, figureIds: Set<string>, faults: Faults): OriginFact[] {
  const seen = new Set<string>()
  return readYamlList(file, origin, faults).map(({ row, line }) => {
    const wrong = (reason: string) => faults.add(file.file, line, reason)
    const key = `${row.figure} ${row.adapter} ${row.id}`
    if (!figureIds.has(row.figure)) wrong(`figure: there is no key figure ${row.figure}`)
    if (row.adapter === 'kolada' && !/^[NU]\d{5}$/.test(row.id))
      wrong('id: Kolada’s have N or U and five digits')
    if (row.factor === 0) wrong('factor: cannot be 0')
    if (row.unchanged && row.factor !== 1) wrong('unchanged: values that are multiplied are not unchanged')
    if ((row.note_sv === '') !== (row.note_en === '')) wrong('note: should stand in both languages')
    if (seen.has(key)) wrong(`${key} stands twice`)
    seen.add(key)
    return row
  })
}
