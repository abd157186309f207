import { nearestTo } from './group.ts'
import { loadDirectory, type Reader } from './load-view.ts'
import type { Neighbour } from './rules/similar.ts'

/** Everyone of the same kind, the most alike first; empty for a code that is not known. */
export async function loadNearest(reader: Reader, code: string): Promise<Neighbour[]> {
  const directory = await loadDirectory(reader)
  return reader.remember(`nearest ${code}`, () => {
    const mine = directory.byCode.get(code)
    return mine
      ? nearestTo(
          mine,
          directory.all.filter(({ kind }) => kind === mine.kind),
        )
      : []
  })
}
