import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { FigureData } from '../figure.ts'
import { findDataOfFigures } from '../queries.ts'

interface Gathering {
  figureIds: Set<string>
  found: Promise<Map<string, FigureData>>
}

const gatherings = new WeakMap<Kysely<Database>, Map<string, Gathering>>()

/**
 * The readings of some organisations in a figure. What is asked at the same moment of the same organisations, as the
 * figures of a profile are, is one question to the database.
 */
export async function findDataTogether(
  db: Kysely<Database>,
  figureId: string,
  codes: string[],
): Promise<FigureData> {
  const open = gatherings.get(db) ?? new Map<string, Gathering>()
  gatherings.set(db, open)
  const key = codes.join()
  const gathering = open.get(key) ?? gather(db, codes, () => open.delete(key))
  open.set(key, gathering)
  gathering.figureIds.add(figureId)
  return (await gathering.found).get(figureId) ?? { byCode: new Map(), years: [] }
}

/** Waits until everybody who is about to ask has asked. */
function gather(db: Kysely<Database>, codes: string[], close: () => void): Gathering {
  const figureIds = new Set<string>()
  const found = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
    close()
    return findDataOfFigures(db, [...figureIds], null, codes)
  })
  return { figureIds, found }
}
