import { slugOf } from '#platform/slug.ts'

type Id = string | number

/** Addresses of this house, without the language. */
export const advocacyPaths = {
  list: '/paverkan',
  feed: '/paverkan.atom',
  demands: '/paverkan/krav',
  begin: '/paverkan/ny',
  /** The number finds the matter; the words are for people, and are mended when they are old. */
  matter: (id: number, title: string) => `/paverkan/${[id, slugOf(title)].filter(Boolean).join('-')}`,
  byNumber: <M extends Id>(id: M) => `/paverkan/${id}` as const,
  pdf: <M extends Id>(id: M) => `/paverkan/${id}/svar.pdf` as const,
  text: <M extends Id>(id: M) => `/paverkan/${id}/text` as const,
  write: <M extends Id>(id: M) => `/paverkan/${id}/skriv` as const,
  versions: <M extends Id>(id: M) => `/paverkan/${id}/versioner` as const,
  comment: <M extends Id>(id: M) => `/paverkan/${id}/kommentera` as const,
  dealtWith: <M extends Id, K extends Id>(id: M, comment: K) =>
    `/paverkan/${id}/kommentar/${comment}/hanterad` as const,
  sections: <M extends Id>(id: M) => `/paverkan/${id}/delar` as const,
  cut: <M extends Id>(id: M) => `/paverkan/${id}/delar/dela-upp` as const,
  section: <M extends Id, S extends Id>(id: M, section: S) => `/paverkan/${id}/del/${section}` as const,
  editSection: <M extends Id, S extends Id>(id: M, section: S) =>
    `/paverkan/${id}/del/${section}/andra` as const,
  sendSection: <M extends Id, S extends Id>(id: M, section: S) =>
    `/paverkan/${id}/del/${section}/skicka` as const,
  edit: <M extends Id>(id: M) => `/paverkan/${id}/andra` as const,
  documents: <M extends Id>(id: M) => `/paverkan/${id}/dokument` as const,
  removeDocument: <M extends Id, D extends Id>(id: M, document: D) =>
    `/paverkan/${id}/dokument/${document}/ta-bort` as const,
  document: <D extends Id>(document: D) => `/paverkan/dokument/${document}` as const,
  editDemands: <M extends Id>(id: M) => `/paverkan/${id}/krav` as const,
  followDemand: <M extends Id, D extends Id>(id: M, demand: D) => `/paverkan/${id}/krav/${demand}` as const,
  endorse: <M extends Id, C extends string>(id: M, code: C) =>
    `/paverkan/${id}/stall-er-bakom/${code}` as const,
  confirm: <M extends Id, C extends string>(id: M, code: C) =>
    `/paverkan/${id}/stall-er-bakom/${code}/bekrafta` as const,
  withdraw: <M extends Id, C extends string>(id: M, code: C) =>
    `/paverkan/${id}/stall-er-bakom/${code}/dra-tillbaka` as const,
  open: <M extends Id>(id: M) => `/paverkan/${id}/oppna` as const,
  propose: <M extends Id>(id: M) => `/paverkan/${id}/till-styrelsen` as const,
  takeBack: <M extends Id>(id: M) => `/paverkan/${id}/ta-tillbaka` as const,
  adopt: <M extends Id>(id: M) => `/paverkan/${id}/beslut` as const,
  reservations: <M extends Id>(id: M) => `/paverkan/${id}/reservationer` as const,
  send: <M extends Id>(id: M) => `/paverkan/${id}/skicka` as const,
  close: <M extends Id>(id: M) => `/paverkan/${id}/avsta` as const,
}

/** The pattern of a matter's number in an address, to be put where the number stands. */
export const matterId = ':matter{[0-9]{1,9}}'
