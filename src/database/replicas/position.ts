import { type Kysely, sql } from 'kysely'
import type { Database } from '../tables.ts'

/** A place in the write-ahead log of a PostgreSQL: what was written up to there is known. */
export type Position = bigint

/** After everything: whoever waits for it reads from the primary. */
export const unreachable: Position = 2n ** 64n - 1n

/** Reads a position as PostgreSQL writes it, `16/B374D848`; undefined for anything else. */
export function readPosition(text: string): Position | undefined {
  const [, high, low] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/.exec(text) ?? []
  return high && low ? (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`) : undefined
}

/** Writes a position as PostgreSQL does. */
export function writePosition(position: Position): string {
  const hex = (part: bigint) => part.toString(16).toUpperCase()
  return `${hex(position >> 32n)}/${hex(position & 0xffffffffn)}`
}

/** Where the primary's log ends now: everything acknowledged so far stands before it. */
export async function writtenPosition(primary: Kysely<Database>): Promise<Position> {
  const { rows } = await sql<{ at: string }>`select pg_current_wal_insert_lsn()::text as at`.execute(primary)
  return readPosition(rows[0]?.at ?? '') ?? unreachable
}
