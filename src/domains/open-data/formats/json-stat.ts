import { type KeyFigure, listFigures } from '#domains/key-figures/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import { organisationNames } from '../content/organisations.ts'
import type { Reader } from '../content.ts'
import { type CubeReading, listCubeReadings } from '../queries.ts'
import { textsOf } from '../texts.ts'

/** A data set by JSON-stat 2: the values lie row by row in the order of `id`. */
export interface Cube {
  version: '2.0'
  class: 'dataset'
  href: string
  label: string
  source: string
  note: string[]
  role: { metric: string[]; geo: string[]; time: string[] }
  id: string[]
  size: number[]
  dimension: Record<string, Dimension>
  value: (number | null)[]
  /** Signs by the place of a value. */
  status: Record<string, string>
}

interface Dimension {
  label: string
  category: {
    index: string[]
    label: Record<string, string>
    unit?: Record<string, { label: string; decimals: number }>
  }
}

/** What a value wants to be said about it, in one sign. */
export function signOf([, , value, missing, status, basis]: CubeReading): string | null {
  if (value === null) return missing === 'confidential' ? 's' : missing === 'not-applicable' ? 'n' : 'x'
  if (basis === 'made-up') return 'm'
  if (basis === 'estimated') return 'e'
  return status === 'preliminary' ? 'p' : null
}

/** All values of a figure as they stand now: one figure × organisations × years; `every` takes one organisation in so many. */
export async function cubeOf(reader: Reader, figure: KeyFigure, href: string, every = 1): Promise<Cube> {
  const { db, locale: l } = reader
  const t = textsOf(l).cube
  const [readings, names] = await Promise.all([
    listCubeReadings(db, figure.id, every),
    organisationNames(reader),
  ])
  const codes = [...new Set(readings.map(([code]) => code))]
  const years = [...new Set(readings.map(([, year]) => year))].sort((a, b) => a - b)
  const placeOfCode = new Map(codes.map((code, i) => [code, i]))
  const placeOfYear = new Map(years.map((year, i) => [year, i]))
  const value: (number | null)[] = Array.from({ length: codes.length * years.length }, () => null)
  const status: Record<string, string> = {}
  for (const reading of readings) {
    const [code, year, amount] = reading
    const place = (placeOfCode.get(code) ?? 0) * years.length + (placeOfYear.get(year) ?? 0)
    value[place] = amount
    const sign = signOf(reading)
    if (sign) status[place] = sign
  }
  const name = inLanguage(figure.name, l)
  return {
    version: '2.0',
    class: 'dataset',
    href,
    label: name,
    source: inLanguage(figure.producer, l),
    note: [inLanguage(figure.explanation, l), t.status],
    role: { metric: ['figure'], geo: ['organisation'], time: ['year'] },
    id: ['figure', 'organisation', 'year'],
    size: [1, codes.length, years.length],
    dimension: {
      figure: {
        label: t.figure,
        category: {
          index: [figure.id],
          label: { [figure.id]: name },
          unit: { [figure.id]: { label: inLanguage(figure.unit, l), decimals: figure.decimals } },
        },
      },
      organisation: {
        label: t.organisation,
        category: {
          index: codes,
          label: Object.fromEntries(codes.map((code) => [code, names.get(code) ?? code])),
        },
      },
      year: {
        label: t.year,
        category: {
          index: years.map(String),
          label: Object.fromEntries(years.map((year) => [year, String(year)])),
        },
      },
    },
    value,
    status,
  }
}

/**
 * All figures as one collection by JSON-stat 2, written figure by figure. One data set for each figure, since they
 * differ in unit, years and organisations. A figure without values is left out: JSON-stat has no empty dimension. `every`
 * takes some figures and organisations only, so that one value in so many is read.
 */
export async function* cubesOf(
  reader: Reader,
  addressOf: (figureId: string) => string,
  every = 1,
): AsyncGenerator<string> {
  const label = JSON.stringify(textsOf(reader.locale).cube.collection)
  yield `{"version":"2.0","class":"collection","label":${label},"link":{"item":[`
  let separator = ''
  // A third of the figures still tells of their differences in years.
  const [figureEvery, organisationEvery] = every < 3 ? [1, every] : [3, Math.floor(every / 3)]
  const figures = (await listFigures(reader.db)).filter((_, i) => i % figureEvery === 0)
  for (const figure of figures) {
    const cube = await cubeOf(reader, figure, addressOf(figure.id), organisationEvery)
    if (cube.value.length === 0) continue
    yield separator + JSON.stringify(cube)
    separator = ','
  }
  yield ']}}\n'
}
