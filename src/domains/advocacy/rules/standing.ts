/** A version of a text, as far as it matters to those who endorsed an earlier one. */
export interface Step {
  number: number
  /** It says something else than the version before. */
  inSubstance: boolean
}

/** The first version that says the same as the last one: whoever endorsed it or a later one stands behind the last. */
export function saidSince(versions: Step[]): number {
  const ordered = versions.toSorted((a, b) => a.number - b.number)
  return ordered.findLast(({ inSubstance }) => inSubstance)?.number ?? ordered[0]?.number ?? 1
}

/** Whether an endorsement of a version holds for the text as it is now. */
export function holds(endorsed: number, versions: Step[]): boolean {
  return endorsed >= saidSince(versions)
}
