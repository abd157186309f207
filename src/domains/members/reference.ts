import { z } from 'zod'
import type { Faults } from '#platform/reference/fault.ts'
import { type Located, readCsv, readYamlList, type SourceFile } from '#platform/reference/read-file.ts'

/** The files of this house, in the order that they lean on each other. */
export const memberFiles = [
  'sources.yaml',
  'counties.csv',
  'municipality-groups.csv',
  'municipalities.csv',
  'regions.csv',
  'population.csv',
  'cartogram.csv',
] as const

const text = z.string().trim().min(1, 'is empty')
const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'should be a number with a decimal point')
  .transform(Number)
const code = z.string().regex(/^\d{4}$/, 'should be a code of four digits')

const source = z.strictObject({
  id: text,
  title_sv: text,
  title_en: text,
  publisher: text,
  licence_sv: text,
  licence_en: text,
  address: z.url(),
  retrieved_on: z.string().regex(/^\d{4}-\d\d-\d\d$/, 'should be a day such as 2026-04-20'),
  covers_sv: text,
  covers_en: text,
})
const county = z.strictObject({ code: z.string().regex(/^\d\d$/, 'should be two digits'), name: text })
const group = z.strictObject({ code: z.string().regex(/^[ABC]\d$/), name_sv: text, name_en: text })
const municipality = z.strictObject({
  code,
  name: text,
  county: text,
  group: text,
  land_area_km2: number,
  latitude: number,
  longitude: number,
})
const region = z.strictObject({ code, name: text, county: text })
const circle = z.strictObject({ code, x: number, y: number, radius: number })

/** How a year's population came about, where it was not simply published. See reference/population.csv. */
const populationBasis: Record<string, 'estimated' | 'derived' | 'perturbed'> = {
  // Between 2019 and 2022, held to Statistics Sweden's density; not official.
  '2020': 'estimated',
  '2021': 'estimated',
  // Statistics Sweden's 2023 figure minus the increase it gives for 2023.
  '2022': 'derived',
  // Statistics Sweden adds small random changes: totals need not equal the sum.
  '2025': 'perturbed',
}
const populationRow = z.record(z.string(), z.string())

export type Files = Map<string, SourceFile>

/** The facts about organisations, checked against each other. */
export function readOrganisations(files: Files, faults: Faults) {
  const read = <T>(name: string, schema: z.ZodType<T>) => readCsv(fileOf(files, name), schema, faults)
  const sources = readYamlList(fileOf(files, 'sources.yaml'), source, faults)
  const counties = read('counties.csv', county)
  const groups = read('municipality-groups.csv', group)
  const municipalities = read('municipalities.csv', municipality)
  const regions = read('regions.csv', region)

  const countyCodes = new Set(counties.map(({ row }) => row.code))
  const groupCodes = new Set(groups.map(({ row }) => row.code))
  const seen = new Set<string>()
  const check = (name: string, rows: Located<{ code: string; county: string }>[]) => {
    for (const { line, row } of rows) {
      const { file } = fileOf(files, name)
      if (seen.has(row.code)) faults.add(file, line, `code: ${row.code} stands twice`)
      if (!countyCodes.has(row.county)) faults.add(file, line, `county: ${row.county} is not in counties.csv`)
      seen.add(row.code)
    }
  }
  check('municipalities.csv', municipalities)
  check('regions.csv', regions)
  for (const { line, row } of municipalities) {
    if (!groupCodes.has(row.group)) {
      faults.add(
        'reference/municipalities.csv',
        line,
        `group: ${row.group} is not in municipality-groups.csv`,
      )
    }
  }
  const circles = read('cartogram.csv', circle)
  for (const { line, row } of circles) {
    if (!seen.has(row.code))
      faults.add('reference/cartogram.csv', line, `code: there is no organisation ${row.code}`)
  }
  return {
    sources: sources.map(({ row }) => row),
    counties: counties.map(({ row }) => row),
    groups: groups.map(({ row }) => row),
    municipalities: municipalities.map(({ row }) => row),
    regions: regions.map(({ row }) => row),
    circles: circles.map(({ row }) => row),
    populations: readPopulations(fileOf(files, 'population.csv'), seen, faults),
    codes: new Set([...seen, 'SEKOM']),
  }
}

function readPopulations(file: SourceFile, codes: Set<string>, faults: Faults) {
  const seen = new Set<string>()
  return readCsv(file, populationRow, faults).flatMap(({ line, row }) => {
    const { code: organisation = '', ...years } = row
    if (!codes.has(organisation))
      faults.add(file.file, line, `code: there is no municipality ${organisation}`)
    if (seen.has(organisation)) faults.add(file.file, line, `code: ${organisation} stands twice`)
    seen.add(organisation)
    return Object.entries(years).flatMap(([year, shown]) => {
      if (!/^\d{4}$/.test(year) || !/^\d+$/.test(shown) || Number(shown) === 0) {
        faults.add(file.file, line, `${year}: "${shown}" should be a number of inhabitants above 0`)
        return []
      }
      return [
        {
          code: organisation,
          year: Number(year),
          inhabitants: Number(shown),
          basis: populationBasis[year] ?? 'published',
        },
      ]
    })
  })
}

export function fileOf(files: Files, name: string): SourceFile {
  const file = files.get(name)
  if (!file) throw new Error(`The file ${name} was not read`)
  return file
}
