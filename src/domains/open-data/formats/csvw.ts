import { association } from '#platform/association.ts'
import type { Reader } from '../content.ts'
import { type Content, contentOf } from '../content.ts'
import { textsOf } from '../texts.ts'

export const csvwType = 'application/csvm+json'
const cc0 = 'http://creativecommons.org/publicdomain/zero/1.0/'

/**
 * What a CSV file of ours is, by CSVW (Metadata Vocabulary for Tabular Data): its columns with type, meaning and
 * keys, together with the files that its columns refer to.
 */
export function csvMetadata(
  content: Content,
  locale: Reader['locale'],
  addressOf: (name: string) => string,
): object {
  const t = textsOf(locale)
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': locale.language }],
    'dc:publisher': association.name.sv,
    'dc:license': { '@id': cc0 },
    dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true },
    tables: withReferred(content).map((table) => ({
      url: addressOf(table.name),
      'dc:title': t.contents[table.name].title,
      'dc:description': t.contents[table.name].about,
      tableSchema: {
        columns: table.columns.map(({ key, type, required = false, words }) => {
          const [heading = key, meaning = ''] = t.columns[key]
          const codes = words ? Object.entries(t.words[words]).map(([code, word]) => `${code}: ${word}`) : []
          return {
            name: key,
            titles: [key, heading],
            'dc:description': [meaning, codes.join(', ')].filter(Boolean).join(' '),
            datatype: type,
            required,
          }
        }),
        primaryKey: table.key,
        foreignKeys: table.columns.flatMap(({ key, refersTo }) =>
          refersTo
            ? [
                {
                  columnReference: key,
                  reference: {
                    resource: addressOf(refersTo),
                    columnReference: contentOf(refersTo).key[0] ?? '',
                  },
                },
              ]
            : [],
        ),
      },
    })),
  }
}

/** A content and all that its columns refer to, and theirs, each once. */
function withReferred(content: Content, found = new Set<Content>()): Content[] {
  if (found.has(content)) return []
  found.add(content)
  for (const { refersTo } of content.columns) if (refersTo) withReferred(contentOf(refersTo), found)
  return [...found]
}
