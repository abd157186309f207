import { slugOf } from '#platform/slug.ts'

/** Addresses of this house, without the language. */
export const examplePaths = {
  list: '/exempel',
  feed: '/exempel.atom',
  /** The number finds the example; the words are for people, and are mended when they are old. */
  example: (id: number, title: string) => `/exempel/${[id, slugOf(title)].filter(Boolean).join('-')}`,
  mine: '/mina-sidor/exempel',
  begin: <Code extends string>(code: Code) => `/mina-sidor/exempel/ny/${code}` as const,
  draft: <Id extends string | number>(id: Id) => `/mina-sidor/exempel/${id}` as const,
  text: <Id extends string | number, Language extends string>(id: Id, language: Language) =>
    `/mina-sidor/exempel/${id}/text/${language}` as const,
  facts: <Id extends string | number>(id: Id) => `/mina-sidor/exempel/${id}/fakta` as const,
  publish: <Id extends string | number>(id: Id) => `/mina-sidor/exempel/${id}/publicera` as const,
  remove: <Id extends string | number>(id: Id) => `/mina-sidor/exempel/${id}/ta-bort` as const,
  office: '/kansli/exempel',
  hide: '/kansli/exempel/dolj',
  show: <Id extends string | number>(id: Id) => `/kansli/exempel/${id}/visa` as const,
}

/** The card of somebody who can be asked, in the contact network. */
export function contactPath(personId: number): string {
  return `/kontakter/person/${personId}`
}
