import type { Database } from '#database/tables.ts'
import { addDays } from '#platform/days.ts'
import { type BusinessOfHouse, DecisionRefused } from '#platform/http/business.ts'
import { statutesPaths } from './paths.ts'
import {
  bringInForce,
  listAdoptions,
  lockProposal,
  rejectProposal,
  saveAdoption,
} from './proposal-queries.ts'
import { listProposedStatutes, statutesOn } from './queries.ts'
import { textsOf } from './texts.ts'

/** A change of the statutes: in force when as many annual meetings as the statutes say have adopted it. */
export const statutesBusiness: BusinessOfHouse<Database> = {
  kinds: ['statutes'],
  waiting: async ({ db, locale: l }, organ) => {
    if (organ !== 'annual-meeting') return []
    const t = textsOf(l).proposals
    return (await listProposedStatutes(db)).map(({ id, reason, madeUp }) => ({
      kind: 'statutes',
      id,
      title: t.of(id),
      text: reason,
      href: statutesPaths.version(id),
      outcomes: [
        { outcome: 'adopt', label: t.adopt, needsText: false },
        { outcome: 'reject', label: t.reject, needsText: false },
      ],
      partial: [],
      madeUp,
    }))
  },
  decided: async (trx, decision) => {
    const { id, decidedOn, meeting, paragraph, href } = decision
    const proposal = await lockProposal(trx, id)
    if (!proposal) throw new DecisionRefused('Förslaget till stadgar finns inte, eller är redan beslutat.')
    if (decision.outcome !== 'adopt') return rejectProposal(trx, id, decidedOn)
    const before = await listAdoptions(trx, id)
    if (before.some(({ meetingId }) => meetingId === decision.meetingId))
      throw new DecisionRefused('Mötet har redan antagit förslaget till stadgar.')
    await saveAdoption(trx, id, { meetingId: decision.meetingId, meeting, decidedOn, paragraph, link: href })
    const { rules } = await statutesOn(trx, decidedOn)
    if (before.length + 1 < rules.statutes_meetings.value) return
    const reference = `${meeting} ${paragraph}`
    // The meeting itself ends under the statutes that it was called under.
    const inForce = await bringInForce(trx, id, {
      from: addDays(decidedOn, 1),
      sv: `Antagna: ${reference}`,
      en: `Adopted: ${reference}`,
    })
    if (!inForce) throw new DecisionRefused('Andra stadgar börjar redan gälla samma dag.')
  },
}
