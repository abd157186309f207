/** Two are alike in something when they differ by no more than this, in standard deviations among all. */
export const alikeWithin = 0.5

/** Differences as the rule for similar organisations gives them. */
export interface Differences {
  population: number
  density: number
  /** 0 in the same SKR group; null where neither has one. */
  group: number | null
}

export type Trait = 'population' | 'density' | 'group'

/** What two organisations are alike in, the most telling first. */
export function alikeIn({ population, density, group }: Differences): Trait[] {
  return [
    ...(population <= alikeWithin ? (['population'] as const) : []),
    ...(density <= alikeWithin ? (['density'] as const) : []),
    ...(group === 0 ? (['group'] as const) : []),
  ]
}

/** So many are said to have improved most. */
export const mostToldOf = 3
/** Among fewer others with enough values for the test, being one of the best says little. */
export const fewestTested = 4

/**
 * The place of an organisation among those alike that improved, 1 for the one that improved most; null when it is
 * not one of the first few, or when too few others have been tested.
 */
export function placeAmongImproved(code: string, improved: string[], testedOthers: number): number | null {
  const place = improved.indexOf(code) + 1
  return place >= 1 && place <= mostToldOf && testedOthers >= fewestTested ? place : null
}
