import type { Kysely } from 'kysely'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import {
  appoint,
  findOrOpenPerson,
  findPersonByEmail,
  issueToken,
  listHolders,
  mayTry,
  takeToken,
} from '#domains/accounts/index.ts'
import { localeOf } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { insertDraft } from './draft-queries.ts'
import { applicationPaths } from './paths.ts'
import { findOpenApplication, isOrWillBeMember } from './queries.ts'
import { textsOf } from './texts.ts'

/** Links that one address may ask for, and that may be asked for from one place. */
const perAddress = { name: 'application-address', times: 5, seconds: 15 * 60 }
const perPlace = { name: 'application-place', times: 30, seconds: 15 * 60 }

/** Minutes that the link works. */
const linkMinutes = 24 * 60

/** Who wants to apply, for whom. */
const starting = z.object({
  code: z.string(),
  organisationName: z.string(),
  name: z.string(),
  title: z.string(),
  email: z.string(),
  language: z.enum(['sv', 'en']),
})
export type Starting = z.output<typeof starting>

/** Whether a link may be asked for once more, for this address and from this place. */
export async function mayAskToStart(db: Kysely<Database>, email: string, place: string): Promise<boolean> {
  const [address, network] = await Promise.all([mayTry(db, perAddress, email), mayTry(db, perPlace, place)])
  return address && network
}

/**
 * Mails the link that starts an application; the one who runs it already gets a link back to it, and somebody else
 * is told whom to ask. Only the mail tells which, never the page.
 */
export async function sendStartLink(db: Kysely<Database>, asked: Starting, baseUrl: string): Promise<void> {
  const { code, organisationName, email, language } = asked
  const l = localeOf(language)
  const t = textsOf(l).mails
  await act(db, null, 'ask for a link to apply', async (trx) => {
    const open = await findOpenApplication(trx, code)
    const person = await findPersonByEmail(trx, email)
    const runs = open && person && (await isApplicant(trx, code, person.id))
    // A name that a stranger typed goes into no mail.
    const greeting = person ? t.greeting(person.name) : t.greetingPlain
    if (open && !runs) {
      const sameHouse = await hasApplicantAt(trx, code, domainOf(email))
      await enqueueMail(trx, {
        kind: 'application-start',
        personId: person?.id,
        to: email,
        ...writeMail({
          language,
          subject: t.taken.subject,
          paragraphs: [
            greeting,
            t.taken.text(organisationName),
            sameHouse ? t.taken.colleague(sameHouse) : t.taken.stranger,
          ],
          footer: [t.from],
        }),
      })
      return
    }
    const words = open ? t.back : t.start
    const token = await issueToken(trx, {
      purpose: 'application-start',
      personId: person?.id ?? null,
      data: asked,
      minutes: linkMinutes,
    })
    await enqueueMail(trx, {
      kind: 'application-start',
      personId: person?.id,
      to: email,
      ...writeMail({
        language,
        subject: words.subject,
        paragraphs: [greeting, words.text(organisationName)],
        button: { label: words.button, href: baseUrl + l.href(applicationPaths.confirm(token)) },
        footer: [t.start.ignore, t.from],
      }),
    })
  })
}

export type Started =
  | { done: true; personId: number; applicationId: number; opened: boolean }
  | { done: false; organisationName?: string }

/** Uses the link up: opens the person, the role and the draft, or leads back to the application that is open. */
export function startApplication(db: Kysely<Database>, token: string, today: string): Promise<Started> {
  return act(db, null, 'start an application', async (trx): Promise<Started> => {
    const used = await takeToken(trx, token, ['application-start'])
    const asked = used && starting.safeParse(used.data)
    if (!asked?.success) return { done: false }
    const { code, organisationName, name, title, email, language } = asked.data
    if (await isOrWillBeMember(trx, code, today)) return { done: false, organisationName }
    const { person } = await findOrOpenPerson(trx, { email, name, title, language })
    const open = await findOpenApplication(trx, code)
    if (open) {
      return (await isApplicant(trx, code, person.id))
        ? { done: true, personId: person.id, applicationId: open.id, opened: false }
        : { done: false, organisationName }
    }
    // Two who come at once: the draft decides who runs it; the other one gets no role.
    const id = await insertDraft(trx, { code, personId: person.id, answers: {} })
    if (id === undefined) return { done: false, organisationName }
    await appoint(trx, { personId: person.id, organisationCode: code, role: 'applicant', since: today })
    return { done: true, personId: person.id, applicationId: id, opened: true }
  })
}

async function isApplicant(db: Kysely<Database>, code: string, personId: number): Promise<boolean> {
  const holders = await listHolders(db, code)
  return holders.some(
    (holder) => holder.role === 'applicant' && holder.until === null && holder.personId === personId,
  )
}

/** The name of an applicant whose address has the same domain. */
async function hasApplicantAt(
  db: Kysely<Database>,
  code: string,
  domain: string,
): Promise<string | undefined> {
  const holders = await listHolders(db, code)
  return holders.find(
    ({ role, until, email }) => role === 'applicant' && until === null && domainOf(email ?? '') === domain,
  )?.name
}

const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1).toLowerCase()
