import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import {
  appoint,
  endAppointment,
  findOrOpenPerson,
  listHolders,
  sendInvitation,
} from '#domains/accounts/index.ts'
import {
  findProfile,
  makeFull,
  openMembership,
  ownerOfNumber,
  periodOn,
  saveProfile,
} from '#domains/members/index.ts'
import type { Place } from './advance.ts'
import { sendWelcome } from './emails.ts'
import type { Application, Receiver } from './queries.ts'
import { decisionOf } from './rules.ts'
import { takeStep } from './step-queries.ts'

/** In whose name, where and on which day a membership begins. */
export type Beginning = Pick<Place, 'baseUrl' | 'today'> & { actor: { name: string } }

/** The organisation has another membership in the way. */
export class MembershipOverlaps extends Error {}

/**
 * Everything that follows when an application is approved: the membership, the profile, the people with their
 * invitations, and the letter of welcome. Throws {@link MembershipOverlaps}; then nothing of it stands.
 */
export async function beginMembership(
  trx: Transaction<Database>,
  application: Application,
  place: Beginning,
  since: string,
): Promise<void> {
  const { organisation_code: code } = application
  const decision = decisionOf(application)
  const profile = await findProfile(trx, code)
  const observing = profile && periodOn(profile.memberships, since)
  const begun =
    observing?.kind === 'observer'
      ? await makeFull(trx, { code, id: observing.id, since, decision })
      : await openMembership(trx, { code, since, kind: 'full', decision })
  if (!begun) throw new MembershipOverlaps('Another membership overlaps.')
  await fillProfile(trx, application)
  const receivers = await seatPeople(trx, application, place)
  await sendWelcome(trx, application, {
    receivers,
    registry: application.answers.email,
    since,
    decision,
    baseUrl: place.baseUrl,
  })
}

/** The same for an approval without conditions, with its own step by the program. */
export async function beginByItself(
  trx: Transaction<Database>,
  application: Application,
  place: Beginning,
  since: string,
): Promise<void> {
  const member = await takeStep(trx, {
    id: application.id,
    version: application.version,
    step: 'begin',
    by: null,
    changes: { member_since: since },
  })
  await beginMembership(trx, member, place, since)
}

/** Puts what the application tells into the profile; what is there already and not in the application stays. */
async function fillProfile(trx: Transaction<Database>, { organisation_code: code, answers }: Application) {
  const before = await findProfile(trx, code)
  if (!before) return
  const taken = await ownerOfNumber(trx, answers.organisationNumber, code)
  await saveProfile(trx, code, before.version, {
    ...before,
    organisationNumber: (!taken && answers.organisationNumber) || before.organisationNumber,
    address: answers.address,
    postalCode: answers.postalCode,
    city: answers.city,
    email: answers.email,
    invoiceEmail: answers.invoiceEmail,
    invoiceReference: answers.invoiceReference,
    programmeTitle: answers.programmeTitle,
    programmeAddress: answers.programmeAddress,
    programmeAdoptedOn: answers.programmeAdoptedOn || null,
    logo: undefined,
  })
}

/** Seats the two contacts, who are invited, and turns the applicants into member users. */
async function seatPeople(
  trx: Transaction<Database>,
  application: Application,
  { actor, baseUrl, today }: Beginning,
): Promise<Receiver[]> {
  const { organisation_code: code, organisationName, answers } = application
  const receivers: Receiver[] = []
  const contacts = [
    {
      role: 'contact-politician',
      email: answers.politicianEmail,
      name: answers.politicianName,
      title: answers.politicianTitle,
    },
    {
      role: 'contact-official',
      email: answers.officialEmail,
      name: answers.officialName,
      title: answers.officialTitle,
    },
  ] as const
  for (const { role, ...contact } of contacts) {
    const { person } = await findOrOpenPerson(trx, contact)
    await appoint(trx, { personId: person.id, organisationCode: code, role, since: today })
    await sendInvitation(trx, {
      person,
      role,
      organisationName,
      invitedBy: actor.name,
      baseUrl,
      landing: '/mina-sidor',
    })
    receivers.push({
      personId: person.id,
      name: person.name,
      email: contact.email,
      language: person.language,
    })
  }
  for (const holder of await listHolders(trx, code)) {
    if (holder.role !== 'applicant' || holder.until !== null) continue
    await endAppointment(trx, holder.appointmentId, code, today)
    if (receivers.some(({ personId }) => personId === holder.personId)) continue
    await appoint(trx, {
      personId: holder.personId,
      organisationCode: code,
      role: 'member-user',
      since: today,
    })
  }
  return receivers
}
