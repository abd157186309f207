import type { Database } from '#database/tables.ts'
import { type BusinessOfHouse, DecisionRefused } from '#platform/http/business.ts'
import { settleMotion } from './motion-queries.ts'
import { settleProposal } from './proposal-queries.ts'
import type { MotionOutcome } from './tables.ts'

const motionOutcomes: readonly MotionOutcome[] = ['adopt', 'reject', 'answered']

/** What the annual meeting itself keeps of its decisions: motions, and proposals that no other house has. */
export const annualBusiness: BusinessOfHouse<Database> = {
  kinds: ['motion', 'proposal', 'dissolution', 'election'],
  // They stand on the agenda of their own meeting, which builds it from them.
  waiting: async () => [],
  decided: async (trx, { kind, id, outcome, meeting, paragraph, text }) => {
    if (kind === 'election') return
    if (kind === 'motion') {
      const found = motionOutcomes.find((one) => one === outcome)
      if (!found) throw new DecisionRefused('En motion bifalls, avslås eller anses besvarad.')
      const decision = `${meeting} ${paragraph}${text ? `: ${text}` : ''}`
      if (await settleMotion(trx, Number(id), { outcome: found, decision })) return
      throw new DecisionRefused('Motionen är redan beslutad, eller återkallad.')
    }
    if (!(await settleProposal(trx, Number(id), outcome)))
      throw new DecisionRefused('Förslaget är redan beslutat, eller taget tillbaka.')
  },
}
