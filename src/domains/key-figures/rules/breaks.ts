/** Anything that belongs to a year. */
interface Dated {
  year: number
}

/**
 * Cuts a series at its breaks of method, oldest piece first and each piece in order of time. A break year is the
 * first year of the new method. Pieces without points are left out.
 */
export function segmentsOf<T extends Dated>(points: T[], breakYears: number[]): T[][] {
  const segments = new Map<number, T[]>()
  for (const point of points.toSorted((a, b) => a.year - b.year)) {
    const method = methodOf(point.year, breakYears)
    const segment = segments.get(method)
    if (segment) segment.push(point)
    else segments.set(method, [point])
  }
  return [...segments.values()]
}

/** The points measured by the same method as the given year, in order of time, whether or not that year has one. */
export function comparableWith<T extends Dated>(points: T[], breakYears: number[], year: number): T[] {
  const method = methodOf(year, breakYears)
  return points.filter((point) => methodOf(point.year, breakYears) === method).sort((a, b) => a.year - b.year)
}

/** Whether two years were measured by the same method. */
export function comparable(oneYear: number, otherYear: number, breakYears: number[]): boolean {
  return methodOf(oneYear, breakYears) === methodOf(otherYear, breakYears)
}

function methodOf(year: number, breakYears: number[]): number {
  return breakYears.filter((breakYear) => breakYear <= year).length
}
