import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Role } from '#domains/accounts/index.ts'
import { type Locale, localeOf } from '#platform/i18n.ts'
import { type Attachment, writeMail } from '#platform/mail/mail.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { certificatePdf } from './documents/pdf.ts'
import { applicationPaths } from './paths.ts'
import { type Application, listReceivers, type Receiver } from './queries.ts'
import { type Step, steps, type Told } from './rules.ts'
import { textsOf } from './texts.ts'

/** The roles behind each audience of a step. */
const rolesOf: Record<Told, readonly Role[]> = {
  applicant: ['applicant'],
  secretariat: ['secretariat'],
  'expert-group': ['expert-group'],
  board: ['board-chair', 'board-member', 'board-substitute'],
}

const pageOf: Record<Told, (id: number) => string> = {
  applicant: applicationPaths.one,
  secretariat: applicationPaths.officeOne,
  'expert-group': applicationPaths.review,
  board: () => applicationPaths.board,
}

/** Tells everyone whom a step concerns, in their own language. */
export async function tellOfStep(
  trx: Transaction<Database>,
  application: Application,
  step: Step,
  told: {
    baseUrl: string
    today: string
    text: string
    /** People who are partial in the matter get no mail about it. */
    without: readonly number[]
    attachments?: Attachment[] | undefined
  },
): Promise<void> {
  const { baseUrl, today, without } = told
  for (const audience of steps[step].told) {
    // A draft is its applicant's own: nobody else hears of it.
    if (audience !== 'applicant' && application.submitted_at === null) continue
    const place = audience === 'applicant' ? application.organisation_code : undefined
    for (const receiver of await listReceivers(trx, rolesOf[audience], today, place)) {
      if (audience !== 'applicant' && without.includes(receiver.personId)) continue
      const l = localeOf(receiver.language)
      const words = textsOf(l).mails.steps[step]?.[audience]
      if (!words) continue
      const day = (step === 'accept' ? application.review_due_on : application.meetingOn) ?? today
      const mail = { organisation: application.organisationName, day: l.date(day), text: told.text }
      await send(trx, receiver, `application-${step}`, {
        l,
        subject: words.subject(mail),
        paragraphs: [words.text(mail)],
        href: baseUrl + l.href(pageOf[audience](application.id)),
        attachments: audience === 'applicant' ? told.attachments : undefined,
      })
    }
  }
}

/** Asks a reviewer for a view that is due soon, or late. */
export async function remindReviewer(
  trx: Transaction<Database>,
  application: Application,
  receiver: Receiver,
  { baseUrl, late }: { baseUrl: string; late: boolean },
): Promise<void> {
  const l = localeOf(receiver.language)
  const t = textsOf(l).mails.reminder
  const name = application.organisationName
  const day = l.date(application.review_due_on ?? '')
  await send(trx, receiver, 'review-reminder', {
    l,
    subject: t.subject(name),
    paragraphs: [late ? t.late(name, day) : t.text(name, day)],
    href: baseUrl + l.href(applicationPaths.review(application.id)),
    button: t.button,
  })
}

/** Welcomes a new member, in a mail to each of its people and to its registry. */
export async function sendWelcome(
  trx: Transaction<Database>,
  application: Application,
  welcome: { receivers: Receiver[]; registry: string; since: string; decision: string; baseUrl: string },
): Promise<void> {
  const { receivers, registry, since, decision, baseUrl } = welcome
  const name = application.organisationName
  const everyone = [
    ...receivers,
    ...(registry ? [{ personId: undefined, name, email: registry, language: 'sv' as const }] : []),
  ]
  for (const receiver of everyone) {
    const l = localeOf(receiver.language)
    const t = textsOf(l).mails.welcome
    const certificate = await certificatePdf(l, application, since)
    await send(trx, receiver, 'welcome', {
      l,
      subject: t.subject(name),
      paragraphs: [t.text(name, l.date(since), decision), t.what],
      href: baseUrl + l.href(applicationPaths.certificate(application.id)),
      button: t.certificate,
      attachments: [{ name: t.fileName, mediaType: 'application/pdf', content: certificate }],
    })
  }
}

async function send(
  trx: Transaction<Database>,
  receiver: Omit<Receiver, 'personId'> & { personId: number | undefined },
  kind: string,
  mail: {
    l: Locale
    subject: string
    paragraphs: string[]
    href: string
    button?: string
    attachments?: Attachment[] | undefined
  },
): Promise<void> {
  const { l, subject, paragraphs, href, button, attachments } = mail
  const t = textsOf(l).mails
  await enqueueMail(trx, {
    kind,
    personId: receiver.personId,
    to: receiver.email,
    attachments,
    ...writeMail({
      language: l.language,
      subject,
      paragraphs: [t.greeting(receiver.name), ...paragraphs],
      button: { label: button ?? t.open, href },
      footer: [t.from],
    }),
  })
}
