import type { FigureView } from '../figure-view.ts'
import type { Corrected } from '../pages/corrected-since.tsx'
import { listCorrectionsBetween, type ValueScope } from '../revision-queries.ts'
import { shownCorrections } from '../rules/shown-corrections.ts'
import { knownAt } from '../selection.ts'
import type { Asking } from './asking.ts'

/** What has been corrected of a figure's page since the day that it is asked for. Nothing for a page of today. */
export async function correctedInFigure(asking: Asking, view: FigureView, now: Date): Promise<Corrected> {
  const { selection } = asking
  const all = await since(asking, now, [{ figureId: view.figure.id }])
  const oneYear = selection.view !== 'utveckling' && selection.view !== 'tabell'
  return shownCorrections(all, {
    chosen: [view.mine, ...view.others].flatMap((one) => one?.organisation.code ?? []),
    group: view.members.map(({ organisation }) => organisation.code),
    year: oneYear ? view.year : null,
  })
}

/** The same for a page about some organisations in several figures. */
export async function correctedOf(
  asking: Asking,
  now: Date,
  { figures, codes }: { figures: string[]; codes: string[] },
): Promise<Corrected> {
  const scopes = figures.flatMap((figureId) => codes.map((code) => ({ figureId, code })))
  return { chosen: await since(asking, now, scopes), group: [] }
}

async function since({ reader, selection }: Asking, now: Date, scopes: ValueScope[]) {
  const instant = knownAt(selection.per)
  return instant === null ? [] : listCorrectionsBetween(reader.db, { since: instant, until: now, scopes })
}
