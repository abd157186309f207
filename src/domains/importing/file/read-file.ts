import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { listFigures, listOrigins } from '#domains/key-figures/index.ts'
import { listPlaces } from '../organisations.ts'
import { type KnownNames, type MappedFile, plainHeading, readMapped, type Table } from '../rules/columns.ts'
import { indexPlaces } from '../rules/places.ts'
import type { FileMapping } from './mapping.ts'

/** What our organisations and figures may be called in a file: by id, number or name, or as an origin says. */
export async function knownNames(
  db: Kysely<Database>,
): Promise<KnownNames & { factors: Map<string, number> }> {
  const [places, figures, origins] = await Promise.all([listPlaces(db), listFigures(db), listOrigins(db)])
  const byName = new Map<string, string>()
  for (const { id, name } of figures) for (const one of [name.sv, name.en]) byName.set(plainHeading(one), id)
  for (const { id } of figures) byName.set(plainHeading(id), id)
  const named = origins.filter(({ adapter, active }) => adapter === 'file' && active)
  for (const { foreignId, figureId } of named) byName.set(plainHeading(foreignId), figureId)
  return {
    places: indexPlaces(places),
    figures: byName,
    factors: new Map(named.map(({ figureId, factor }) => [figureId, factor])),
  }
}

/** Reads a file as its mapping says, with the factor that a figure's origin asks for. */
export async function readTables(
  db: Kysely<Database>,
  tables: Table[],
  mapping: FileMapping,
): Promise<MappedFile | { fault: string; detail: string }> {
  const known = await knownNames(db)
  const read = readMapped(tables, mapping, known)
  if ('fault' in read || mapping.figure === '') return read
  const readings = read.readings.map((reading) => {
    const factor = known.factors.get(reading.figureId) ?? 1
    return { ...reading, value: reading.value === null ? null : reading.value * factor }
  })
  return { ...read, readings }
}
