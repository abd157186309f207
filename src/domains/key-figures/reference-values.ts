import { z } from 'zod'
import type { Faults } from '#platform/reference/fault.ts'
import { readCsv, readYamlList, type SourceFile } from '#platform/reference/read-file.ts'
import { readWideCsv } from '#platform/reference/read-wide.ts'
import type { CatalogueFigure } from './reference-catalogue.ts'
import type { Basis, ValueStatus } from './tables.ts'

const text = z.string().trim().min(1, 'is empty')
const valuesFile = z.strictObject({
  figure: text,
  source: text,
  basis: z.enum(['published', 'computed']),
  status: z.enum(['preliminary', 'final']).default('final'),
  reported_by: text,
  known_from: z.iso.date('should be a day such as 2026-04-20'),
  estimated: z.array(z.int()).default([]),
})
const publishedRow = z.strictObject({
  figure: text,
  code: text,
  year: z.string().regex(/^(19|20)\d\d$/, 'should be a year'),
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
  status: ValueStatus
  basis: Exclude<Basis, 'made-up'>
  source: string
  reportedBy: string
  knownFrom: string
  deviationSv: string | null
  deviationEn: string | null
}

/** What values are checked against. */
export interface Known {
  figures: CatalogueFigure[]
  codes: Set<string>
  /** Id of each source and the day from which it was at hand. */
  sources: Map<string, string>
}

/** Every value at hand: the wide files that values.yaml lists, and the single published values. */
export function readValues(read: (name: string) => SourceFile, known: Known, faults: Faults): GivenValue[] {
  const listing = read('key-figures/values.yaml')
  const values: GivenValue[] = []
  const listed = new Set<string>()
  for (const { row, line } of readYamlList(listing, valuesFile, faults)) {
    const figure = known.figures.find(({ id }) => id === row.figure)
    if (!figure) faults.add(listing.file, line, `figure: there is no key figure ${row.figure}`)
    if (listed.has(row.figure)) faults.add(listing.file, line, `figure: ${row.figure} stands twice`)
    if (!known.sources.has(row.source)) {
      faults.add(listing.file, line, `source: ${row.source} is not in sources.yaml`)
    }
    listed.add(row.figure)
    if (!figure) continue
    const file = read(`key-figures/values/${row.figure}.csv`)
    for (const { line: at, code, cells } of readWideCsv(file, known.codes, faults)) {
      for (const { year, value } of cells) {
        checkSize(value, figure, (reason) => faults.add(file.file, at, `${year}: ${reason}`))
        values.push({
          figure: row.figure,
          code,
          year,
          value,
          status: row.status,
          basis: row.estimated.includes(year) ? 'estimated' : row.basis,
          source: row.source,
          reportedBy: row.reported_by,
          knownFrom: row.known_from,
          deviationSv: null,
          deviationEn: null,
        })
      }
    }
  }
  return [...values, ...readPublished(read('key-figures/values/published.csv'), known, values, faults)]
}

function readPublished(file: SourceFile, known: Known, before: GivenValue[], faults: Faults): GivenValue[] {
  const key = ({ figure, code, year }: { figure: string; code: string; year: number | string }) =>
    `${figure} ${code} ${year}`
  const taken = new Set(before.map(key))
  return readCsv(file, publishedRow, faults).map(({ line, row }): GivenValue => {
    const wrong = (reason: string) => faults.add(file.file, line, reason)
    const figure = known.figures.find(({ id }) => id === row.figure)
    if (!figure) wrong(`figure: there is no key figure ${row.figure}`)
    else checkSize(Number(row.value), figure, (reason) => wrong(`value: ${reason}`))
    if (!known.codes.has(row.code)) wrong(`code: there is no organisation ${row.code}`)
    if (!known.sources.has(row.source)) wrong(`source: ${row.source} is not in sources.yaml`)
    if (taken.has(key(row))) wrong(`year: ${key(row)} has a value in another file or row already`)
    if ((row.deviation_sv === '') !== (row.deviation_en === '')) {
      wrong('deviation_sv, deviation_en: should stand in both languages')
    }
    taken.add(key(row))
    return {
      figure: row.figure,
      code: row.code,
      year: Number(row.year),
      value: Number(row.value),
      status: 'final',
      basis: 'published',
      source: row.source,
      reportedBy: '',
      knownFrom: known.sources.get(row.source) ?? '',
      deviationSv: row.deviation_sv || null,
      deviationEn: row.deviation_en || null,
    }
  })
}

/** Outside the plausible range a value may still be true; ten times outside it is a wrong unit or a slip. */
const absurdity = 10

function checkSize(value: number, { plausible }: CatalogueFigure, wrong: (reason: string) => void): void {
  if (value > plausible.max * absurdity || value < Math.min(0, plausible.min)) {
    wrong(`${value} is far outside ${plausible.min}–${plausible.max}; is the unit right?`)
  }
}
