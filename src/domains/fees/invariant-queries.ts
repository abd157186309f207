import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Invariant } from '#platform/http/invariant.ts'
import { totalsOf } from './invoices/document.ts'

/** What must always hold of invoices and money. */
export const feeInvariants: Invariant<Database>[] = [
  {
    says: 'the numbers of each year’s invoices have no gap',
    broken: (db) =>
      listed(
        db,
        sql`select s.year || ': number ' || n || ' is missing' as line from invoice_series s, generate_series(1, s.last) n
            where not exists (select from invoice i where i.year = s.year and i.sequence = n)
          union all
          select i.number || ' is past the end of its series' from invoice i left join invoice_series s using (year)
            where s.year is null or i.sequence > s.last`,
      ),
  },
  {
    says: 'an invoice says the same in its row and on its paper',
    broken: async (db) => {
      const invoices = await db.selectFrom('invoice').select(['number', 'total_ore', 'document']).execute()
      return invoices.flatMap(({ number, total_ore, document }) => {
        const { totalOre } = totalsOf(document.lines)
        const same = document.number === number && totalOre === total_ore
        return same
          ? []
          : [`${number}: ${total_ore} öre in the row, ${totalOre} as ${document.number} on paper`]
      })
    },
  },
  {
    says: 'no more of a payment is placed than came in',
    broken: (db) =>
      listed(
        db,
        sql`select 'payment ' || p.id || ': ' || p.amount_ore || ' öre came, ' || sum(a.amount_ore) || ' are placed' as line
            from payment p join allocation a on a.payment_id = p.id
            group by p.id having abs(sum(a.amount_ore)) > abs(p.amount_ore)`,
      ),
  },
  {
    says: 'every payment of a file that was read is there',
    broken: (db) =>
      listed(
        db,
        sql`select 'file ' || f.id || ' told of ' || f.payments - f.known - f.skipped || ' new payments, ' || count(p.id) || ' are there' as line
            from payment_file f left join payment p on p.file_id = f.id
            group by f.id having count(p.id) <> f.payments - f.known - f.skipped`,
      ),
  },
  {
    says: 'everything that was issued, read or placed is in the log',
    broken: (db) =>
      listed(
        db,
        sql`with oldest as (select min(at) as at from audit_entry),
            acts (table_name, row_key, at) as (
              select 'invoice', id::text, made_at from invoice
              union all select 'payment_file', id::text, read_at from payment_file
              union all select 'allocation', id::text, placed_at from allocation)
          select acts.table_name || ' ' || acts.row_key as line from acts, oldest
            where acts.at > oldest.at and not exists (select from audit_entry e
              where e.table_name = acts.table_name and e.row_key = acts.row_key)`,
      ),
  },
]

async function listed(db: Kysely<Database>, statement: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`${statement}`.execute(db)
  return rows.map(({ line }) => line)
}
