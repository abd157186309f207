import {
  amount,
  textsOf as figureTexts,
  figureTitle,
  type KeyFigure,
  listFigures,
  type Reader,
  type Warning,
  warningsOf,
} from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { type Answer, listAnswers } from './answer-queries.ts'
import { type Background, backgroundOf } from './expectation.ts'
import type { Report } from './report-queries.ts'
import { textsOf } from './texts.ts'

/** One figure of a report as a page shows it. */
export interface Line {
  id: string
  title: string
  figure: KeyFigure
  answer: Answer | undefined
  /** The value or why there is none, in words; undefined when nobody has answered. */
  value: string | undefined
  before: string | undefined
  warnings: Warning[]
  background: Background
}

/** A value that looks odd and that nobody has explained. */
export function isUnexplained({ warnings, answer }: Line): boolean {
  return warnings.length > 0 && !answer?.comment
}

/** What is public already and would be corrected by another answer; undefined when nothing is. */
export function correctedBy(
  report: Pick<Report, 'wasPublished' | 'correctionsOnly'>,
  { standing }: Background,
): { value: number | null } | undefined {
  return standing && (report.wasPublished || report.correctionsOnly) ? { value: standing.value } : undefined
}

/** Every figure of a report in the association's order, with what is reported and what is odd about it. */
export async function linesOf(reader: Reader, l: Locale, report: Report): Promise<Line[]> {
  const [figures, answers] = await Promise.all([listFigures(reader.db), listAnswers(reader.db, report.id)])
  const voice = { l, t: figureTexts(l) }
  const asked = figures.filter(({ id }) => report.figures.includes(id))
  return Promise.all(
    asked.map(async (figure) => {
      const answer = answers.find(({ figureId }) => figureId === figure.id)
      const background = await backgroundOf(reader, figure, report.code, report.year)
      const { previous } = background
      return {
        id: figure.id,
        title: figureTitle(figure, l),
        figure,
        answer,
        value:
          answer &&
          (answer.value === null
            ? textsOf(l).missing[answer.missing ?? 'not-reported']
            : amount(figure, answer.value, voice)),
        before: previous === null ? undefined : amount(figure, previous, voice),
        warnings: answer && answer.value !== null ? warningsOf(answer.value, background) : [],
        background,
      }
    }),
  )
}

/** What the secretariat should look at in a report: how many values look odd, and how many of them unexplained. */
export interface Remarks {
  odd: number
  unexplained: number
}

export async function remarksOf(reader: Reader, l: Locale, report: Report): Promise<Remarks> {
  const lines = await linesOf(reader, l, report)
  return {
    odd: lines.filter(({ warnings }) => warnings.length > 0).length,
    unexplained: lines.filter(isUnexplained).length,
  }
}
