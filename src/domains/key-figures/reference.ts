import { z } from 'zod'
import type { Faults } from '#platform/reference/fault.ts'
import { readCsv, readYamlList, type SourceFile } from '#platform/reference/read-file.ts'

const setFiles = {
  '2012': 'key-figures/2012.yaml',
  '2023': 'key-figures/2023.yaml',
  own: 'key-figures/own.yaml',
}

const text = z.string().trim().min(1, 'is empty')
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'should be a day such as 2026-04-20')
const set = z.strictObject({
  id: text,
  name_sv: text,
  name_en: text,
  decided_year: z.int().nullable().default(null),
  decided_on: day.nullable().default(null),
  decision_sv: text,
  decision_en: text,
})
const methodBreak = z.strictObject({ year: z.int(), reason_sv: text, reason_en: text })
const figure = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'should be small letters, digits and hyphens'),
  number: z.string(),
  name_sv: text,
  name_en: text,
  explanation_sv: text,
  explanation_en: text,
  unit_sv: text,
  unit_en: text,
  decimals: z.int().min(0).max(6),
  direction: z.enum(['up', 'down']),
  scope: z.enum(['place', 'organisation']),
  numerator_sv: text.nullable().default(null),
  numerator_en: text.nullable().default(null),
  denominator_sv: text.nullable().default(null),
  denominator_en: text.nullable().default(null),
  producer_sv: text,
  producer_en: text,
  reported_by: z.enum(['national', 'reporter']),
  plausible: z.strictObject({ min: z.number(), max: z.number() }),
  target: z
    .strictObject({ value: z.number(), year: z.int(), by_sv: text, by_en: text })
    .nullable()
    .default(null),
  class_limits: z.array(z.number()).nullable().default(null),
  criteria: z.array(z.int().min(1).max(4)),
  sdgs: z.array(z.int().min(1).max(17)),
  replaces: z.array(text).default([]),
  certainty: z.enum(['decided', 'published', 'inferred']).default('decided'),
  values_note_sv: text.nullable().default(null),
  values_note_en: text.nullable().default(null),
  breaks: z.array(methodBreak).default([]),
})
const valuesFile = z.strictObject({
  figure: text,
  source: text,
  basis: z.enum(['published', 'computed']),
  known_from: day,
  estimated: z.array(z.int()),
})
const publishedRow = z.strictObject({
  figure: text,
  code: text,
  year: z.string().regex(/^\d{4}$/, 'should be a year'),
  value: z.string().regex(/^-?\d+(\.\d+)?$/, 'should be a number with a decimal point'),
  source: text,
  deviation_sv: z.string(),
  deviation_en: z.string(),
})

/** A value as a file gives it. */
export interface GivenValue {
  figure: string
  code: string
  year: number
  value: number
  basis: 'published' | 'computed' | 'estimated'
  source: string
  knownFrom: string
  deviationSv: string | null
  deviationEn: string | null
}

type Read = (name: string) => SourceFile

/** The catalogue and every value at hand, checked against each other and against the organisations. */
export function readKeyFigures(read: Read, codes: Set<string>, sources: Map<string, string>, faults: Faults) {
  const sets = readYamlList(read('key-figures/sets.yaml'), set, faults)
  const setIds = new Set(sets.map(({ row }) => row.id))
  const figures: (z.infer<typeof figure> & { set_id: string; ordinal: number })[] = []
  for (const [setId, name] of Object.entries(setFiles)) {
    if (!setIds.has(setId))
      faults.add(`reference/${name}`, 1, `belongs to the set ${setId}, which sets.yaml does not have`)
    for (const { row, line } of readYamlList(read(name), figure, faults)) {
      if (figures.some(({ id }) => id === row.id))
        faults.add(`reference/${name}`, line, `id: ${row.id} stands twice`)
      figures.push({ ...row, set_id: setId, ordinal: figures.length + 1 })
    }
  }
  const ids = new Set(figures.map(({ id }) => id))
  const known: Known = {
    codes,
    sources,
    ids,
    plausible: new Map(figures.map((each) => [each.id, each.plausible])),
  }

  const values: GivenValue[] = []
  const listing = read('key-figures/values.yaml')
  for (const { row, line } of readYamlList(listing, valuesFile, faults)) {
    if (!ids.has(row.figure)) faults.add(listing.file, line, `figure: there is no key figure ${row.figure}`)
    if (!sources.has(row.source))
      faults.add(listing.file, line, `source: ${row.source} is not in sources.yaml`)
    values.push(...readWide(read(`key-figures/values/${row.figure}.csv`), row, known, faults))
  }
  values.push(...readPublished(read('key-figures/values/published.csv'), known, values, faults))
  return { sets: sets.map(({ row }) => row), figures, values }
}

interface Known {
  codes: Set<string>
  /** Id of the source and the day it was retrieved. */
  sources: Map<string, string>
  ids: Set<string>
  plausible: Map<string, { min: number; max: number }>
}

/** Outside the plausible range a value may still be true; ten times outside it is a wrong unit or a slip. */
const absurdity = 10

function readWide(
  file: SourceFile,
  meta: z.infer<typeof valuesFile>,
  known: Known,
  faults: Faults,
): GivenValue[] {
  const seen = new Set<string>()
  const plausible = known.plausible.get(meta.figure)
  return readCsv(file, z.record(z.string(), z.string()), faults).flatMap(
    ({ line, row: { code = '', ...years } }) => {
      if (!known.codes.has(code)) faults.add(file.file, line, `code: there is no organisation ${code}`)
      if (seen.has(code)) faults.add(file.file, line, `code: ${code} stands twice`)
      seen.add(code)
      return Object.entries(years).flatMap(([year, shown]): GivenValue[] => {
        if (shown === '') return []
        const value = Number(shown)
        if (!/^(19|20)\d\d$/.test(year) || !/^-?\d+(\.\d+)?$/.test(shown)) {
          faults.add(
            file.file,
            line,
            `${year}: "${shown}" should be a number with a decimal point, or nothing`,
          )
          return []
        }
        if (plausible && (value > plausible.max * absurdity || value < Math.min(0, plausible.min))) {
          faults.add(
            file.file,
            line,
            `${year}: ${shown} is far outside ${plausible.min}–${plausible.max}; is the unit right?`,
          )
        }
        return [
          {
            figure: meta.figure,
            code,
            year: Number(year),
            value,
            basis: meta.estimated.includes(Number(year)) ? 'estimated' : meta.basis,
            source: meta.source,
            knownFrom: meta.known_from,
            deviationSv: null,
            deviationEn: null,
          },
        ]
      })
    },
  )
}

function readPublished(file: SourceFile, known: Known, before: GivenValue[], faults: Faults): GivenValue[] {
  const key = ({ figure: id, code, year }: { figure: string; code: string; year: number | string }) =>
    `${id} ${code} ${year}`
  const taken = new Set(before.map(key))
  return readCsv(file, publishedRow, faults).map(({ line, row }): GivenValue => {
    if (!known.ids.has(row.figure))
      faults.add(file.file, line, `figure: there is no key figure ${row.figure}`)
    if (!known.codes.has(row.code)) faults.add(file.file, line, `code: there is no organisation ${row.code}`)
    if (!known.sources.has(row.source))
      faults.add(file.file, line, `source: ${row.source} is not in sources.yaml`)
    if (taken.has(key(row)))
      faults.add(file.file, line, `year: ${key(row)} has a value in another file or row already`)
    taken.add(key(row))
    return {
      figure: row.figure,
      code: row.code,
      year: Number(row.year),
      value: Number(row.value),
      basis: 'published',
      source: row.source,
      knownFrom: known.sources.get(row.source) ?? '',
      deviationSv: row.deviation_sv || null,
      deviationEn: row.deviation_en || null,
    }
  })
}

export type KeyFigureFacts = ReturnType<typeof readKeyFigures>
