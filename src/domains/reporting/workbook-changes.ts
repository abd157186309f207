import { amount, textsOf as figureTexts, type Warning, warningsOf } from '#domains/key-figures/index.ts'
import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { readAnswer } from './answer-form.ts'
import { correctedBy, type Line } from './report-lines.ts'
import type { Report } from './report-queries.ts'
import type { WrittenRow } from './rules/workbook.ts'
import { textsOf } from './texts.ts'
import { reasonOf } from './workbook.ts'

/** What of an answer travels with a change. */
export const answerFields = ['version', 'varde', 'taljare', 'namnare', 'saknas', 'kommentar', 'skal'] as const

/** What a row of a workbook would change. */
export interface Change {
  figureId: string
  title: string
  /** The answer's version that it would change; 0: there is none. */
  version: number
  typed: Typed
  now: string | undefined
  becomes: string | undefined
  warnings: Warning[]
  understood: WrittenRow['understood']
  /** Why the row cannot be taken, by key, and where it stands. */
  error: string | undefined
  where: string
}

/** The rows of a workbook that say something else than the report does, each with what it would become. */
export function changesOf(l: Locale, report: Report, lines: Line[], written: WrittenRow[]): Change[] {
  return written.flatMap((row) => {
    const line = lines.find(({ id }) => id === row.figureId)
    return line ? changeOf(l, report, line, row) : []
  })
}

function changeOf(l: Locale, report: Report, line: Line, row: WrittenRow): Change[] {
  const { figure, background, answer } = line
  const typed: Typed = {
    varde: row.value,
    taljare: row.numerator,
    namnare: row.denominator,
    saknas: reasonOf(row.missing),
    kommentar: row.comment,
    skal: row.reason,
  }
  const corrects = correctedBy(report, background)
  const read = readAnswer(typed, { percent: background.percent, corrects })
  const change = {
    figureId: line.id,
    title: line.title,
    version: answer?.version ?? 0,
    typed,
    now: line.value,
    understood: row.understood,
    where: textsOf(l).workbook.row(row.sheet, row.row),
  }
  if (!read.ok) {
    return [{ ...change, becomes: undefined, warnings: [], error: Object.values(read.errors)[0] ?? '' }]
  }
  const { value, missing, comment } = read.given
  if (answer && answer.value === value && answer.missing === missing && answer.comment === comment) return []
  const voice = { l, t: figureTexts(l) }
  const becomes =
    value === null ? textsOf(l).missing[missing ?? 'not-reported'] : amount(figure, value, voice)
  return [
    { ...change, becomes, warnings: value === null ? [] : warningsOf(value, background), error: undefined },
  ]
}
