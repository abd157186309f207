import type { Kysely } from 'kysely'

/** Something that must always hold in the database. `ekokommun check` asks for it. */
export interface Invariant<D> {
  /** What holds, as the end of “it holds that …”. */
  says: string
  /** What breaks it, in words that find the rows; nothing when it holds. */
  broken: (db: Kysely<D>) => Promise<string[]>
}
