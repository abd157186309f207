import type { Database } from '#database/tables.ts'
import { organisationPaths } from '#domains/members/index.ts'
import type { Asked, Followed, Happening } from '#platform/http/context.ts'
import { listFigures } from './catalogue-queries.ts'
import { listNewValues, type NewValues } from './happened-queries.ts'
import { dayOf } from './pages/revision-text.tsx'
import { keyFigurePaths } from './paths.ts'
import { loadOrganisations } from './reader.ts'
import { listCorrectionsBetween } from './revision-queries.ts'
import { emptySelection, writeSelection } from './selection.ts'
import { figureTitle } from './sentences.ts'
import { textsOf } from './texts.ts'

/** New and corrected values of what somebody follows, gathered day by day. */
export async function happenedWithFigures(asked: Asked<Database>, followed: Followed): Promise<Happening[]> {
  const { db, locale: l, now } = asked
  const { organisationCodes: codes, figureIds, since } = followed
  if (codes.length + figureIds.length === 0) return []
  const t = textsOf(l).happened
  const span = { since, until: now }
  const [figures, ofOrganisations, ofFigures, corrections] = await Promise.all([
    listFigures(db),
    listNewValues(db, 'organisation', codes, span),
    listNewValues(db, 'figure', figureIds, span),
    listCorrectionsBetween(db, {
      ...span,
      scopes: [...codes.map((code) => ({ code })), ...figureIds.map((figureId) => ({ figureId }))],
    }),
  ])
  const directory = await loadOrganisations(asked, [
    ...ofOrganisations.map((news) => news.of),
    ...ofFigures.flatMap((news) => news.in.slice(0, 1)),
  ])
  const titles = new Map(figures.map((figure) => [figure.id, figureTitle(figure, l)]))
  const titleOf = (id: string) => titles.get(id) ?? id
  const nameOf = (code: string) => directory.byCode.get(code)?.name ?? code
  const told = ({ at, madeUp }: NewValues, text: string, href: string) => ({ at, madeUp, text, href })
  return [
    ...ofOrganisations.map((news) => {
      const [only, ...more] = news.in
      const mine = writeSelection({ ...emptySelection, mine: news.of })
      return only !== undefined && more.length === 0
        ? told(news, t.newIn(nameOf(news.of), titleOf(only)), keyFigurePaths.figure(only) + mine)
        : told(news, t.newInMany(nameOf(news.of), news.in.length), organisationPaths.profile(news.of))
    }),
    ...ofFigures.map((news) => {
      const [only = '', ...more] = news.in
      const text =
        more.length === 0
          ? t.newIn(nameOf(only), titleOf(news.of))
          : t.newOfMany(titleOf(news.of), news.in.length)
      return told(news, text, keyFigurePaths.figure(news.of))
    }),
    ...[...Map.groupBy(corrections, (one) => `${dayOf(one)} ${one.figureId}`).values()].flatMap((group) => {
      const [first, ...more] = group
      if (!first) return []
      const who = more.length === 0 ? first.organisationName : t.places(group.length)
      return {
        at: new Date(first.knownFrom),
        text: t.corrected(titleOf(first.figureId), who, group.length),
        href: keyFigurePaths.revisionDay(dayOf(first)),
        madeUp: group.some(({ madeUp }) => madeUp),
      }
    }),
  ]
}
