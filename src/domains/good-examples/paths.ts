import { slugOf } from '#platform/slug.ts'
import type { Step } from './rules/steps.ts'

type Id = string | number

/** Addresses of this house, without the language. */
export const examplePaths = {
  list: '/exempel',
  feed: '/exempel.atom',
  /** The number finds the example; the words are for people, and are mended when they are old. */
  example: (id: number, title: string) => `/exempel/${[id, slugOf(title)].filter(Boolean).join('-')}`,
  /** Where an idea has spread, after the address of one of its examples. */
  spread: <Address extends string>(example: Address) => `${example}/spridning` as const,
  didToo: <One extends Id>(id: One) => `/exempel/${id}/vi-ocksa` as const,
  report: <One extends Id>(id: One) => `/exempel/${id}/anmal` as const,
  /** Never means another picture: the content has a part in it. */
  picture: ({ id, sha256 }: { id: number; sha256: string }, size: 'large' | 'small') =>
    `/exempel/bilder/${id}-${sha256.slice(0, 12)}${size === 'small' ? '-liten' : ''}.webp`,
  document: <One extends Id>(id: One) => `/exempel/dokument/${id}` as const,
  /** A draft as it will look, for those who are asked to comment on it. */
  preview: <One extends Id>(id: One) => `/exempel/utkast/${id}` as const,
  comment: <One extends Id>(id: One) => `/exempel/utkast/${id}/kommentar` as const,
  nothingToAdd: <One extends Id>(id: One) => `/exempel/utkast/${id}/inget-att-saga` as const,
  mine: '/mina-sidor/exempel',
  begin: <Code extends string>(code: Code) => `/mina-sidor/exempel/ny/${code}` as const,
  draft: <One extends Id>(id: One) => `/mina-sidor/exempel/${id}` as const,
  step: <One extends Id, Asked extends Step>(id: One, step: Asked) =>
    `/mina-sidor/exempel/${id}/${step}` as const,
  check: <One extends Id>(id: One) => `/mina-sidor/exempel/${id}/kontrollera` as const,
  text: <One extends Id, Language extends string>(id: One, language: Language) =>
    `/mina-sidor/exempel/${id}/text/${language}` as const,
  pictureOf: <One extends Id, Picture extends Id>(id: One, picture: Picture) =>
    `/mina-sidor/exempel/${id}/bilder/${picture}` as const,
  documentOf: <One extends Id, Document extends Id>(id: One, document: Document) =>
    `/mina-sidor/exempel/${id}/dokument/${document}` as const,
  addDocument: <One extends Id>(id: One) => `/mina-sidor/exempel/${id}/dokument/nytt` as const,
  peers: <One extends Id>(id: One) => `/mina-sidor/exempel/${id}/kollegor` as const,
  peer: <One extends Id, Person extends Id>(id: One, person: Person) =>
    `/mina-sidor/exempel/${id}/kollegor/${person}/ta-tillbaka` as const,
  dealtWith: <One extends Id, Comment extends Id>(id: One, comment: Comment) =>
    `/mina-sidor/exempel/${id}/kommentar/${comment}` as const,
  forgetKin: <One extends Id, After extends Id>(id: One, after: After) =>
    `/mina-sidor/exempel/${id}/efter/${after}/ta-bort` as const,
  publish: <One extends Id>(id: One) => `/mina-sidor/exempel/${id}/publicera` as const,
  remove: <One extends Id>(id: One) => `/mina-sidor/exempel/${id}/ta-bort` as const,
  office: '/kansli/exempel',
  hide: '/kansli/exempel/dolj',
  show: <One extends Id>(id: One) => `/kansli/exempel/${id}/visa` as const,
  closeReport: <One extends Id>(id: One) => `/kansli/exempel/anmalan/${id}` as const,
}

/** The one address of an example: its number and its Swedish title, or its English one where that is all. */
export function addressOf({ id, texts }: { id: number; texts: { sv?: Titled; en?: Titled } }): string {
  return examplePaths.example(id, texts.sv?.title ?? texts.en?.title ?? '')
}

interface Titled {
  title: string
}

/** The card of somebody who can be asked, in the contact network. */
export function contactPath(personId: number): string {
  return `/kontakter/person/${personId}`
}
