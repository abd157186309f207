import { listFigures } from '#domains/key-figures/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import type { Cell, Column, Content, Reader } from '../content.ts'
import { countReadings, type PackedReading } from '../queries.ts'
import { readingBatches } from '../readings.ts'
import { organisationNames } from './organisations.ts'

const columns: Column[] = [
  { key: 'figure', type: 'string', required: true, refersTo: 'definitioner' },
  { key: 'figure_name', type: 'string', required: true },
  { key: 'organisation', type: 'string', required: true, refersTo: 'organisationer' },
  { key: 'organisation_name', type: 'string', required: true },
  { key: 'year', type: 'gYear', required: true },
  { key: 'value', type: 'number' },
  { key: 'unit', type: 'string', required: true },
  { key: 'missing_reason', type: 'string', words: 'missing' },
  { key: 'status', type: 'string', required: true, words: 'status' },
  { key: 'basis', type: 'string', required: true, words: 'basis' },
  { key: 'remark', type: 'string' },
  { key: 'source', type: 'string', required: true, refersTo: 'kallor' },
  { key: 'reported_by', type: 'string' },
  { key: 'comment', type: 'string' },
  { key: 'known_from', type: 'dateTime', required: true },
]

/** Every value as it stands now, by key figure, organisation and year. */
export const values: Content = {
  name: 'nyckeltal',
  columns,
  key: ['figure', 'organisation', 'year'],
  count: ({ db }) => countReadings(db, false),
  read: (reader, every = 1) => rowsOf(reader, { history: false, every }),
}

/** Every reading ever known, in the order that they became known to the program. */
export const history: Content = {
  name: 'nyckeltal-historik',
  columns: [...columns, { key: 'known_until', type: 'dateTime' }, { key: 'revision', type: 'string' }],
  key: ['figure', 'organisation', 'year', 'known_from'],
  count: ({ db }) => countReadings(db, true),
  read: (reader, every = 1) => rowsOf(reader, { history: true, every }),
}

async function* rowsOf(
  reader: Reader,
  wanted: { history: boolean; every: number },
): AsyncGenerator<Cell[][]> {
  const { db, locale } = reader
  const [figures, names] = await Promise.all([listFigures(db), organisationNames(reader)])
  const byId = new Map(
    figures.map((figure) => [
      figure.id,
      { name: inLanguage(figure.name, locale), unit: inLanguage(figure.unit, locale) },
    ]),
  )
  const english = locale.language === 'en'
  // What the catalogue does not list is hidden, and so are its values.
  const row = (reading: PackedReading): Cell[][] => {
    const [, figureId, code, year, value, missing, status, basis, remarkSv, remarkEn, source, by] = reading
    const [comment, knownFrom, knownUntil, revisionSv, revisionEn] = reading.slice(12)
    const figure = byId.get(figureId)
    if (!figure) return []
    const cells: Cell[] = [
      figureId,
      figure.name,
      code,
      names.get(code) ?? code,
      year,
      value,
      figure.unit,
      missing,
      status,
      basis,
      english ? remarkEn : remarkSv,
      source,
      by || null,
      comment || null,
      knownFrom ?? null,
    ]
    if (wanted.history) cells.push(knownUntil ?? null, (english ? revisionEn : revisionSv) ?? null)
    return [cells]
  }
  for await (const readings of readingBatches(db, wanted)) yield readings.flatMap(row)
}
