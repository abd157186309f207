import { AsyncLocalStorage } from 'node:async_hooks'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { Problem } from '#platform/http/problem.ts'

/** A form as somebody opened it: who, where it is sent, and the key that was made when it was shown. */
export interface Sending {
  personId: number
  form: string
  key: string
}

/** What is sent has been saved already. */
export class SentBefore extends Problem {
  constructor() {
    super(409, 'Saved already')
  }
}

interface Running extends Sending {
  /** True from the moment that it may have been saved. */
  claimed: boolean
}

const running = new AsyncLocalStorage<Running>()

/** Runs the answer to a form so that the first action in it is done once. Tells whether one was. */
export async function sendingOnce(sending: Sending, run: () => Promise<void>): Promise<boolean> {
  const now = { ...sending, claimed: false }
  await running.run(now, run)
  return now.claimed
}

/**
 * Notes within an action's transaction that its form was sent: both are saved or none. The same form at the same time
 * waits for the other one. Throws {@link SentBefore} when it was saved already.
 */
export async function claimSending(trx: Transaction<Database>): Promise<void> {
  const now = running.getStore()
  if (!now || now.claimed) return
  const { rows } = await sql`
    insert into sent_once (person_id, form, key) values (${now.personId}, ${now.form}, ${now.key})
    on conflict do nothing returning key`.execute(trx)
  if (rows.length === 0) throw new SentBefore()
}

/** Says that the transaction which noted the form has been saved. */
export function keepSending(): void {
  const now = running.getStore()
  if (now) now.claimed = true
}

/** Where the sender of a form was led: null when the answer never came so far, undefined when it was not sent. */
export async function findAnswer(
  db: Kysely<Database>,
  { personId, form, key }: Sending,
): Promise<string | null | undefined> {
  const { rows } = await sql<{ answer: string | null }>`
    select answer from sent_once where person_id = ${personId} and form = ${form} and key = ${key}`.execute(
    db,
  )
  return rows[0]?.answer
}

/** Keeps where a form's sender is led; one that is only shown again, since nothing came of it, is forgotten. */
export async function endSending(
  db: Kysely<Database>,
  { personId, form, key }: Sending,
  answer: string | null,
): Promise<void> {
  const it = sql`where person_id = ${personId} and form = ${form} and key = ${key}`
  await (answer === null
    ? sql`delete from sent_once ${it}`
    : sql`update sent_once set answer = ${answer} ${it}`
  ).execute(db)
}

/** Days after which nobody sends the same form again. */
export const sentDays = 7

/** Forgets what was sent long ago. */
export async function forgetSendings(db: Kysely<Database>): Promise<void> {
  await sql`delete from sent_once where at < now() - make_interval(days => ${sentDays})`.execute(db)
}
