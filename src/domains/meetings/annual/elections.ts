import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { appoint, endAppointment, findOrOpenPerson } from '#domains/accounts/index.ts'
import { firstLanguage } from '#platform/association.ts'
import { DecisionRefused, type GatheredBusiness } from '#platform/http/business.ts'
import { localeOf } from '#platform/i18n.ts'
import { type NewDecision, recordDecision, statutesOf } from '../decisions.ts'
import { findItem, findMeeting, type Meeting } from '../queries.ts'
import {
  type Candidate,
  describeAppointment,
  findAssociation,
  listCandidates,
  listSitting,
  markElected,
} from './nomination-queries.ts'
import { isTermOver, postIn, posts, roleOfPost, seatsToFill } from './rules/posts.ts'
import type { Post } from './tables.ts'
import { textsOf } from './texts.ts'

/** Who was elected, by their numbers as candidates. */
export type ElectionDecision = Omit<NewDecision, 'outcome' | 'text' | 'support'> & {
  candidateIds: number[]
  /** The wording; the names of the elected unless given. */
  text?: string
}

/**
 * Writes down an election: the candidates get their roles from the day of the meeting, those whose terms are over leave
 * theirs, and the decision names the elected. All in this transaction. Gives back the paragraph. Throws
 * {@link DecisionRefused} when there are more elected than seats, or one who is no candidate for the post.
 */
export async function recordElection(
  trx: Transaction<Database>,
  { candidateIds, text, ...decision }: ElectionDecision,
  business: Pick<GatheredBusiness<Database>, 'decided'>,
): Promise<number> {
  const item = await findItem(trx, decision.itemId)
  const post = item?.business?.kind === 'election' ? postOf(item.business.id) : undefined
  const meeting = item && (await findMeeting(trx, item.meetingId))
  if (!post || !meeting) throw new DecisionRefused('Ärendet är inget val.')
  const candidates = (await listCandidates(trx, meeting.id)).filter((one) => one.post === post)
  const elected = candidates.filter(({ id }) => candidateIds.includes(id))
  if (elected.length !== new Set(candidateIds).size || elected.length === 0)
    throw new DecisionRefused('Välj bland kandidaterna till posten.')
  const { rules } = await statutesOf(trx, meeting)
  const facts = postIn(rules, post)
  const year = Number(meeting.heldOn.slice(0, 4))
  const sitting = await listSitting(trx, roleOfPost[post], meeting.heldOn)
  const seats = seatsToFill(facts, sitting, year)
  if (elected.length > seats) {
    throw new DecisionRefused(
      `Det finns ${seats} att välja till posten (stadgarna § ${facts.paragraph}), och ${elected.length} är valda.`,
    )
  }
  const names = localeOf(firstLanguage).list(elected.map(nameOf))
  const paragraph = await recordDecision(
    trx,
    {
      ...decision,
      outcome: 'elected',
      text: text || textsOf(localeOf(firstLanguage)).decisions.elected(names),
    },
    business,
  )
  await giveRoles(trx, { meeting, post, elected, years: facts.years, now: decision.now })
  return paragraph
}

/** The post of an election's business, `12-member`. */
export function postOf(businessId: string): Post | undefined {
  const [, name] = /^\d+-([a-z-]+)$/.exec(businessId) ?? []
  return posts.find((post) => post === name)
}

const nameOf = ({ name, party, organisationName }: Candidate) => {
  const more = [party, organisationName].filter(Boolean).join(', ')
  return more ? `${name} (${more})` : name
}

async function giveRoles(
  trx: Transaction<Database>,
  {
    meeting,
    post,
    elected,
    years,
    now,
  }: { meeting: Meeting; post: Post; elected: Candidate[]; years: number; now: Date },
): Promise<void> {
  const role = roleOfPost[post]
  const association = await findAssociation(trx)
  const year = Number(meeting.heldOn.slice(0, 4))
  const people: { candidate: Candidate; personId: number | null }[] = []
  for (const candidate of elected) people.push({ candidate, personId: await personOf(trx, candidate) })
  // Whoever is elected again begins a new term, so everybody whose term is over leaves the seat first.
  for (const { appointmentId, since } of await listSitting(trx, role, meeting.heldOn)) {
    if (isTermOver(since, years, year)) await endAppointment(trx, appointmentId, association, meeting.heldOn)
  }
  const t = { sv: textsOf(localeOf('sv')).titles[post], en: textsOf(localeOf('en')).titles[post] }
  for (const { candidate, personId } of people) {
    await markElected(trx, candidate.id, { personId, now })
    if (personId === null) continue
    await appoint(trx, { personId, organisationCode: association, role, since: meeting.heldOn })
    await describeAppointment(trx, personId, role, { ...t, home: candidate.organisationCode })
  }
}

/** The person behind a candidate; without an address nobody can be given a role, and the secretariat does it later. */
async function personOf(trx: Transaction<Database>, candidate: Candidate): Promise<number | null> {
  if (candidate.personId !== null) return candidate.personId
  if (candidate.email === null) return null
  const { person } = await findOrOpenPerson(trx, { email: candidate.email, name: candidate.name })
  return person.id
}
