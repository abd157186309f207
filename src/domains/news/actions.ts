import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Actor } from '#platform/http/context.ts'
import { slugFor } from './slug-for.ts'
import { insertNews, publishNow, setHidden, updateNews, type WrittenNews } from './write-queries.ts'

/** Where and by whom something is done. */
export interface Place {
  db: Kysely<Database>
  actor: Actor
  now: Date
}

/** Writes a new piece of news, and gives its id. Its address is made of its first title and stays. */
export function writeNews({ db, actor }: Place, written: WrittenNews, madeUp: boolean): Promise<number> {
  const title = written.texts.sv?.title ?? written.texts.en?.title ?? ''
  const slug = slugFor(title)
  return act(db, actor, 'write news', (trx) =>
    insertNews(trx, written, { slug, personId: actor.personId, madeUp }),
  )
}

/** Saves a piece over the version that was seen. False when somebody was quicker. */
export function changeNews(
  { db, actor, now }: Place,
  id: number,
  written: WrittenNews,
  seen: number,
): Promise<boolean> {
  return act(db, actor, 'change news', (trx) =>
    updateNews(trx, id, written, { personId: actor.personId, seen, now }),
  )
}

/** Lets a piece of news come out now. */
export function publishNews({ db, actor, now }: Place, id: number): Promise<void> {
  return act(db, actor, 'publish news', (trx) => publishNow(trx, id, now))
}

/** Takes a piece of news off the site, with a reason for the log. */
export function hideNews({ db, actor, now }: Place, id: number, reason: string): Promise<void> {
  return act(db, actor, 'hide news', (trx) => setHidden(trx, id, reason, now))
}

/** Shows a hidden piece of news again. */
export function showNews({ db, actor, now }: Place, id: number): Promise<void> {
  return act(db, actor, 'show news', (trx) => setHidden(trx, id, null, now))
}
