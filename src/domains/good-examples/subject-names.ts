import type { Database } from '#database/tables.ts'
import { listSubjects } from '#domains/contacts/index.ts'
import type { Asked } from '#platform/http/context.ts'
import { inLanguage } from '#platform/i18n.ts'

/** What the words of the shared list are called in the reader's language, by id. */
export async function namesOfSubjects({
  db,
  locale: l,
}: Pick<Asked<Database>, 'db' | 'locale'>): Promise<Map<string, string>> {
  const subjects = await listSubjects(db)
  return new Map(subjects.map(({ id, sv, en }) => [id, inLanguage({ sv, en }, l)]))
}
