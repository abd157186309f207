/** What of a key figure tells what its values mean. */
export interface Meaning {
  unitSv: string
  unitEn: string
  direction: 'up' | 'down'
  scope: 'place' | 'organisation'
  numeratorSv: string | null
  numeratorEn: string | null
  denominatorSv: string | null
  denominatorEn: string | null
  explanationSv: string
  explanationEn: string
}

/**
 * How a change touches the values there are: `unit` and `direction` would make old values wrong as they stand,
 * `definition` would make them mean something else, `words` is for people to judge.
 */
export type Touch = 'unit' | 'direction' | 'definition' | 'words'

const parts: Record<Touch, (keyof Meaning)[]> = {
  unit: ['unitSv', 'unitEn'],
  direction: ['direction'],
  definition: ['scope', 'numeratorSv', 'numeratorEn', 'denominatorSv', 'denominatorEn'],
  words: ['explanationSv', 'explanationEn'],
}
const touches: Touch[] = ['unit', 'direction', 'definition', 'words']

/** What a change of a figure touches. */
export function touchedBy(before: Meaning, after: Meaning): Touch[] {
  return touches.filter((touch) => parts[touch].some((part) => before[part] !== after[part]))
}

/** What makes a change of a figure that has values a sound one. */
export type Demand = 'new-version' | 'break-or-version' | 'same-meaning'

/**
 * What a change asks for before it may be saved; nothing when the figure has no values yet. A unit or a direction is
 * never changed in place; a definition only together with a break; new words when somebody vouches for their meaning.
 */
export function demandsOf(
  touched: readonly Touch[],
  given: { values: number; withBreak: boolean; sameMeaning: boolean },
): Demand[] {
  if (given.values === 0) return []
  const demands: Demand[] = []
  if (touched.includes('unit') || touched.includes('direction')) demands.push('new-version')
  else if (touched.includes('definition') && !given.withBreak) demands.push('break-or-version')
  if (touched.includes('words') && !given.withBreak && !given.sameMeaning) demands.push('same-meaning')
  return demands
}
