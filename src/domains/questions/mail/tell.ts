import type { Transaction } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { JobContext } from '#platform/http/context.ts'
import { localeOf } from '#platform/i18n.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { dueBefore } from '#platform/mail/rhythm.ts'
import {
  type DueMoments,
  type DueNotice,
  findMailReader,
  listPeopleToTell,
  type MailReader,
  takeDueNotices,
} from './due-queries.ts'
import { digestMail, questionMail } from './emails.ts'
import { questionMailPaths } from './paths.ts'
import { replyAddress } from './reply-address.ts'

/** What telling needs of its surroundings. */
export type Desk = Pick<JobContext<Database>, 'db' | 'config' | 'secrets' | 'now' | 'today'>

/** The mails of one run. */
export interface Told {
  people: number
  mails: number
}

/**
 * Makes mails of what people should be told of questions, each by the person's own rhythm. Each person is a
 * transaction of its own: the notices are marked and their mails are in the outbox, or neither; so a kill in the
 * middle or a second worker tells nobody twice and leaves nobody out.
 */
export async function tellOfQuestions(desk: Desk): Promise<Told> {
  const { db, now } = desk
  const moments: DueMoments = {
    'at-once': now,
    daily: dueBefore('daily', now),
    weekly: dueBefore('weekly', now),
  }
  const told: Told = { people: 0, mails: 0 }
  for (const personId of await listPeopleToTell(db, moments)) {
    const mails = await act(db, null, 'mail of questions', (trx) => tellOne(trx, desk, personId, moments))
    told.mails += mails
    if (mails > 0) told.people += 1
  }
  return told
}

async function tellOne(
  trx: Transaction<Database>,
  desk: Desk,
  personId: number,
  moments: DueMoments,
): Promise<number> {
  const reader = await findMailReader(trx, personId, desk.today)
  const notices = (await takeDueNotices(trx, personId, moments, desk.now)).filter(
    ({ rhythm, overtaken }) => rhythm !== 'never' && !overtaken,
  )
  if (!reader) return 0
  const [now, gathered] = [
    notices.filter(({ rhythm }) => rhythm === 'at-once'),
    notices.filter(({ rhythm }) => rhythm !== 'at-once'),
  ].map((some) => [...Map.groupBy(some, ({ questionId }) => questionId).values()])
  const mails: Omit<Mail, 'kind' | 'to'>[] = (now ?? []).map((group) => writeOne(desk, reader, group))
  // Of one question alone the whole mail is more use than a digest.
  if (gathered?.length === 1) mails.push(...gathered.map((group) => writeOne(desk, reader, group)))
  if (gathered && gathered.length > 1) mails.push(writeDigest(desk, reader, gathered))
  for (const mail of mails) {
    await enqueueMail(trx, { kind: 'question', personId, to: reader.email, ...mail })
  }
  return mails.length
}

/** Notices that a person can answer by mail. */
const answerable = (notices: DueNotice[]) =>
  notices.some(({ kind }) => kind === 'asked' || kind === 'answered')

function writeOne(desk: Desk, reader: MailReader, notices: DueNotice[]) {
  const questionId = notices[0]?.questionId ?? 0
  const replyTo = answerable(notices) ? addressFor(desk, reader, questionId) : undefined
  const frame = frameOf(desk, reader)
  return {
    ...questionMail({ ...frame, notices, replies: replyTo !== undefined }),
    replyTo,
    thread: `question-${questionId}`,
    unsubscribe: frame.unsubscribe,
  }
}

function writeDigest(desk: Desk, reader: MailReader, groups: DueNotice[][]) {
  const frame = frameOf(desk, reader)
  const questions = groups.map((notices) => ({
    notices,
    replyTo: answerable(notices) ? addressFor(desk, reader, notices[0]?.questionId ?? 0) : undefined,
  }))
  return { ...digestMail({ ...frame, questions }), unsubscribe: frame.unsubscribe }
}

function addressFor({ config, secrets }: Desk, { personId }: MailReader, questionId: number) {
  return config.mailInDomain && replyAddress(secrets, { questionId, personId }, config.mailInDomain)
}

function frameOf({ config, secrets }: Desk, { personId, name, language }: MailReader) {
  const l = localeOf(language)
  const token = secrets.sign('question-mail', { person: personId })
  return {
    l,
    name,
    baseUrl: config.baseUrl,
    choice: config.baseUrl + l.href(questionMailPaths.choice),
    unsubscribe: config.baseUrl + l.href(questionMailPaths.unsubscribe(token)),
  }
}
