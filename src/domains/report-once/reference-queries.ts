import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { FormFacts } from './reference.ts'

/** Keeps the forms as their files give them; forms whose files are gone are taken away. */
export async function saveForms(trx: Transaction<Database>, forms: FormFacts[]): Promise<void> {
  await trx.deleteFrom('form').execute()
  if (forms.length === 0) return
  await trx
    .insertInto('form')
    .values(
      forms.map(({ columns, rows, ...form }, ordinal) => ({
        ...form,
        ordinal,
        columns: JSON.stringify(columns),
        rows: JSON.stringify(rows),
      })),
    )
    .execute()
}
