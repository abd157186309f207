import type { Database } from '#database/tables.ts'
import { statutesOn } from '#domains/statutes/index.ts'
import { type BusinessOfHouse, DecisionRefused } from '#platform/http/business.ts'
import { feePaths } from '../paths.ts'
import { saveSchedule } from '../schedule-queries.ts'
import { textsOf } from '../texts.ts'
import { listFeeProposals, lockFeeProposal, settleFeeProposal } from './queries.ts'

/** The fee, as the organ that the statutes name decides it: its yes makes the proposal the schedule of its year. */
export const feeBusiness: BusinessOfHouse<Database> = {
  kinds: ['fee-proposal'],
  waiting: async ({ db, locale: l, today }, organ) => {
    const { rules } = await statutesOn(db, today)
    if (rules.fee_decided_by.value !== organ) return []
    const t = textsOf(l).proposals
    const waiting = (await listFeeProposals(db)).filter(({ outcome }) => outcome === null)
    return waiting.map(({ id, year, reason, madeUp }) => ({
      kind: 'fee-proposal',
      id: String(id),
      title: t.of(year),
      text: reason,
      href: feePaths.proposal(id),
      outcomes: [
        { outcome: 'adopt', label: t.adopt, needsText: false },
        { outcome: 'reject', label: t.reject, needsText: false },
      ],
      partial: [],
      madeUp,
    }))
  },
  decided: async (trx, decision) => {
    const proposal = await lockFeeProposal(trx, Number(decision.id))
    if (!proposal) throw new DecisionRefused('Förslaget till avgift finns inte längre.')
    if (proposal.outcome !== null) throw new DecisionRefused('Förslaget till avgift är redan beslutat.')
    const adopted = decision.outcome === 'adopt'
    const reference = `${decision.meeting} ${decision.paragraph}`
    const { decidedOn } = decision
    await settleFeeProposal(trx, proposal.id, {
      outcome: adopted ? 'adopt' : 'reject',
      decision: reference,
      decidedOn,
    })
    if (!adopted) return
    const { id: _id, reason: _reason, outcome: _outcome, version: _version, ...terms } = proposal
    const saved = await saveSchedule(trx, {
      ...terms,
      decidedOn,
      decision: reference,
      link: decision.href,
      madeUp: decision.madeUp || proposal.madeUp,
    })
    if (!saved) {
      throw new DecisionRefused(
        `Det finns fakturor som vilar på avgiften för ${proposal.year}. Den går inte att ändra.`,
      )
    }
  },
}
