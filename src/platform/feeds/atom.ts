import XMLBuilder from 'fast-xml-builder'
import { xmlText } from '#platform/xml-text.ts'

/** A feed by RFC 4287. Addresses are absolute; moments are ISO 8601. */
export interface AtomFeed {
  /** Never changes, also when the address does. */
  id: string
  language: string
  title: string
  author: string
  /** The address of the feed itself, and of the page that it follows. */
  self: string
  page: string
  /** When there are no entries. */
  updated: string
  entries: AtomEntry[]
}

export interface AtomEntry {
  id: string
  title: string
  updated: string
  address: string
  /** Plain text. */
  text: string
  /** The same as HTML with complete addresses, where there is more than plain text. */
  html?: string
  /** When it first came out, where that is known. */
  published?: string
  /** A picture or file that belongs to it. */
  enclosure?: { address: string; type: string; title: string } | undefined
}

export const atomType = 'application/atom+xml; charset=utf-8'

const builder = new XMLBuilder({ format: true, ignoreAttributes: false, suppressEmptyNode: true })

/** A feed as XML, newest entry first as given. Words are escaped; signs that XML cannot hold are left out. */
export function atomXml(feed: AtomFeed): string {
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    feed: {
      '@_xmlns': 'http://www.w3.org/2005/Atom',
      '@_xml:lang': feed.language,
      id: feed.id,
      title: xmlText(feed.title),
      updated: feed.entries.map((entry) => entry.updated).reduce(later, feed.updated),
      author: { name: xmlText(feed.author) },
      link: [
        { '@_rel': 'self', '@_type': 'application/atom+xml', '@_href': feed.self },
        { '@_rel': 'alternate', '@_type': 'text/html', '@_href': feed.page },
      ],
      entry: feed.entries.map((entry) => ({
        id: entry.id,
        title: xmlText(entry.title),
        ...(entry.published ? { published: entry.published } : {}),
        updated: entry.updated,
        link: [
          { '@_rel': 'alternate', '@_type': 'text/html', '@_href': entry.address },
          ...(entry.enclosure
            ? [
                {
                  '@_rel': 'enclosure',
                  '@_type': entry.enclosure.type,
                  '@_title': xmlText(entry.enclosure.title),
                  '@_href': entry.enclosure.address,
                },
              ]
            : []),
        ],
        content: entry.html
          ? { '@_type': 'html', '#text': xmlText(entry.html) }
          : { '@_type': 'text', '#text': xmlText(entry.text) },
      })),
    },
  })
}

/** The later of two moments. They may be written with and without fractions of a second. */
function later(a: string, b: string): string {
  return Date.parse(a) > Date.parse(b) ? a : b
}
