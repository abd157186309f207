/** The years of a family as classes of a map, the earliest first: each year by itself while they are few. */
export interface YearClass {
  from: number
  to: number
}

/** So many shades can be told apart in grey. */
const mostClasses = 5

/** Sorts years into at most five classes, as even in number of years as can be. */
export function yearClasses(years: number[]): YearClass[] {
  const distinct = [...new Set(years)].sort((a, b) => a - b)
  const count = Math.min(mostClasses, distinct.length)
  return Array.from({ length: count }, (_, i) => {
    const own = distinct.slice(
      Math.floor((i * distinct.length) / count),
      Math.floor(((i + 1) * distinct.length) / count),
    )
    return { from: own[0] ?? 0, to: own.at(-1) ?? 0 }
  })
}

/** The class that a year belongs to. */
export function classOf(year: number, classes: YearClass[]): number {
  return classes.findIndex(({ from, to }) => from <= year && year <= to)
}
