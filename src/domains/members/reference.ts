import { z } from 'zod'
import { association } from '#platform/association.ts'
import type { Faults } from '#platform/reference/fault.ts'
import { type Located, readCsv, readYamlList, type SourceFile } from '#platform/reference/read-file.ts'
import { readWideCsv } from '#platform/reference/read-wide.ts'
import type { PopulationBasis } from './tables.ts'

/** The files of this house that every association has, in the order that they lean on each other. */
export const memberFiles = [
  'sources.yaml',
  'counties.csv',
  'municipality-groups.csv',
  'municipalities.csv',
  'regions.csv',
  'population.csv',
] as const

const text = z.string().trim().min(1, 'is empty')
const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'should be a number with a decimal point')
  .transform(Number)
const size = number.refine((value) => value > 0, 'should be above 0')
/** What need not be known of every place: nothing stands in its cell. */
const perhaps = <T extends z.ZodType>(value: T) =>
  z.preprocess((typed) => (typed === '' ? null : typed), value.nullable())
const code = z.string().regex(/^\d{4}$/, 'should be a code of four digits')

const { place, name: country, population_source: populationSource } = association.country
const outside = `is not in ${country.en}`
const within = (side: 'latitude' | 'longitude') => (value: number) => {
  const [from, to] = place?.[side] ?? [-180, 180]
  return value > from && value < to
}

const source = z.strictObject({
  id: text,
  title_sv: text,
  title_en: text,
  publisher: text,
  licence_sv: text,
  licence_en: text,
  address: z.url().nullable().default(null),
  retrieved_on: z.iso.date('should be a day such as 2026-04-20'),
  covers_sv: text,
  covers_en: text,
})
const county = z.strictObject({ code: z.string().regex(/^\d\d$/, 'should be two digits'), name: text })
const group = z.strictObject({
  code: z.string().regex(/^[A-Z]\d$/, 'should be a letter and a digit such as C6'),
  name_sv: text,
  name_en: text,
})
const municipality = z.strictObject({
  code,
  name: text,
  county: text,
  group: text,
  land_area_km2: perhaps(size),
  latitude: perhaps(number.refine(within('latitude'), outside)),
  longitude: perhaps(number.refine(within('longitude'), outside)),
})
const region = z.strictObject({ code, name: text, county: text })
const circle = z.strictObject({ code, x: number, y: number, radius: size })
const unpublishedYear = z.strictObject({
  year: z.int(),
  basis: z.enum(['derived', 'estimated', 'perturbed']),
  how: text,
})

export type Files = Map<string, SourceFile>

/** The facts about organisations, checked against each other. */
export function readOrganisations(files: Files, faults: Faults) {
  const list = <T>(name: string, schema: z.ZodType<T>) => {
    const file = fileOf(files, name)
    const rows = name.endsWith('.yaml') ? readYamlList(file, schema, faults) : readCsv(file, schema, faults)
    return { file: file.file, rows }
  }
  const sources = list('sources.yaml', source)
  const counties = list('counties.csv', county)
  const groups = list('municipality-groups.csv', group)
  const municipalities = list('municipalities.csv', municipality)
  const regions = list('regions.csv', region)
  const hasMap = files.has('cartogram.csv')
  const circles = hasMap ? list('cartogram.csv', circle) : { file: '', rows: [] }
  const known = {
    county: once(counties, (row) => row.code, faults),
    group: once(groups, (row) => row.code, faults),
    municipality: once(municipalities, (row) => row.code, faults),
    region: once(regions, (row) => row.code, faults),
  }
  const sourceIds = once(sources, (row) => row.id, faults)
  if (!sourceIds.has(populationSource)) {
    faults.add(sources.file, 1, `${populationSource}, the population_source of association.yaml, is missing`)
  }
  const drawn = once(circles, (row) => row.code, faults)

  const codes = new Set([...known.municipality, ...known.region])
  for (const { file, rows } of [municipalities, regions]) {
    for (const { line, row } of rows) {
      if (!known.county.has(row.county))
        faults.add(file, line, `county: ${row.county} is not in counties.csv`)
      if (hasMap && !drawn.has(row.code)) {
        faults.add(file, line, `code: ${row.code} has no circle in cartogram.csv; run npm run cartogram`)
      }
    }
  }
  for (const { line, row } of municipalities.rows) {
    if (known.group.has(row.group)) continue
    faults.add(municipalities.file, line, `group: ${row.group} is not in municipality-groups.csv`)
  }
  for (const { line, row } of circles.rows) {
    if (!codes.has(row.code)) faults.add(circles.file, line, `code: there is no organisation ${row.code}`)
  }
  const plain = <T>({ rows }: { rows: Located<T>[] }) => rows.map(({ row }) => row)
  const bases = files.has('population.yaml') ? plain(list('population.yaml', unpublishedYear)) : []
  return {
    sources: plain(sources),
    counties: plain(counties),
    groups: plain(groups),
    municipalities: plain(municipalities),
    regions: plain(regions),
    circles: plain(circles),
    populations: readPopulations(
      fileOf(files, 'population.csv'),
      codes,
      known.municipality,
      new Map(bases.map(({ year, basis }) => [year, basis])),
      faults,
    ),
    codes: new Set([...codes, association.code]),
  }
}

/**
 * Inhabitants of each municipality, every year of the file. A region that is not in it has the sum of its municipalities,
 * made when it is saved.
 */
function readPopulations(
  file: SourceFile,
  codes: Set<string>,
  needed: Set<string>,
  bases: Map<number, PopulationBasis>,
  faults: Faults,
) {
  const rows = readWideCsv(file, codes, faults)
  const given = new Set(rows.map(({ code: each }) => each))
  for (const each of needed) if (!given.has(each)) faults.add(file.file, 1, `code: ${each} is missing`)
  const years = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return rows.flatMap(({ line, code: organisation, cells }) => {
    if (cells.length < years) faults.add(file.file, line, `has ${cells.length} years, others have ${years}`)
    return cells.map(({ year, value }) => {
      if (!Number.isInteger(value) || value <= 0) {
        faults.add(file.file, line, `${year}: ${value} should be a whole number of inhabitants above 0`)
      }
      return { code: organisation, year, inhabitants: value, basis: bases.get(year) ?? 'published' }
    })
  })
}

/** The keys of a list; one that stands twice is a fault. */
function once<T>(
  { file, rows }: { file: string; rows: Located<T>[] },
  keyOf: (row: T) => string,
  faults: Faults,
): Set<string> {
  const seen = new Set<string>()
  for (const { line, row } of rows) {
    const key = keyOf(row)
    if (seen.has(key)) faults.add(file, line, `${key} stands twice`)
    seen.add(key)
  }
  return seen
}

function fileOf(files: Files, name: string): SourceFile {
  const file = files.get(name)
  if (!file) throw new Error(`The file ${name} was not read`)
  return file
}
