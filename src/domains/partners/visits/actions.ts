import type { Kysely, Transaction } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { type Reason, reasonWords } from '#domains/questions/index.ts'
import { addDays } from '#platform/days.ts'
import type { Actor } from '#platform/http/context.ts'
import { askHost, type Site, tellOffice, tellVisitor } from './mails.ts'
import {
  answerHost,
  findVisit,
  forgetVisits,
  hasHostsLeft,
  insertHosts,
  insertVisit,
  moveVisit,
  releaseHosts,
  type Visit,
  type VisitState,
  type WrittenVisit,
} from './queries.ts'
import { visitRetention } from './retention.ts'

/** Where and by whom something is done. */
export interface Place {
  db: Kysely<Database>
  actor: Actor | null
  now: Date
  today: string
  site: Site
}

const open: VisitState[] = ['waiting', 'asked']

/** Takes a wish down and asks for the proof that the mail address is theirs. Nobody else is told yet. */
export function askToVisit(
  { db, now, site }: Omit<Place, 'actor' | 'today'>,
  written: WrittenVisit,
  madeUp: boolean,
): Promise<void> {
  return act(db, null, 'ask to visit', async (trx) => {
    const visit = await read(trx, await insertVisit(trx, written, { now, madeUp }))
    await tellVisitor(trx, visit, 'confirm', site)
  })
}

/** The address is proved: the wish reaches the secretariat. */
export function confirmVisit({ db, now, today, site }: Omit<Place, 'actor'>, id: number): Promise<void> {
  return act(db, null, 'confirm a wish to visit', async (trx) => {
    if (!(await moveVisit(trx, id, ['unconfirmed'], { state: 'waiting', confirmedAt: now }))) return
    const visit = await read(trx, id)
    await tellVisitor(trx, visit, 'received', site)
    await tellOffice(trx, visit, 'waiting', { baseUrl: site.baseUrl, today })
  })
}

/** Who asked does not want to come any more. */
export function withdrawVisit({ db, now, site }: Omit<Place, 'actor' | 'today'>, id: number): Promise<void> {
  return act(db, null, 'withdraw a wish to visit', async (trx) => {
    const states: VisitState[] = ['unconfirmed', ...open]
    if (!(await moveVisit(trx, id, states, { state: 'withdrawn', answeredAt: now }))) return
    await releaseHosts(trx, id, now)
    await tellVisitor(trx, await read(trx, id), 'withdrawn', site)
  })
}

/** Asks people at members to receive the visit; the first who says yes is the host. */
export function askHosts(
  { db, actor, now, site }: Place,
  id: number,
  hosts: { personId: number; organisationCode: string; reasons: Reason[] }[],
): Promise<boolean> {
  return act(db, actor, 'ask members to receive a visit', async (trx) => {
    if (hosts.length === 0 || !(await moveVisit(trx, id, open, { state: 'asked' }))) return false
    const visit = await read(trx, id)
    for (const personId of await insertHosts(trx, id, hosts, now)) {
      const reasons = hosts.find((host) => host.personId === personId)?.reasons ?? []
      const words = (l: Parameters<Parameters<typeof askHost>[3]>[0]) =>
        l.list(reasonWords(reasons, { l, voice: 'you' }))
      await askHost(trx, visit, personId, words, site.baseUrl)
    }
    return true
  })
}

/** A member, or the secretariat in its own name, receives the visit. False when somebody was quicker. */
export function acceptVisit(
  { db, actor, now, site }: Place,
  id: number,
  { hostCode, reply }: { hostCode: string; reply: string },
): Promise<boolean> {
  return act(db, actor, 'receive a visit', async (trx) => {
    const personId = actor?.personId ?? null
    const taken = await moveVisit(trx, id, open, {
      state: 'accepted',
      reply,
      hostCode,
      personId,
      answeredAt: now,
    })
    if (!taken) return false
    if (personId !== null) await answerHost(trx, { id, personId }, { state: 'accepted', note: '', now })
    await releaseHosts(trx, id, now)
    await tellVisitor(trx, await read(trx, id), 'accepted', site)
    return true
  })
}

/** A member cannot. When nobody is left the wish goes back to the secretariat. */
export function passOnVisit(
  { db, actor, now, today, site }: Place,
  id: number,
  note: string,
): Promise<boolean> {
  return act(db, actor, 'decline to receive a visit', async (trx) => {
    const personId = actor?.personId ?? 0
    if (!(await answerHost(trx, { id, personId }, { state: 'declined', note, now }))) return false
    if (await hasHostsLeft(trx, id)) return true
    if (!(await moveVisit(trx, id, ['asked'], { state: 'waiting' }))) return true
    await tellOffice(trx, await read(trx, id), 'nobody', { baseUrl: site.baseUrl, today })
    return true
  })
}

/** The secretariat says no for everybody, with a reason that who asked is told. */
export function declineVisit({ db, actor, now, site }: Place, id: number, reply: string): Promise<boolean> {
  return act(db, actor, 'decline a visit', async (trx) => {
    const personId = actor?.personId ?? null
    if (!(await moveVisit(trx, id, open, { state: 'declined', reply, personId, answeredAt: now })))
      return false
    await releaseHosts(trx, id, now)
    await tellVisitor(trx, await read(trx, id), 'declined', site)
    return true
  })
}

/** Forgets what is not needed any more. */
export function forgetOldVisits(db: Kysely<Database>, now: Date, today: string): Promise<void> {
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  return act(db, null, 'forget old wishes to visit', (trx) =>
    forgetVisits(trx, {
      unconfirmed: ago(visitRetention.confirmHours),
      answered: ago(visitRetention.days * 24),
      visited: addDays(today, -visitRetention.days),
    }),
  )
}

async function read(trx: Transaction<Database>, id: number): Promise<Visit> {
  const visit = await findVisit(trx, id)
  if (!visit) throw new Error(`There is no wish to visit ${id}.`)
  return visit
}
