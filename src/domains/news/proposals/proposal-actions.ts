import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { findPerson } from '#domains/accounts/index.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import type { Place } from '../actions.ts'
import { insertPicture } from '../pictures/picture-queries.ts'
import type { uploadedPicture } from '../pictures/uploaded.ts'
import { slugFor } from '../slug-for.ts'
import { deleteNews, insertNews } from '../write-queries.ts'
import { declinedMail, publishedMail } from './emails.ts'
import {
  decideProposal,
  insertProposal,
  moveToNews,
  type Proposal,
  takeUntold,
  type WrittenProposal,
} from './proposal-queries.ts'

type Drawn = Extract<Awaited<ReturnType<typeof uploadedPicture>>, { sha256: string }>

/** Sends a proposal to the secretariat, with its picture if there is one. */
export function proposeNews(
  { db, actor }: Place,
  written: WrittenProposal,
  picture: (Drawn & { alt: string }) | undefined,
  madeUp: boolean,
): Promise<void> {
  return act(db, actor, 'propose news', async (trx) => {
    const id = await insertProposal(trx, written, { personId: actor.personId, madeUp })
    if (picture) await insertPicture(trx, { proposal: id }, { ...picture, personId: actor.personId })
  })
}

/** Makes a draft of a proposal and gives its id; undefined when somebody else has answered it. */
export function acceptProposal({ db, actor, now }: Place, proposal: Proposal): Promise<number | undefined> {
  const { language, title, body, madeUp } = proposal
  return act(db, actor, 'accept proposed news', async (trx) => {
    const texts = { [language]: { title, lead: firstParagraph(body), body } }
    const newsId = await insertNews(
      trx,
      { publishAt: null, texts },
      { slug: slugFor(title), personId: actor.personId, madeUp },
    )
    // Whoever was slower makes no second draft.
    if (!(await decideProposal(trx, proposal.id, { state: 'accepted', newsId }, now))) {
      await deleteNews(trx, newsId)
      return undefined
    }
    await moveToNews(trx, proposal, newsId)
    return newsId
  })
}

/** Declines a proposal and tells who proposed it why. False when somebody else has answered it. */
export function declineProposal(
  { db, actor, now }: Place,
  proposal: Proposal,
  reason: string,
): Promise<boolean> {
  return act(db, actor, 'decline proposed news', async (trx) => {
    if (!(await decideProposal(trx, proposal.id, { state: 'declined', reason }, now))) return false
    const person = proposal.personId === null ? undefined : await findPerson(trx, proposal.personId)
    if (person?.email) {
      const { id: personId, email, name, language } = person
      await enqueueMail(trx, {
        kind: 'news-declined',
        personId,
        to: email,
        ...declinedMail({ name, language, title: proposal.title, reason }),
      })
    }
    return true
  })
}

/** Tells those whose proposal has come out. Two processes may do so at once. */
export function tellProposers(db: Kysely<Database>, baseUrl: string, now: Date): Promise<void> {
  return act(db, null, 'tell of proposed news', async (trx) => {
    for (const { personId, email, ...told } of await takeUntold(trx, now)) {
      await enqueueMail(trx, {
        kind: 'news-published',
        personId,
        to: email,
        ...publishedMail({ ...told, baseUrl }),
      })
    }
  })
}

/** The beginning of a text, to be made into an introduction. */
function firstParagraph(body: string): string {
  return (body.split(/\n\s*\n/).find((part) => !part.startsWith('#')) ?? body)
    .replace(/\s+/g, ' ')
    .slice(0, 300)
}
