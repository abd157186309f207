/** Somebody who has asked for the floor. */
export interface Asking {
  personId: number
  kind: 'floor' | 'order'
  askedAt: Date
}

/**
 * The order in which people speak: points of order at once, then those who have not spoken on the item yet, then those
 * who have; each in the order in which they asked.
 */
export function inSpeakingOrder<A extends Asking>(asking: A[], hasSpoken: ReadonlySet<number>): A[] {
  const rank = ({ kind, personId }: A) => (kind === 'order' ? 0 : hasSpoken.has(personId) ? 2 : 1)
  return asking.toSorted((a, b) => rank(a) - rank(b) || a.askedAt.getTime() - b.askedAt.getTime())
}
