import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { KeptFile } from './keep.ts'

type Db = Kysely<Database> | Transaction<Database>

/** A column of a table that holds files. Beside it `<column>_sha256` refers to those outside the database. */
export interface FileOwner {
  table: string
  column: string
}

/** The columns that hold files: those beside a reference to `file_content`. */
export async function listOwners(db: Db): Promise<FileOwner[]> {
  const { rows } = await sql<FileOwner>`
    select c.conrelid::regclass::text as table, regexp_replace(a.attname, '_sha256$', '') as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'file_content'::regclass order by 1, 2`.execute(db)
  return rows
}

/** A file of an owner that lies in another place than wished, held for this transaction. */
export async function takeInside(
  trx: Db,
  { table, column }: FileOwner,
): Promise<{ row: string; bytes: Buffer } | undefined> {
  const { rows } = await sql<{ row: string; bytes: Buffer }>`
    select ctid::text as row, ${sql.ref(column)} as bytes from ${sql.table(table)}
    where ${sql.ref(column)} is not null limit 1 for update skip locked`.execute(trx)
  return rows[0]
}

/** The same for a file that lies outside. */
export async function takeOutside(
  trx: Db,
  { table, column }: FileOwner,
): Promise<{ row: string; sha256: string } | undefined> {
  const sum = sql.ref(`${column}_sha256`)
  const { rows } = await sql<{ row: string; sha256: string }>`
    select ctid::text as row, ${sum} as sha256 from ${sql.table(table)}
    where ${sum} is not null limit 1 for update skip locked`.execute(trx)
  return rows[0]
}

/** Says anew where the file of a row lies. */
export async function putOwner(
  trx: Db,
  { table, column }: FileOwner,
  row: string,
  { inside, outside }: KeptFile,
): Promise<void> {
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${inside}, ${sql.ref(`${column}_sha256`)} = ${outside}
    where ctid = ${row}::tid`.execute(trx)
}

/** Deletes the row of a file that nobody refers to, and gives where its bytes lie. */
export async function deleteUnreferenced(
  trx: Db,
  owners: FileOwner[],
  sha256: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ place: string }>`
    delete from file_content f where f.sha256 = ${sha256} and ${unreferenced(owners)} returning place`.execute(
    trx,
  )
  return rows[0]?.place
}

/** Files that nobody has referred to since a time. */
export async function listUnreferenced(
  db: Db,
  owners: FileOwner[],
  before: Date,
): Promise<{ sha256: string; place: string }[]> {
  const { rows } = await sql<{ sha256: string; place: string }>`
    select f.sha256, f.place from file_content f
    where f.kept_at < ${before} and ${unreferenced(owners)} order by 1`.execute(db)
  return rows
}

function unreferenced(owners: FileOwner[]) {
  const none = owners.map(
    ({ table, column }) =>
      sql`not exists (select from ${sql.table(table)} o where o.${sql.ref(`${column}_sha256`)} = f.sha256)`,
  )
  return sql.join([sql`true`, ...none], sql` and `)
}
