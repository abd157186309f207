import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { writeShare } from './rules/share.ts'
import type { StatuteRules, StatutesFacts } from './schema.ts'

/** The rules as they are kept: as the file writes them. */
export function keptRules(rules: StatuteRules): string {
  return JSON.stringify(rules, (_key, value: unknown) => (isShare(value) ? writeShare(value) : value))
}

function isShare(value: unknown): value is Parameters<typeof writeShare>[0] {
  return typeof value === 'object' && value !== null && 'moreThan' in value
}

/** Keeps the versions as their file gives them; those that a meeting has adopted here are left alone. */
export async function saveStatutes(trx: Transaction<Database>, versions: StatutesFacts[]): Promise<void> {
  for (const { id, paragraphs, rules, ...facts } of versions) {
    const row = { ...facts, paragraphs: JSON.stringify(paragraphs), rules: keptRules(rules) }
    await trx
      .insertInto('statutes')
      .values({ id, ...row })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(row).where('statutes.kept_by', '=', 'reference'),
      )
      .execute()
  }
}
