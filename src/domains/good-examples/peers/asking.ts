import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { findPerson } from '#domains/accounts/index.ts'
import { listCards } from '#domains/contacts/index.ts'
import { localeOf, toldIn } from '#platform/i18n.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import type { Place } from '../actions.ts'
import type { Example } from '../example-queries.ts'
import type { CommentPart } from '../rules.ts'
import { insertComment, markDealtWith } from './comment-queries.ts'
import { answeredMail, askingMail } from './emails.ts'
import { mostPeers } from './limits.ts'
import { deletePeer, insertPeers, listPeers, markAnswered } from './peer-queries.ts'

/** Of the chosen, those of the network who want to be asked; never oneself. */
export async function askableOf(
  db: Kysely<Database>,
  chosen: number[],
  asker: number,
  today: string,
): Promise<number[]> {
  const cards = await listCards(db, [...new Set(chosen)].slice(0, 50), today)
  return cards
    .filter(({ mayBeAsked, shownTo, personId }) => mayBeAsked && shownTo !== 'nobody' && personId !== asker)
    .map(({ personId }) => personId)
}

/** Asks colleagues to comment on a draft; each gets a mail. Nobody is asked when they would be too many. */
export function askPeers(
  { db, actor }: Place,
  { example, people, baseUrl }: { example: Example; people: number[]; baseUrl: string },
): Promise<'asked' | 'too-many'> {
  return act(db, actor, 'ask for comments on a good example', async (trx) => {
    const before = (await listPeers(trx, example.id)).map(({ personId }) => personId)
    if (new Set([...before, ...people]).size > mostPeers) return 'too-many'
    for (const personId of await insertPeers(trx, { exampleId: example.id, people, by: actor.personId })) {
      const person = await findPerson(trx, personId)
      if (!person?.email) continue
      const l = localeOf(person.language)
      const title = toldIn(example.texts, l)?.text.title ?? ''
      await enqueueMail(trx, {
        kind: 'example-comment',
        personId,
        to: person.email,
        replyTo: actor.email ?? undefined,
        ...askingMail({
          l,
          baseUrl,
          asker: actor.name,
          organisation: example.organisation.name,
          title,
          id: example.id,
        }),
      })
    }
    return 'asked'
  })
}

/** Takes a question to a colleague back. */
export function takeBack({ db, actor }: Place, exampleId: number, personId: number): Promise<void> {
  return act(db, actor, 'take back a question for comments', (trx) => deletePeer(trx, exampleId, personId))
}

/** What a colleague says of a draft; null when there is nothing to add. The one who asked is told the first time. */
export function answerAsPeer(
  { db, actor }: Place,
  {
    example,
    comment,
    baseUrl,
    now,
  }: { example: Example; comment: { part: CommentPart; body: string } | null; baseUrl: string; now: Date },
): Promise<void> {
  return act(db, actor, 'comment on a good example', async (trx) => {
    if (comment) await insertComment(trx, { exampleId: example.id, ...comment, by: actor.personId })
    const answered = await markAnswered(trx, example.id, actor.personId, now)
    const asker = answered?.askedBy ? await findPerson(trx, answered.askedBy) : undefined
    if (!asker?.email) return
    const l = localeOf(asker.language)
    const title = toldIn(example.texts, l)?.text.title ?? ''
    await enqueueMail(trx, {
      kind: 'example-comment',
      personId: asker.id,
      to: asker.email,
      ...answeredMail({ l, baseUrl, peer: actor.name, title, id: example.id, said: comment !== null }),
    })
  })
}

/** Notes that a comment has been dealt with. */
export function dealWith(
  { db, actor }: Place,
  { exampleId, commentId, now }: { exampleId: number; commentId: number; now: Date },
): Promise<void> {
  return act(db, actor, 'deal with a comment on a good example', (trx) =>
    markDealtWith(trx, { exampleId, commentId, by: actor.personId, now }),
  )
}
