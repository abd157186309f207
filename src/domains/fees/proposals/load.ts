import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { organisationDirectory } from '#domains/members/index.ts'
import type { Remember } from '#platform/http/remember.ts'
import { scheduleOn } from '../join-routes.tsx'
import { payersOf } from '../payers.ts'
import type { FeeSchedule } from '../rules/fee.ts'
import { type Simulation, simulate } from '../rules/simulation.ts'
import { listSchedules } from '../schedule-queries.ts'
import { type FeeProposal, findFeeProposal } from './queries.ts'

/** A proposal beside the fee of today, and what it means for every member. */
export interface ComparedFee {
  proposal: FeeProposal
  now: FeeSchedule | undefined
  simulation: Simulation | undefined
}

/** A proposal with the simulator's picture. Undefined when there is no such proposal. */
export async function loadFeeProposal(
  { db, remember, today }: { db: Kysely<Database>; remember: Remember; today: string },
  id: number,
): Promise<ComparedFee | undefined> {
  const proposal = await findFeeProposal(db, id)
  if (!proposal) return undefined
  const [directory, schedules] = await Promise.all([organisationDirectory(db, remember), listSchedules(db)])
  // What the proposal itself became is not what it is compared with.
  const now = scheduleOn(
    schedules.filter(({ year }) => year < proposal.year),
    today,
  )
  const payers = now && payersOf(directory, today, now.populationYear)
  return { proposal, now, simulation: payers && simulate(payers, now, proposal) }
}
