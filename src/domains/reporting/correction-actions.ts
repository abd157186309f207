import { act } from '#database/act.ts'
import { type KeyFigure, listFigures, loadFigureData, type Reader } from '#domains/key-figures/index.ts'
import { organisationsNamed } from '#domains/members/index.ts'
import type { Place } from './actions.ts'
import { saveAnswer } from './answer-queries.ts'
import { openCorrection } from './correction-queries.ts'
import { lockReport, moveReport } from './report-queries.ts'

/** The years in which an organisation has public values of figures that members report, newest first. */
export async function correctableYears(reader: Reader, code: string): Promise<number[]> {
  const years = (await standingReadings(reader, code)).map(({ year }) => year)
  return [...new Set(years)].sort((a, b) => b - a)
}

/**
 * Begins to correct a year: its published report goes back to the member, or a report is made that holds what is
 * public now. A report that is already on its way stays where it is. Undefined when nothing is public.
 */
export async function beginCorrection(
  reader: Reader,
  { db, actor, today, demo }: Place,
  { code, year }: { code: string; year: number },
): Promise<'begun' | 'on-its-way' | undefined> {
  const [directory, readings, figures] = await Promise.all([
    organisationsNamed(reader, { codes: [code] }),
    standingReadings(reader, code),
    listFigures(db),
  ])
  const ofYear = readings.filter((reading) => reading.year === year)
  const kind = directory.byCode.get(code)?.kind
  if (!kind || ofYear.length === 0) return undefined
  return act(db, actor, 'begin to correct a year', async (trx) => {
    const reported = figures.filter(isReported).map(({ id }) => id)
    const { id, isNew } = await openCorrection(trx, {
      code,
      year,
      kind,
      figures: reported,
      today,
      madeUp: demo,
    })
    const report = await lockReport(trx, code, year)
    if (!report) return undefined
    const step = { step: 'correct', to: 'returned', text: '', by: actor.personId } as const
    const begins = isNew || report.state === 'published'
    if (begins) await moveReport(trx, report, step)
    if (!isNew) return begins ? 'begun' : 'on-its-way'
    for (const { figureId, value, missing, comment } of ofYear) {
      const answer = { figureId, value, missing, comment, numerator: null, denominator: null, reason: '' }
      await saveAnswer(trx, { ...answer, reportId: id, answeredBy: null }, 0)
    }
    return 'begun'
  })
}

/** Members' own figures are corrected where they are kept. */
const isReported = ({ reportedBy, own }: KeyFigure) => reportedBy === 'reporter' && !own

async function standingReadings(reader: Reader, code: string) {
  const figures = (await listFigures(reader.db)).filter(isReported)
  const perFigure = await Promise.all(
    figures.map(async ({ id }) => {
      const { byCode } = await loadFigureData(reader, id, null, [code])
      return (byCode.get(code) ?? []).map((reading) => ({ ...reading, figureId: id }))
    }),
  )
  return perFigure.flat()
}
