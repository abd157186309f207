import type { Faults } from '#platform/reference/fault.ts'
import type { SourceFile } from '#platform/reference/read-file.ts'
import { readCatalogue } from './reference-catalogue.ts'
import { readOrigins } from './reference-origins.ts'
import { readValues } from './reference-values.ts'

/** The catalogue, whose figures it is taken from, and every value at hand, checked against each other and against the organisations. */
export function readKeyFigures(
  read: (name: string) => SourceFile,
  codes: Set<string>,
  sources: Map<string, string>,
  faults: Faults,
) {
  const { sets, figures } = readCatalogue(read, faults)
  const figureIds = new Set(figures.map(({ id }) => id))
  return {
    sets,
    figures,
    origins: readOrigins(read('key-figures/origins.yaml'), figureIds, faults),
    values: readValues(read, { figures, codes, sources }, faults),
  }
}

export type KeyFigureFacts = ReturnType<typeof readKeyFigures>
