import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Business, GatheredBusiness } from '#platform/http/business.ts'
import type { Locale } from '#platform/i18n.ts'
import { recordElection } from '../annual/elections.ts'
import { type NewDecision, recordDecision } from '../decisions.ts'
import type { Running } from './asking.ts'
import type { Result } from './course.ts'
import { no, votesFor, yes } from './rules/tally.ts'
import { votingTexts } from './texts.ts'
import { announce } from './write-queries.ts'

type Db = Parameters<typeof act>[0]

/** A decision that a ballot came to, as it is proposed for the minutes. */
export interface Proposed {
  outcome: string
  text: string
  support: NewDecision['support']
}

/** How a ballot's result is put as a decision of the meeting; the chair may change the words. */
export function proposedDecision(l: Locale, { ballot, course }: Running, result: Result): Proposed {
  const t = votingTexts(l).run.decision
  const tally = course.judged.at(-1)?.verdict.tally
  const support = tally ? { for: votesFor(tally, yes), against: votesFor(tally, no) } : undefined
  if (result.adopted === null)
    return { outcome: 'elected', text: t.elected(l.list(result.elected)), support: undefined }
  const [winner] = result.winners
  const text =
    winner && result.adopted
      ? t.won(winner.label)
      : (result.adopted ? t.adopted : t.rejected)(ballot.question)
  return { outcome: result.adopted ? 'adopt' : 'reject', text, support }
}

/** Which of a business's outcomes the result comes to: the one of the same word, else the first for a yes, the last for a no. */
export function outcomeOf(outcomes: Business['outcomes'], { outcome }: Proposed): string {
  const same = outcomes.find((one) => one.outcome === outcome)
  const other = outcome === 'reject' ? outcomes.at(-1) : outcomes[0]
  return (same ?? other)?.outcome ?? outcome
}

/**
 * Records the decision, and tells the wall. Candidates who were elected get their posts by it. Throws
 * `DecisionRefused`.
 */
export function decide(
  db: Db,
  meetingId: number,
  { candidateIds, ...decision }: NewDecision & { candidateIds: number[] | undefined },
  business: Pick<GatheredBusiness<Database>, 'decided'>,
): Promise<number> {
  return act(db, decision.actor, 'record a decision', async (trx) => {
    const paragraph = candidateIds
      ? await recordElection(trx, { ...decision, candidateIds }, business)
      : await recordDecision(trx, decision, business)
    await announce(trx, meetingId)
    return paragraph
  })
}
