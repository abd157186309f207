import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { listReadings, type PackedReading, type WantedReadings } from './queries.ts'

/** Values changed while they were read: what was read so far and what would follow do not belong together. */
export class ReadingsChanged extends Error {}

const batchSize = 2000

/**
 * The readings in batches, the next one being fetched while the last is used. Each batch is a question of its own, so
 * that a slow reader keeps no connection and no transaction open. A change of values in the meantime ends the reading
 * with {@link ReadingsChanged}.
 */
export async function* readingBatches(
  db: Kysely<Database>,
  wanted: WantedReadings,
  size = batchSize,
): AsyncGenerator<PackedReading[]> {
  let coming = listReadings(db, wanted, null, size)
  const { newest } = await coming
  for (;;) {
    const batch = await coming
    if (batch.newest !== newest) throw new ReadingsChanged('Values changed while they were read')
    const last = batch.readings.at(-1)
    if (!last) return
    const whole = batch.readings.length === size
    if (whole) {
      coming = listReadings(db, wanted, last, size)
      // Whoever stops reading in between never asks how this went.
      coming.catch(() => {})
    }
    yield batch.readings
    if (!whole) return
  }
}
