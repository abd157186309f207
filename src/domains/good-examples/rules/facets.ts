/** What examples are sorted by in the library. */
export const facets = [
  'subject',
  'figure',
  'criterion',
  'sdg',
  'size',
  'group',
  'county',
  'organisation',
] as const
export type Facet = (typeof facets)[number]

/** The values of one example in each facet. */
export type FacetValues = Record<Facet, string[]>

/** What is chosen: within a facet any of the values, between facets all of them. */
export type Chosen = Record<Facet, string[]>

/** Whether an example fits what is chosen, one facet perhaps left aside. */
export function fits(values: FacetValues, chosen: Chosen, aside?: Facet): boolean {
  return facets.every(
    (facet) =>
      facet === aside ||
      chosen[facet].length === 0 ||
      chosen[facet].some((value) => values[facet].includes(value)),
  )
}

/**
 * How many examples each value of each facet would show if it were chosen beside what is chosen in the other facets.
 * Values that would show none are left out, unless they are chosen.
 */
export function countFacets(examples: FacetValues[], chosen: Chosen): Record<Facet, Map<string, number>> {
  const countsOf = (facet: Facet) => {
    const counts = new Map(chosen[facet].map((value) => [value, 0]))
    for (const values of examples) {
      if (!fits(values, chosen, facet)) continue
      for (const value of new Set(values[facet])) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return counts
  }
  return {
    subject: countsOf('subject'),
    figure: countsOf('figure'),
    criterion: countsOf('criterion'),
    sdg: countsOf('sdg'),
    size: countsOf('size'),
    group: countsOf('group'),
    county: countsOf('county'),
    organisation: countsOf('organisation'),
  }
}
