/** The set that the members follow on a day (`YYYY-MM-DD`): the one that began last. Null before the first. */
export function currentSetOf(
  sets: readonly { id: string; currentFrom: string | null }[],
  day: string,
): string | null {
  let current: { id: string; from: string } | null = null
  for (const { id, currentFrom: from } of sets) {
    if (from === null || from > day) continue
    if (!current || from > current.from || (from === current.from && id > current.id)) current = { id, from }
  }
  return current?.id ?? null
}
