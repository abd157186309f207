/** What can be said of a key figure, by column. */
export interface FigureFacts {
  number: string
  name_sv: string
  name_en: string
  explanation_sv: string
  explanation_en: string
  unit_sv: string
  unit_en: string
  decimals: number
  direction: 'up' | 'down'
  scope: 'place' | 'organisation'
  reported_by: 'national' | 'reporter'
  producer_sv: string
  producer_en: string
  numerator_sv: string | null
  numerator_en: string | null
  denominator_sv: string | null
  denominator_en: string | null
  plausible_min: number | null
  plausible_max: number | null
  target_value: number | null
  target_year: number | null
  target_by_sv: string | null
  target_by_en: string | null
  class_limits: number[] | null
  criteria: number[]
  sdgs: number[]
  values_note_sv: string | null
  values_note_en: string | null
}

/** What is wrong with a figure that no single field can tell, by the field of the form that can mend it. */
export function faultsOf(facts: FigureFacts): Record<string, string> {
  const faults: Record<string, string> = {}
  const { plausible_min: min, plausible_max: max, target_value: value, target_year: year } = facts
  if (min !== null && max !== null && min >= max) faults.hogst = 'limits-wrong'
  if ((value === null) !== (year === null)) faults[value === null ? 'mal' : 'mal_ar'] = 'target-half'
  if (year !== null && !(Number.isInteger(year) && year >= 2000 && year <= 2100))
    faults.mal_ar = 'target-year-wrong'
  if (!inOrder(facts.class_limits ?? [], facts.direction)) faults.klassgranser = 'classes-wrong'
  if (facts.sdgs.some((goal) => !Number.isInteger(goal) || goal < 1 || goal > 17))
    faults.globala = 'goals-wrong'
  const parts = [facts.numerator_sv, facts.numerator_en, facts.denominator_sv, facts.denominator_en]
  if (parts.some((part) => part === null) && parts.some((part) => part !== null))
    faults.taljare = 'parts-half'
  const pairs = [
    ['mal_av_en', facts.target_by_sv, facts.target_by_en],
    ['anmarkning_en', facts.values_note_sv, facts.values_note_en],
  ] as const
  for (const [field, sv, en] of pairs) if ((sv === null) !== (en === null)) faults[field] = 'both-languages'
  return faults
}

/** Class limits stand with the best class first. */
function inOrder(limits: number[], direction: 'up' | 'down'): boolean {
  return limits.every((limit, i) => {
    const before = limits[i - 1]
    return before === undefined || (direction === 'up' ? limit < before : limit > before)
  })
}
