import type { Database } from '#database/tables.ts'
import { listSubjects } from '#domains/contacts/index.ts'
import type { Asked } from '#platform/http/context.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { inFinnish } from './names.fi.ts'

/** What the words of the shared list are called in the reader's language, by id. */
export async function namesOfSubjects({
  db,
  locale: l,
}: Pick<Asked<Database>, 'db' | 'locale'>): Promise<Map<string, string>> {
  const subjects = await listSubjects(db)
  return new Map(subjects.map(({ id, sv, en }) => [id, subjectName({ sv, en }, l)]))
}

/** A word of the shared list in the reader's language. */
export function subjectName({ sv, en }: { sv: string; en: string }, l: Locale): string {
  return inLanguage({ sv, en, fi: inFinnish[sv] ?? en }, l)
}
