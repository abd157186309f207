import type { RuleName, StatuteRules } from '#domains/statutes/index.ts'

/** A member with those who hold its roles today. */
export interface VotingMember {
  code: string
  observer: boolean
  /** Who holds which role. */
  holders: ReadonlyMap<string, number>
}

/** Somebody whom a member sends for one of its votes instead of the contact person. */
export interface Choice {
  organisationCode: string
  place: number
  personId: number
}

/** One of a member's votes, and who casts it unless somebody has a proxy. */
export interface Vote {
  organisationCode: string
  /** 1, 2 … up to as many votes as the statutes give. */
  place: number
  personId: number | null
  /** Named by the member instead of the contact person. */
  named: boolean
}

/** A vote that somebody else carries. */
export interface ProxyGiven {
  organisationCode: string
  place: number
  toPersonId: number
}

/** A row of the voting roll. */
export interface RollVote {
  organisationCode: string
  place: number
  personId: number
  byProxy: boolean
}

/** Why somebody cannot be named or carry a vote, and which paragraph says so. */
export interface Refusal {
  why:
    | 'no-other-delegates'
    | 'delegate-already'
    | 'not-a-delegate'
    | 'own-vote'
    | 'too-many'
    | 'other-member'
    | 'given-away'
    | 'carries-others'
  rule: RuleName
  paragraph: number
}

type DelegateRules = Pick<
  StatuteRules,
  | 'votes_each_member'
  | 'voting_roles'
  | 'other_delegates'
  | 'proxies_each_delegate'
  | 'proxies_between_members'
  | 'observers_vote'
>

/**
 * The votes of all members, by the statutes: so many for each, cast by those who hold the voting roles in their order,
 * or by whom the member has named. Nobody casts two as a delegate; observers have none unless the statutes say so.
 */
export function votesOf(rules: DelegateRules, members: VotingMember[], choices: Choice[]): Vote[] {
  const taken = new Set<number>()
  const once = (personId: number | undefined) => {
    if (personId === undefined || taken.has(personId)) return null
    taken.add(personId)
    return personId
  }
  const named = new Map<string, number>()
  if (rules.other_delegates.value) {
    for (const { organisationCode, place, personId } of choices)
      named.set(`${organisationCode} ${place}`, personId)
  }
  const voting = members.filter(({ observer }) => !observer || rules.observers_vote.value)
  const places = voting.flatMap((member) =>
    Array.from({ length: rules.votes_each_member.value }, (_, i) => ({ member, place: i + 1 })),
  )
  // Those who are named come first, so that a contact person who is named for another place is not counted twice.
  const chosen = new Map(
    places.flatMap(({ member, place }) => {
      const key = `${member.code} ${place}`
      const person = named.has(key) ? once(named.get(key)) : null
      return person === null ? [] : [[key, person] as const]
    }),
  )
  return places.map(({ member, place }): Vote => {
    const key = `${member.code} ${place}`
    const person = chosen.get(key)
    if (person !== undefined) return { organisationCode: member.code, place, personId: person, named: true }
    const role = rules.voting_roles.value[place - 1]
    return {
      organisationCode: member.code,
      place,
      personId: role && !named.has(key) ? once(member.holders.get(role)) : null,
      named: false,
    }
  })
}

/** Why a member may not send this person for one of its votes; undefined when it may. */
export function refusalOfChoice(
  rules: DelegateRules,
  votes: Vote[],
  { organisationCode, place, personId }: Choice,
): Refusal | undefined {
  const { paragraph } = rules.other_delegates
  if (!rules.other_delegates.value) return { why: 'no-other-delegates', rule: 'other_delegates', paragraph }
  const elsewhere = votes.some(
    (vote) =>
      vote.personId === personId && !(vote.organisationCode === organisationCode && vote.place === place),
  )
  if (!elsewhere) return undefined
  return {
    why: 'delegate-already',
    rule: 'votes_each_member',
    paragraph: rules.votes_each_member.paragraph,
  }
}

/** Why somebody may not carry this vote, on top of the proxies that are given; undefined when they may. */
export function refusalOfProxy(
  rules: DelegateRules,
  votes: Vote[],
  given: ProxyGiven[],
  asked: ProxyGiven,
): Refusal | undefined {
  const { value: most, paragraph } = rules.proxies_each_delegate
  const refuse = (why: Refusal['why'], rule: RuleName = 'proxies_each_delegate', by = paragraph) => ({
    why,
    rule,
    paragraph: by,
  })
  const own = votes.find(({ personId }) => personId === asked.toPersonId)
  if (!own) return refuse('not-a-delegate')
  if (isPlace(own, asked)) return refuse('own-vote')
  if (own.organisationCode !== asked.organisationCode && !rules.proxies_between_members.value)
    return refuse('other-member', 'proxies_between_members', rules.proxies_between_members.paragraph)
  if (given.some((proxy) => isPlace(proxy, own))) return refuse('given-away')
  const carried = given.filter((proxy) => proxy.toPersonId === asked.toPersonId && !isPlace(proxy, asked))
  if (carried.length >= most) return refuse('too-many')
  const giver = votes.find((vote) => isPlace(vote, asked))?.personId
  if (giver && given.some(({ toPersonId }) => toPersonId === giver)) return refuse('carries-others')
  return undefined
}

/**
 * The voting roll: one row for each vote whose delegate, or whoever carries it by a proxy that the statutes allow, is
 * here with a credential that was checked. No member has more votes than the statutes say, nobody carries more.
 */
export function rollOf(
  rules: DelegateRules,
  votes: Vote[],
  proxies: ProxyGiven[],
  checked: ReadonlySet<number>,
): RollVote[] {
  const good: ProxyGiven[] = []
  for (const proxy of proxies) {
    if (!checked.has(proxy.toPersonId) || good.some((one) => isPlace(one, proxy))) continue
    if (refusalOfProxy(rules, votes, good, proxy) === undefined) good.push(proxy)
  }
  return votes.flatMap(({ organisationCode, place, personId }): RollVote[] => {
    const carrier = good.find((proxy) => isPlace(proxy, { organisationCode, place }))
    if (carrier) return [{ organisationCode, place, personId: carrier.toPersonId, byProxy: true }]
    return personId !== null && checked.has(personId)
      ? [{ organisationCode, place, personId, byProxy: false }]
      : []
  })
}

type Place = Pick<Vote, 'organisationCode' | 'place'>

function isPlace(a: Place, b: Place): boolean {
  return a.organisationCode === b.organisationCode && a.place === b.place
}
