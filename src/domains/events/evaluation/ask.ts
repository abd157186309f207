import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { addDays, localOf } from '#platform/days.ts'
import type { JobContext } from '#platform/http/context.ts'
import { localeOf } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { hashOf, newToken } from '#platform/secrets.ts'
import { titleOf } from '../asking.ts'
import { type Event, findEvent } from '../queries.ts'
import { gatheringRetention } from '../retention.ts'
import { evaluationPaths } from './paths.ts'
import {
  claimEvaluation,
  closeEvaluations,
  insertTickets,
  listDueEvaluations,
  listTakenPart,
} from './queries.ts'
import { evaluationTexts } from './texts.ts'

const mailKind = 'event-evaluation'
const days = gatheringRetention.evaluationDays
/** An event that ended longer ago is not asked about any more. */
const mostDaysBack = 30

/** When and where participants are asked; `baseUrl` is what links in mails begin with. */
export interface Asking extends Pick<JobContext<Database>, 'db' | 'now' | 'today'> {
  baseUrl: string
}

/**
 * Asks those who took part in events that have ended, once each. A link is drawn for each mail; what is kept of it
 * is its hash alone, beside no name. Evaluations whose time is over lose the tickets that nobody used.
 */
export async function askParticipants(asking: Asking): Promise<void> {
  const { db, now, today } = asking
  for (const id of await listDueEvaluations(db, now, mostDaysBack)) await askAbout(asking, id)
  await closeEvaluations(db, today, { kind: mailKind, days })
}

async function askAbout({ db, baseUrl, now, today }: Asking, eventId: number): Promise<void> {
  const event = await findEvent(db, eventId)
  if (!event) return
  const closesOn = addDays(today, days)
  await act(db, null, 'ask participants about an event', async (trx) => {
    if (!(await claimEvaluation(trx, eventId, { now, closesOn }))) return
    const hashes: string[] = []
    for (const { email, language, personId } of await listTakenPart(trx, eventId)) {
      const token = newToken()
      hashes.push(hashOf(token))
      const l = localeOf(language)
      const href = baseUrl + l.href(evaluationPaths.sheet(token))
      await enqueueMail(trx, {
        kind: mailKind,
        personId: personId ?? undefined,
        to: email,
        ...mailOf(event, { language, href, closesOn }),
      })
    }
    await insertTickets(trx, eventId, hashes)
  })
}

function mailOf(event: Event, how: { language: 'sv' | 'en'; href: string; closesOn: string }) {
  const l = localeOf(how.language)
  const t = evaluationTexts(l).mail
  const title = titleOf(event, l)
  return writeMail({
    language: l.language,
    subject: t.subject(title),
    paragraphs: [t.thanks(title, l.date(localOf(event.startsAt).day)), t.anonymous],
    button: { label: t.button, href: how.href },
    footer: [t.once(l.date(how.closesOn)), t.from],
  })
}
