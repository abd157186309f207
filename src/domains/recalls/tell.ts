import type { Kysely, Transaction } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import {
  dayOf,
  type KeyFigure,
  listCorrectionsBetween,
  listFigures,
  type Revision,
} from '#domains/key-figures/index.ts'
import { listSources } from '#domains/members/index.ts'
import { inLanguage, localeOf } from '#platform/i18n.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import type { Secrets } from '#platform/secrets.ts'
import { recallMail } from './emails.ts'
import { type Follow, listFollows } from './follow-queries.ts'
import {
  insertNotice,
  listFollowersToTell,
  lockFollower,
  markSeen,
  moveOn,
  type NoticePart,
  type Receiver,
} from './notice-queries.ts'
import { recallPaths } from './paths.ts'

/** What telling needs of its surroundings. */
export interface Desk {
  db: Kysely<Database>
  baseUrl: string
  secrets: Secrets
}

/** One thing that somebody follows, with what was corrected of it. */
export interface Met {
  follow: Follow
  corrections: Revision[]
}

/**
 * Tells every follower, in one mail each, of what was corrected until a moment since they last saw or heard of it.
 * Each follower is a transaction of its own: the mail is in the outbox and the follower noted as told, or neither;
 * so a kill in the middle or a second worker tells nobody twice and leaves nobody out. Gives how many were told.
 */
export async function tellFollowers(desk: Desk, until: Date): Promise<number> {
  const { db } = desk
  const [figures, waiting] = await Promise.all([listFigures(db), listFollowersToTell(db, until)])
  let told = 0
  for (const id of waiting) {
    const done = await act(db, null, 'tell of corrections', (trx) =>
      tellOne(trx, desk, { id, until, figures }),
    )
    if (done) told += 1
  }
  await act(db, null, 'note what followers have seen', (trx) => moveOn(trx, until))
  return told
}

async function tellOne(
  trx: Transaction<Database>,
  desk: Desk,
  { id, until, figures }: { id: number; until: Date; figures: KeyFigure[] },
): Promise<boolean> {
  const receiver = await lockFollower(trx, id)
  if (!receiver) return false
  const met: Met[] = []
  for (const follow of await listFollows(trx, id)) {
    if (follow.seenAt >= until) continue
    const { scopes, seenAt: since } = follow
    const corrections = await listCorrectionsBetween(trx, { since, until, scopes })
    if (corrections.length > 0) met.push({ follow, corrections })
  }
  await markSeen(trx, id, until)
  if (met.length === 0 || receiver.email === null) return false
  await enqueueMail(trx, {
    kind: 'recall',
    personId: receiver.personId ?? undefined,
    to: receiver.email,
    ...(await writeNotice(trx, desk, { receiver, met, figures })),
  })
  await insertNotice(trx, { followerId: id, until, parts: partsOf(met) })
  return true
}

async function writeNotice(
  trx: Transaction<Database>,
  { baseUrl, secrets }: Desk,
  { receiver, met, figures }: { receiver: Receiver; met: Met[]; figures: KeyFigure[] },
) {
  const l = localeOf(receiver.language)
  const sources = await listSources(trx)
  const token = secrets.sign('follower', { follower: receiver.id })
  const unsubscribe = baseUrl + l.href(recallPaths.unsubscribe(token))
  const manage = baseUrl + l.href(recallPaths.manage(token))
  const mail = recallMail({
    l,
    baseUrl,
    met,
    figures,
    sources: new Map(
      sources.map(({ id, publisher, title }) => [id, `${publisher}: ${inLanguage(title, l)}`]),
    ),
    manage,
    unsubscribe,
  })
  return { ...mail, unsubscribe }
}

/** How much of each day's corrections somebody was told, by how they use the values. */
function partsOf(met: Met[]): NoticePart[] {
  const parts = new Map<string, NoticePart>()
  for (const { follow, corrections } of met) {
    for (const correction of corrections) {
      const day = dayOf(correction)
      const key = `${day} ${follow.kind}`
      const part = parts.get(key) ?? { day, kind: follow.kind, corrections: 0 }
      parts.set(key, { ...part, corrections: part.corrections + 1 })
    }
  }
  return [...parts.values()]
}
