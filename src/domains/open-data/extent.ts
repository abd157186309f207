import type { Reader } from './content.ts'
import { type Extent, findExtent } from './queries.ts'

/** What the data reach over today; read once for each version of the data. */
export function loadExtent({ db, remember, today }: Reader & { today: string }): Promise<Extent> {
  return remember(`open data extent ${today}`, () => findExtent(db, today))
}
