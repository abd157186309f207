/** What is compared of a record. */
export interface Comparable {
  id: number
  /** The name in lower case. */
  name: string
  /** The name's trigrams, each once. */
  parts: string[]
  /** The address before the @. */
  local: string | null
  /** Codes of the organisations where the person has or had a role. */
  places: string[]
}

/** Why two records may be one person, the surest first. */
export const reasons = ['same-name', 'similar-name', 'same-local-part'] as const

export interface Pair {
  /** The record that came first. */
  a: number
  b: number
  reason: (typeof reasons)[number]
}

/** Records that are compared with each other, and how alike two names must be to count. */
interface Room {
  people: Comparable[]
  alike: number
}

/** The share of their trigrams that two names have in common, for people of one place, and of one address before the @. */
const inPlace = 0.6
const atAddress = 0.3

/** Records meet in each organisation, and where their addresses begin alike. Nobody is in a room alone. */
export function roomsOf(people: Comparable[]): Room[] {
  const places = new Map<string, Comparable[]>()
  for (const person of people) {
    for (const place of new Set(person.places)) {
      const there = places.get(place)
      if (there) there.push(person)
      else places.set(place, [person])
    }
  }
  const addresses = Map.groupBy(people, ({ local }) => local)
  addresses.delete(null)
  return [
    ...[...places.values()].map((there) => ({ people: there, alike: inPlace })),
    ...[...addresses.values()].map((there) => ({ people: there, alike: atAddress })),
  ].filter((room) => room.people.length > 1)
}

/** The same records with the rarest parts of their names first. */
export function rarestFirst(people: Comparable[]): Comparable[] {
  const times = new Map<string, number>()
  for (const { parts } of people) for (const part of parts) times.set(part, (times.get(part) ?? 0) + 1)
  const rarity = (x: string, y: string) =>
    (times.get(x) ?? 0) - (times.get(y) ?? 0) || (x < y ? -1 : x > y ? 1 : 0)
  return people.map((person) => ({ ...person, parts: person.parts.toSorted(rarity) }))
}

/** The pairs of a room that may be one person; the parts must come from `rarestFirst`. */
export function* pairsIn(room: Room): Generator<Pair> {
  for (const [one, other] of meetingsIn(room)) {
    const reason = reasonFor(one, other)
    if (reason) yield { a: Math.min(one.id, other.id), b: Math.max(one.id, other.id), reason }
  }
}

/**
 * Who has to be compared in a room, each two once. That is not everybody with everybody: two names that have enough in
 * common also have one of the rarest parts of each in common, so only those are compared that meet there.
 */
export function* meetingsIn({ people, alike }: Room): Generator<[Comparable, Comparable]> {
  const shelves = new Map<string, Comparable[]>()
  for (const person of people) {
    const met = new Set<Comparable>()
    for (const key of keysOf(person, alike)) {
      const shelf = shelves.get(key)
      if (!shelf) shelves.set(key, [person])
      else {
        for (const other of shelf) met.add(other)
        shelf.push(person)
      }
    }
    for (const other of met) yield [person, other]
  }
}

/**
 * Where somebody is looked for: under the whole name, and under the rarest of its parts. Of n parts at least
 * `alike` · n are shared with a name that is alike; so one of any n − `alike` · n + 1 is.
 */
function keysOf({ name, parts }: Comparable, alike: number): string[] {
  const shared = Math.ceil(alike * parts.length - 1e-9)
  return [`= ${name}`, ...parts.slice(0, parts.length - shared + 1)]
}

/** What makes one person of two records that meet, perhaps; null when nothing does. */
export function reasonFor(one: Comparable, other: Comparable): Pair['reason'] | null {
  if (one.name === other.name) return 'same-name'
  const alike = likeness(one.parts, other.parts)
  if (alike >= inPlace) return 'similar-name'
  return one.local !== null && one.local === other.local && alike >= atAddress ? 'same-local-part' : null
}

function likeness(parts: string[], others: string[]): number {
  const common = parts.filter((part) => others.includes(part)).length
  return common === 0 ? 0 : common / (parts.length + others.length - common)
}
