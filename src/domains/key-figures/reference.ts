import type { Faults } from '#platform/reference/fault.ts'
import type { SourceFile } from '#platform/reference/read-file.ts'
import { readCatalogue } from './reference-catalogue.ts'
import { readValues } from './reference-values.ts'

/** The catalogue and every value at hand, checked against each other and against the organisations. */
export function readKeyFigures(
  read: (name: string) => SourceFile,
  codes: Set<string>,
  sources: Map<string, string>,
  faults: Faults,
) {
  const { sets, figures } = readCatalogue(read, faults)
  return { sets, figures, values: readValues(read, { figures, codes, sources }, faults) }
}

export type KeyFigureFacts = ReturnType<typeof readKeyFigures>
