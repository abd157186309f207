/** What responses are sorted by in the archive. */
export const facets = ['kind', 'year', 'counterpart', 'outcome'] as const
export type Facet = (typeof facets)[number]

/** The values of one response in each facet. */
export type FacetValues = Record<Facet, string[]>

/** What is chosen: one value of a facet, or nothing. */
export type Chosen = Record<Facet, string>

/** Whether a response fits what is chosen, one facet perhaps left aside. */
export function fits(values: FacetValues, chosen: Chosen, aside?: Facet): boolean {
  return facets.every(
    (facet) => facet === aside || chosen[facet] === '' || values[facet].includes(chosen[facet]),
  )
}

/** How many responses each value of a facet would show beside what is chosen in the other facets. */
export function countValues(responses: FacetValues[], chosen: Chosen, facet: Facet): Map<string, number> {
  const counts = new Map<string, number>()
  for (const values of responses) {
    if (!fits(values, chosen, facet)) continue
    for (const value of new Set(values[facet])) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}
