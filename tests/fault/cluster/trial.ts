import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from './faults.ts'
import type { Kind, Ledger, Tally } from './ledger.ts'
import type { Prepared } from './prepare.ts'
import type { Site } from './site.ts'
import { countWaitingMail, type Found, look } from './truth.ts'

/** What one fault did, and what it did not. */
export interface Result extends Tally, Found {
  fault: string
  /** From the end of the fault until every kind of work succeeded through both web processes. */
  healMs: number
}

const patienceMs = 120_000

/** Lets a fault happen while visitors are in, waits until all is well, and holds what they were told against the truth. */
export async function tryOut(site: Site, ledger: Ledger, prepared: Prepared, fault: Fault): Promise<Result> {
  await untilHealed(ledger, Date.now())
  const early = ledger.takeTally().wrong
  const before = restartsOf(site)
  await fault.happen(site)
  const healMs = await untilHealed(ledger, Date.now())
  for (const [name, times] of Object.entries(restartsOf(site))) {
    if (times > (before[name] ?? 0) && name !== fault.ends) ledger.fault(`${name} had to be started again`)
  }
  const found = await look(site, ledger, prepared)
  if (fault.refuses) expectRefused(fault.refuses, ledger)
  const tally = ledger.takeTally()
  return { fault: fault.name, healMs, ...tally, ...found, wrong: [...early, ...tally.wrong] }
}

/** Waits until nothing waits in the outbox, and looks a last time. */
export async function lookAtTheEnd(site: Site, ledger: Ledger, prepared: Prepared): Promise<Found> {
  const until = Date.now() + patienceMs
  while ((await countWaitingMail(site.truth())) > 0 && Date.now() < until) await pause(200)
  const left = await countWaitingMail(site.truth())
  const found = await look(site, ledger, prepared)
  return left > 0 ? { ...found, lost: [...found.lost, `${left} mails that never left`] } : found
}

/** That kind of work was refused, and everything else went on as if nothing had happened. */
function expectRefused(kind: Kind, ledger: Ledger): void {
  const { troubled } = ledger
  if (!troubled.has(kind)) ledger.fault(`${kind} was never refused`)
  for (const other of troubled) if (other !== kind) ledger.fault(`${other} was refused too`)
}

async function untilHealed(ledger: Ledger, moment: number): Promise<number> {
  while (Date.now() - moment < patienceMs) {
    const healed = ledger.healedAfter(moment, [0, 1])
    if (healed !== undefined) return healed
    await pause(50)
  }
  ledger.fault(`not healed after ${patienceMs / 1000} s`)
  return patienceMs
}

function restartsOf({ webs, worker }: Site): Record<string, number> {
  const entries = webs.map(({ restarts }, i): [string, number] => [`web ${i + 1}`, restarts])
  return { ...Object.fromEntries(entries), worker: worker.restarts }
}
