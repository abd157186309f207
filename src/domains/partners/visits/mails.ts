import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { findPerson } from '#domains/accounts/index.ts'
import { firstLanguage } from '#platform/association.ts'
import { type Locale, localeOf } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import type { Secrets } from '#platform/secrets.ts'
import { countryName } from '../countries.ts'
import { officeTextsOf } from '../office-texts.ts'
import { partnerPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { listOffice, type Visit } from './queries.ts'

/** Where links lead, and what signs them. */
export interface Site {
  baseUrl: string
  secrets: Secrets
}

const purpose = 'visit-request'

/** The address of the page of who asked, which is the key to it. */
export function statusToken(secrets: Secrets, id: number): string {
  return secrets.sign(purpose, { id })
}

/** Whose page a token opens; undefined when it is not ours. */
export function visitOfToken(secrets: Secrets, token: string): number | undefined {
  const id = secrets.verify(purpose, token)?.id
  return typeof id === 'number' ? id : undefined
}

/** What who asked is told of. */
export type Told = 'confirm' | 'received' | 'accepted' | 'declined' | 'withdrawn'

/** Tells who asked, in the language of the page that they asked on. */
export async function tellVisitor(
  trx: Transaction<Database>,
  visit: Visit,
  told: Told,
  { baseUrl, secrets }: Site,
): Promise<void> {
  const l = localeOf(visit.tongue)
  const t = textsOf(l).visitMails
  const host = visit.host?.name ?? ''
  await enqueueMail(trx, {
    kind: `visit-${told}`,
    to: visit.email,
    ...writeMail({
      language: l.tongue,
      subject: t[told].subject(host),
      paragraphs: [
        t.greeting(visit.name),
        t[told].text(host),
        ...(told === 'accepted' || told === 'declined' ? [visit.reply] : []),
      ],
      button: {
        label: t[told].button,
        href: baseUrl + l.href(partnerPaths.visitStatus(statusToken(secrets, visit.id))),
      },
      footer: [t.why, t.from],
    }),
  })
}

/** The facts of a visit, one a line. */
export function visitFacts(l: Locale, visit: Visit): string {
  const t = officeTextsOf(l).visits
  return [
    `${visit.organisation}, ${countryName(l, visit.country)}`,
    t.peopleWhen(visit.people, l.date(visit.earliest), l.date(visit.latest)),
    t.inLanguage(t.languages[visit.visitLanguage]),
    '',
    visit.wishes,
  ].join('\n')
}

/** Tells the secretariat that a wish waits. */
export async function tellOffice(
  trx: Transaction<Database>,
  visit: Visit,
  subject: 'waiting' | 'nobody',
  { baseUrl, today }: { baseUrl: string; today: string },
): Promise<void> {
  const l = localeOf(firstLanguage)
  const t = officeTextsOf(l).visits.mails
  for (const { personId, email, name } of await listOffice(trx, today)) {
    await enqueueMail(trx, {
      kind: `visit-${subject}`,
      personId,
      to: email,
      ...writeMail({
        language: 'sv',
        subject: t[subject](visit.organisation),
        paragraphs: [t.greeting(name), t[subject](visit.organisation), visitFacts(l, visit)],
        button: { label: t.officeButton, href: baseUrl + l.href(partnerPaths.visitOffice(visit.id)) },
        footer: [t.from],
      }),
    })
  }
}

/** Asks somebody at a member to receive a visit, with why just them. */
export async function askHost(
  trx: Transaction<Database>,
  visit: Visit,
  personId: number,
  words: (l: Locale) => string,
  baseUrl: string,
): Promise<void> {
  const person = await findPerson(trx, personId)
  if (!person?.email) return
  const l = localeOf(person.language)
  const t = officeTextsOf(l).visits.mails
  await enqueueMail(trx, {
    kind: 'visit-asked',
    personId,
    to: person.email,
    ...writeMail({
      language: l.language,
      subject: t.asked(visit.organisation),
      paragraphs: [t.greeting(person.name), t.askedText, visitFacts(l, visit), t.because(words(l))],
      button: { label: t.hostButton, href: baseUrl + l.href(partnerPaths.ownVisit(visit.id)) },
      footer: [t.from],
    }),
  })
}
