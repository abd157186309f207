import { inLanguage } from '#platform/i18n.ts'
import type { Cell, DataTable } from '#platform/table-files.ts'
import type { Reading } from './figure.ts'
import type { FigureView, Standing } from './figure-view.ts'
import { groupName, type Voice } from './sentences.ts'
import type { StandingView } from './standing-view.ts'
import type { Texts } from './texts.sv.ts'

/** What stands beside every table: what it is, whom it compares, when it was known, and what is made up. */
export interface TableFrame {
  address: string
  knownOn: string
  sourceTitles: Map<string, string>
}

type ColumnKey = keyof Texts['download']

const readingColumns: ColumnKey[] = [
  'code',
  'organisation',
  'year',
  'value',
  'unit',
  'missing',
  'status',
  'basis',
  'remark',
  'source',
  'reportedBy',
  'comment',
]

const standingColumns: ColumnKey[] = [
  'code',
  'organisation',
  'figure',
  'figureName',
  'year',
  'value',
  'unit',
  'status',
  'basis',
  'trend',
  'since',
  'perYear',
  'place',
  'likelyFrom',
  'likelyTo',
  'count',
  'median',
  'group',
]

/** Every reading of the group and the chosen ones, one a row. */
export function figureTable(view: FigureView, frame: TableFrame, voice: Voice): DataTable {
  const { figure, members, others } = view
  const { t } = voice
  const standings = [...members, ...others.filter((other) => !members.includes(other))]
  return {
    name: `nyckeltal-${figure.id}`,
    columns: columns(t, readingColumns),
    rows: standings.flatMap((standing) =>
      standing.readings.map((reading) => readingRow(standing, reading, view, frame, voice)),
    ),
    notes: notesOf([view], frame, voice),
  }
}

/** One row for each figure and organisation: latest value, trend, place and the group's median. */
export function standingsTable(
  name: string,
  rows: { view: StandingView; standing: Standing }[],
  frame: TableFrame,
  voice: Voice,
): DataTable {
  const { t, l } = voice
  return {
    name,
    columns: columns(t, standingColumns),
    rows: rows.map(({ view, standing }): Cell[] => {
      const { figure, summary } = view
      const { current, trend, place, organisation } = standing
      const judged = trend.word !== 'too-few'
      return [
        organisation.code,
        organisation.name,
        figure.id,
        inLanguage(figure.name, l),
        current?.year ?? null,
        current?.value ?? null,
        inLanguage(figure.unit, l),
        current ? t.status[current.status] : null,
        current ? t.bases[current.basis] : null,
        t.words[trend.word],
        judged ? trend.since : null,
        judged ? rounded(trend.slope) : null,
        place?.place ?? null,
        place?.likely?.from ?? null,
        place?.likely?.to ?? null,
        summary?.count ?? null,
        summary ? rounded(summary.median) : null,
        groupName(view, voice),
      ]
    }),
    notes: notesOf(
      rows.map(({ view }) => view),
      frame,
      voice,
    ),
  }
}

/** The keys are the same in every language, so that a program that reads the file never breaks. */
function columns(t: Texts, keys: ColumnKey[]): DataTable['columns'] {
  return keys.map((key) => ({ key, label: t.download[key] }))
}

function readingRow(
  { organisation }: Standing,
  reading: Reading,
  { figure }: FigureView,
  frame: TableFrame,
  { l, t }: Voice,
): Cell[] {
  return [
    organisation.code,
    organisation.name,
    reading.year,
    reading.value,
    inLanguage(figure.unit, l),
    reading.missing ? t.missing[reading.missing] : null,
    t.status[reading.status],
    t.bases[reading.basis],
    reading.deviation ? inLanguage(reading.deviation, l) : null,
    frame.sourceTitles.get(reading.sourceId) ?? reading.sourceId,
    reading.reportedBy,
    reading.comment,
  ]
}

function notesOf(
  views: Pick<StandingView, 'figure' | 'breaks' | 'madeUp' | 'members' | 'many'>[],
  frame: TableFrame,
  { l, t }: Voice,
): string[] {
  const names = views.map(({ figure }) => `${figure.number} ${inLanguage(figure.name, l)}`)
  const remarks = views.flatMap(({ figure }) => (figure.valuesNote ? [inLanguage(figure.valuesNote, l)] : []))
  const breaks = views.flatMap(({ breaks: each }) =>
    each.map(
      ({ year, reason }) =>
        `${t.figure.breakNotice(year)} ${inLanguage(reason, l)} ${t.figure.breakNotCompared}`,
    ),
  )
  const own = views.flatMap(({ figure }) => (figure.own ? [t.own.note(figure.own.name)] : []))
  return [
    ...new Set([
      ...names,
      ...own,
      ...remarks,
      ...breaks,
      ...(views.some(({ madeUp }) => madeUp) ? [t.madeUpNotice] : []),
      ...(views.some(({ many, members }) => many && members && members.length > 1) ? [t.many.file] : []),
      t.figure.knownOn(frame.knownOn),
      frame.address,
    ]),
  ]
}

/** Nine significant digits: more than any figure carries, without the tail that binary fractions leave. */
function rounded(value: number): number {
  return Number(value.toPrecision(9))
}
