import {
  amount,
  textsOf as figureTexts,
  type Reader,
  type Warning,
  warningsOf,
} from '#domains/key-figures/index.ts'
import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { readAnswer } from './answer-form.ts'
import { backgroundOf } from './expectation.ts'
import type { Line } from './report-lines.ts'
import type { Report } from './report-queries.ts'
import type { WrittenRow } from './rules/workbook.ts'
import { textsOf } from './texts.ts'
import { reasonOf } from './workbook.ts'

/** What of an answer travels with a change. */
export const answerFields = ['version', 'varde', 'taljare', 'namnare', 'saknas', 'kommentar'] as const

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
  /** Why the row cannot be taken, by key, and the cell. */
  error: string | undefined
  cell: string
}

/** The rows of a workbook that say something else than the report does, each with what it would become. */
export async function changesOf(
  reader: Reader,
  l: Locale,
  report: Report,
  lines: Line[],
  written: WrittenRow[],
): Promise<Change[]> {
  const voice = { l, t: figureTexts(l) }
  const changes = await Promise.all(
    written.map(async (row): Promise<Change | undefined> => {
      const line = lines.find(({ id }) => id === row.figureId)
      if (!line) return undefined
      const background = await backgroundOf(reader, line.figure, report.code, report.year)
      const typed: Typed = {
        varde: row.value,
        taljare: row.numerator,
        namnare: row.denominator,
        saknas: reasonOf(row.missing),
        kommentar: row.comment,
      }
      const read = readAnswer(typed, background.percent)
      const change = {
        figureId: line.id,
        title: line.title,
        version: line.answer?.version ?? 0,
        typed,
        now: line.value,
        cell: `${textsOf(l).workbook.row} ${row.row}`,
      }
      if (!read.ok) {
        return { ...change, becomes: undefined, warnings: [], error: Object.values(read.errors)[0] ?? '' }
      }
      const { value, missing, comment } = read.given
      const { answer } = line
      if (answer && answer.value === value && answer.missing === missing && answer.comment === comment) {
        return undefined
      }
      return {
        ...change,
        becomes:
          value === null ? textsOf(l).missing[missing ?? 'not-reported'] : amount(line.figure, value, voice),
        warnings: value === null ? [] : warningsOf(value, background),
        error: undefined,
      }
    }),
  )
  return changes.filter((change) => change !== undefined)
}
