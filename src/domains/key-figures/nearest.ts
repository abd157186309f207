import { nearestTo } from './group.ts'
import { findNearest, findNearness } from './many/near.ts'
import { isLarge, loadDirectory, type Reader } from './reader.ts'
import type { Neighbour } from './rules/similar.ts'

/** Of a large association, so many of the most alike are looked for. */
const mostOfMany = 200

/**
 * Everyone of the same kind, the most alike first; of a large association the first few hundred. Empty for a code that
 * is not known.
 */
export async function loadNearest(reader: Reader, code: string): Promise<Neighbour[]> {
  return reader.remember(`nearest ${code}`, async () => {
    if (await isLarge(reader)) return findNearest(reader.db, code, mostOfMany)
    const { all, byCode } = await loadDirectory(reader)
    const mine = byCode.get(code)
    return mine
      ? nearestTo(
          mine,
          all.filter(({ kind }) => kind === mine.kind),
        )
      : []
  })
}

/** How near some others are to an organisation, nearest first; those of the same kind, whose size is known. */
export async function loadNearness(reader: Reader, code: string, others: string[]): Promise<Neighbour[]> {
  if (await isLarge(reader)) return findNearness(reader.db, code, others)
  const wanted = new Set(others)
  return (await loadNearest(reader, code)).filter((one) => wanted.has(one.code))
}
