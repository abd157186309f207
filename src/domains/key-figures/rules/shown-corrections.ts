/** What a page shows of a figure: some organisations by name, the others as a group, of one year or of all. */
export interface Shown {
  chosen: string[]
  group: string[]
  /** Null: every year. */
  year: number | null
}

/** The corrections of what is shown: of those with a name, and of the others, who count in means and places. */
export function shownCorrections<T extends { code: string; year: number }>(
  corrections: T[],
  { chosen, group, year }: Shown,
): { chosen: T[]; group: T[] } {
  const named = new Set(chosen)
  const others = new Set(group)
  const visible = corrections.filter((one) => year === null || one.year === year)
  return {
    chosen: visible.filter(({ code }) => named.has(code)),
    group: visible.filter(({ code }) => !named.has(code) && others.has(code)),
  }
}
