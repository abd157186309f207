import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { findPerson, type Limit, mayTry } from '#domains/accounts/index.ts'
import { localeOf } from '#platform/i18n.ts'
import type { Letter, Letterbox, LetterboxContext } from '#platform/mail/letterbox.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { answerWithin } from '../answer-actions.ts'
import { questionPaths } from '../paths.ts'
import { longest } from '../rules/limits.ts'
import { findSubject } from './due-queries.ts'
import { attachedMail, refusedMail } from './emails.ts'
import { readReplyTag, replyBox } from './reply-address.ts'

type Context = LetterboxContext<Database>

/** Answers that one person may mail, and mails that say why one was not taken. */
const answersAnHour: Limit = { name: 'answers-by-mail', times: 20, seconds: 60 * 60 }
const explanationsADay: Limit = { name: 'mail-explained', times: 5, seconds: 24 * 60 * 60 }

/** The question does not take the answer; what was begun is undone. */
class NotTaken extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(reason)
    this.reason = reason
  }
}

/** An answer to a mail about a question is an answer to the question. */
export const replies: Letterbox<Database> = {
  name: replyBox,
  ownerOf: async ({ db, secrets }, tag) => {
    const read = readReplyTag(secrets, tag)
    const person = read && (await findPerson(db, read.personId))
    if (!person?.email || person.erased_at) return undefined
    return { personId: person.id, name: person.name, email: person.email }
  },
  take: async (context, letter) => {
    const read = readReplyTag(context.secrets, letter.tag)
    if (!read) return { refused: 'unknown-address' }
    if (letter.text.length > longest.answer) return { refused: 'too-long' }
    const { db } = context
    if (!(await mayTry(db, answersAnHour, String(letter.owner.personId)))) return { refused: 'too-often' }
    try {
      await answer(context, letter, read.questionId)
      return 'taken'
    } catch (error) {
      if (error instanceof NotTaken) return { refused: error.reason }
      throw error
    }
  },
  explain: async (context, { tag, owner }, reason) => {
    const { db, secrets } = context
    const read = readReplyTag(secrets, tag)
    if (!read || !(await mayTry(db, explanationsADay, String(owner.personId)))) return
    const about = await aboutOf(context, read.questionId, owner)
    await enqueueMail(db, {
      kind: 'answer-refused',
      personId: owner.personId,
      to: owner.email,
      thread: `question-${read.questionId}`,
      ...refusedMail({ ...about, reason }),
    })
  },
}

/** The answer, the note that the letter is taken and a word about files that were not, or nothing of it. */
function answer(context: Context, letter: Letter<Database>, questionId: number): Promise<void> {
  const { db, config, now, today } = context
  const { owner, text, note, attachments } = letter
  const madeUp = config.mode === 'demo'
  return act(db, owner, 'answer a question', async (trx) => {
    if (!(await note(trx))) return
    const given = { questionId, body: text, source: 'mail' } as const
    const answered = await answerWithin(trx, { actor: owner, now, today, madeUp }, given)
    if ('refused' in answered) throw new NotTaken(answered.refused)
    if (attachments === 0) return
    const about = await aboutOf({ ...context, db: trx }, questionId, owner)
    await enqueueMail(trx, {
      kind: 'answer-attached',
      personId: owner.personId,
      to: owner.email,
      thread: `question-${questionId}`,
      ...attachedMail({ ...about, files: attachments }),
    })
  })
}

async function aboutOf(
  { db, config }: Pick<Context, 'db' | 'config'>,
  questionId: number,
  { personId, name }: Letter<Database>['owner'],
) {
  const { title = '', language = 'sv' } = (await findSubject(db, { questionId, personId })) ?? {}
  const l = localeOf(language)
  const path = title ? questionPaths.question(questionId, title) : questionPaths.list
  return { l, name, title, href: config.baseUrl + l.href(path) }
}
