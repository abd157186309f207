import type { Database } from '#database/tables.ts'
import { currentSetOf, listSets } from '#domains/key-figures/index.ts'
import { type BusinessOfHouse, DecisionRefused } from '#platform/http/business.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { saveDecision } from './decision-queries.ts'
import { cataloguePaths } from './paths.ts'
import { adoptSet, type FigureInSet, listFiguresInSet, listPreparedSets } from './set-queries.ts'
import { textsOf } from './texts.ts'

/** Sets of key figures that are prepared: the annual meeting's yes makes one the set that the members follow. */
export const catalogueBusiness: BusinessOfHouse<Database> = {
  kinds: ['key-figure-set'],
  waiting: async ({ db, locale: l, today }, organ) => {
    if (organ !== 'annual-meeting') return []
    const prepared = new Set(await listPreparedSets(db))
    const sets = await listSets(db)
    const current = await listFiguresInSet(db, currentSetOf(sets, today) ?? '')
    const t = textsOf(l).business
    return Promise.all(
      sets
        .filter(({ id }) => prepared.has(id))
        .map(async (set) => ({
          kind: 'key-figure-set',
          id: set.id,
          title: inLanguage(set.name, l),
          text: `${inLanguage(set.decision, l)}\n\n${changesIn(l, current, await listFiguresInSet(db, set.id))}`,
          href: cataloguePaths.set(set.id),
          outcomes: [
            { outcome: 'adopt', label: t.adopt, needsText: false },
            { outcome: 'reject', label: t.reject, needsText: false },
          ],
          partial: [],
          madeUp: set.reference?.madeUp ?? false,
        })),
    )
  },
  decided: async (trx, decision) => {
    if (!(await listPreparedSets(trx)).includes(decision.id))
      throw new DecisionRefused('Uppsättningen av nyckeltal finns inte längre, eller följs redan.')
    if (decision.outcome !== 'adopt') return
    const decisionId = await saveDecision(trx, {
      meeting: decision.meeting,
      decidedOn: decision.decidedOn,
      paragraph: decision.paragraph.replace(/^§\s*/, ''),
      link: decision.baseUrl + decision.href,
      madeUp: decision.madeUp,
    })
    await adoptSet(trx, decision.id, { decidedOn: decision.decidedOn, decisionId })
  },
}

/** What the members begin to follow, go on with and leave, as lists in Markdown. */
function changesIn(l: Locale, now: FigureInSet[], then: FigureInSet[]): string {
  const t = textsOf(l).business
  const known = new Set(now.map(({ id }) => id))
  const stays = new Set(then.map(({ id }) => id))
  const part = (title: string, figures: FigureInSet[]) =>
    figures.length === 0
      ? []
      : [`**${title}**\n\n${figures.map((one) => `- ${one.number} ${inLanguage(one, l)}`).join('\n')}`]
  return [
    ...part(
      t.begins,
      then.filter(({ id }) => !known.has(id)),
    ),
    ...part(
      t.stays,
      then.filter(({ id }) => known.has(id)),
    ),
    ...part(
      t.goes,
      now.filter(({ id }) => !stays.has(id)),
    ),
  ].join('\n\n')
}
