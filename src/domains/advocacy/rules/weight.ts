/** An organisation as far as it weighs: what it is, in which county, how many people live there. */
export interface Weighed {
  code: string
  kind: 'municipality' | 'region'
  countyCode: string
  inhabitants: number
}

/** The weight of a voice. */
export interface Weight {
  municipalities: number
  regions: number
  /** Whom they represent, nobody counted twice. */
  inhabitants: number
  /** Of all municipalities in the country, between 0 and 1. */
  shareOfMunicipalities: number
  /** Of all people in the country, between 0 and 1. */
  shareOfPeople: number
  /** The year at whose end the people were counted; null when nobody is. */
  year: number | null
}

/**
 * Weighs those who stand behind a text. A region represents everybody in its county, and so do its municipalities
 * together: where the region takes part, the county's people are counted through it alone, else through each
 * municipality that takes part.
 */
export function weighVoice(endorsers: Weighed[], everyone: Weighed[], year: number | null): Weight {
  const municipalities = everyone.filter(({ kind }) => kind === 'municipality')
  const inCounty = Map.groupBy(municipalities, ({ countyCode }) => countyCode)
  const peopleOf = (some: Weighed[]) => some.reduce((sum, { inhabitants }) => sum + inhabitants, 0)
  const those = new Map(endorsers.map((one) => [one.code, one]))
  const byCounty = Map.groupBy(those.values(), ({ countyCode }) => countyCode)
  let inhabitants = 0
  for (const [county, some] of byCounty) {
    const isWhole = some.some(({ kind }) => kind === 'region')
    inhabitants += peopleOf(isWhole ? (inCounty.get(county) ?? []) : some)
  }
  const count = (kind: Weighed['kind']) => [...those.values()].filter((one) => one.kind === kind).length
  const all = peopleOf(municipalities)
  return {
    municipalities: count('municipality'),
    regions: count('region'),
    inhabitants,
    shareOfMunicipalities: municipalities.length === 0 ? 0 : count('municipality') / municipalities.length,
    shareOfPeople: all === 0 ? 0 : inhabitants / all,
    year: those.size === 0 ? null : year,
  }
}
