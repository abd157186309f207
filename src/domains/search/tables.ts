import type { Generated } from 'kysely'
import type { Language } from '#platform/i18n.ts'

/** What can be found. */
export const kinds = [
  'organisation',
  'key-figure',
  'person',
  'example',
  'question',
  'event',
  'news',
  'decision',
  'page',
] as const
export type Kind = (typeof kinds)[number]

/** Who finds something; see the comment of the column. */
export type FoundBy = 'everyone' | 'visitors' | 'members' | 'organisation' | 'office'

/** What is told in one language. */
export interface FoundText {
  title: string
  lead: string
  body: string
}

export interface SearchTables {
  search_source: { name: string; held_in: string; key_column: string }
  /** Kept by triggers, all but what is of the source `page`. */
  search_text: {
    id: Generated<number>
    source: string
    key: string
    audience: FoundBy
    kind: Kind
    organisation_code: string | null
    happened_on: string | null
    year: number | null
    made_up: boolean
    languages: Language[]
    address: string
    texts: Partial<Record<Language, FoundText>>
    names: string
  }
  search_word: { word: string; for_everyone: boolean; folded: string }
}
