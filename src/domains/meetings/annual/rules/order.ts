/** Something with a place in a list, and the place that somebody typed for it. */
export interface Placed {
  id: number
  ordinal: number
  wanted: number
}

/**
 * The ids in the order that was typed. Who moves up comes before the one whose place it takes, who moves down after it;
 * the rest keep their order.
 */
export function inWantedOrder(items: Placed[]): number[] {
  const placeOf = ({ ordinal, wanted }: Placed) => wanted + 0.5 * Math.sign(wanted - ordinal)
  return items.toSorted((a, b) => placeOf(a) - placeOf(b) || a.ordinal - b.ordinal).map(({ id }) => id)
}
