import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import { type Found, type Narrowing, searchTexts } from './queries.ts'
import type { Viewer } from './rules.ts'
import { correctWords, type Word } from './word-queries.ts'

/** What somebody looks for. Typed words hold letters and digits only. */
export interface Wanted {
  typed: string[]
  narrowing: Narrowing
  page: number
  language: Language
}

/** Looks for words as they are typed, and only where nothing has them, also for the words nearest to them. */
export async function searchFor(
  db: Kysely<Database>,
  { typed, ...asked }: Wanted,
  viewer: Viewer,
  now: Date,
): Promise<{ words: Word[]; found: Found }> {
  const asTyped = typed.map((word) => ({ typed: word, alike: [] }))
  const found = await searchTexts(db, { ...asked, words: asTyped }, viewer, now)
  if (found.total > 0) return { words: asTyped, found }
  const words = await correctWords(db, typed, viewer.audiences.includes('visitors'))
  return words.every(({ alike }) => alike.length === 0)
    ? { words, found }
    : { words, found: await searchTexts(db, { ...asked, words }, viewer, now) }
}
