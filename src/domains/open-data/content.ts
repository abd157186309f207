import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Remember } from '#platform/http/remember.ts'
import type { Locale } from '#platform/i18n.ts'
import { breaks } from './content/breaks.ts'
import { figures } from './content/figures.ts'
import { memberships } from './content/memberships.ts'
import { organisations } from './content/organisations.ts'
import { sources } from './content/sources.ts'
import { history, values } from './content/values.ts'
import type { Texts } from './texts.sv.ts'

/** A value of a cell: null is empty and says why in a column beside it. */
export type Cell = string | number | boolean | null

/** How the values of a column read, by the names of XML Schema. */
export type Datatype = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'dateTime' | 'gYear'

/** A column of a file. Its key never changes and is the same in every language. */
export interface Column {
  key: keyof Texts['columns']
  type: Datatype
  /** Whether every row has a value. */
  required?: boolean
  /** The codes of the column, whose words `texts.words` has for readers. */
  words?: keyof Texts['words']
  /** The file whose first column this column's values stand in. */
  refersTo?: ContentName
}

export const contentNames = [
  'nyckeltal',
  'nyckeltal-historik',
  'definitioner',
  'metodbrott',
  'organisationer',
  'medlemskap',
  'kallor',
] as const
export type ContentName = (typeof contentNames)[number]

/** What reading needs. Texts in the data follow the language. */
export interface Reader {
  db: Kysely<Database>
  remember: Remember
  locale: Locale
}

/** Something that is given as files: one kind of row, in several formats. */
export interface Content {
  name: ContentName
  columns: Column[]
  /** The columns that together tell one row from every other. */
  key: Column['key'][]
  count: (reader: Reader) => Promise<number>
  /** The rows in batches; `every` takes one part in so many, to guess the size of the whole by. */
  read: (reader: Reader, every?: number) => AsyncIterable<Cell[][]>
}

/** Everything that can be downloaded, the values first. */
export const contents: Content[] = [values, history, figures, breaks, organisations, memberships, sources]

/** The content of a name of ours. */
export function contentOf(name: ContentName): Content {
  const found = contents.find((one) => one.name === name)
  if (!found) throw new Error(`No content is called ${name}`)
  return found
}
