/** The corrections of one figure in a mail: told one by one, or only counted. */
export interface FigureGroup<T> {
  figureId: string
  count: number
  /** All of them, or none when there are too many. */
  listed: T[]
}

/**
 * Sorts corrections by figure, in the order in which figures first come. Up to `most` are told one by one; beyond
 * that the largest figures are only counted, so that a whole source's revision does not fill a mail.
 */
export function groupCorrections<T extends { figureId: string }>(
  corrections: T[],
  most: number,
): FigureGroup<T>[] {
  const groups = [...Map.groupBy(corrections, ({ figureId }) => figureId)]
  let room = most
  const told = new Set(
    groups
      .toSorted(([, a], [, b]) => a.length - b.length)
      .filter(([, { length }]) => {
        if (length > room) return false
        room -= length
        return true
      })
      .map(([figureId]) => figureId),
  )
  return groups.map(([figureId, all]) => ({
    figureId,
    count: all.length,
    listed: told.has(figureId) ? all : [],
  }))
}

/** One of each: the same correction may be met by several things that somebody follows. */
export function distinctCorrections<
  T extends { figureId: string; code: string; year: number; before: { value: number | null } },
>(corrections: T[]): T[] {
  const byName = new Map(
    corrections.map((one) => [`${one.figureId} ${one.code} ${one.year} ${one.before.value}`, one]),
  )
  return [...byName.values()]
}
