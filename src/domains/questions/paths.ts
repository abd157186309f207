import { slugOf } from '#platform/slug.ts'

/** Addresses of this house, without the language. */
export const questionPaths = {
  list: '/fragor',
  ask: '/fragor/ny',
  similar: '/fragor/liknande',
  /** The number finds the question; the words are for people, and are mended when they are old. */
  question: (id: number, title: string) => `/fragor/${[id, slugOf(title)].filter(Boolean).join('-')}`,
  byNumber: <Id extends string | number>(id: Id) => `/fragor/${id}` as const,
  edit: <Id extends string | number>(id: Id) => `/fragor/${id}/andra` as const,
  answer: <Id extends string | number>(id: Id) => `/fragor/${id}/svara` as const,
  follow: <Id extends string | number>(id: Id) => `/fragor/${id}/folj` as const,
  unfollow: <Id extends string | number>(id: Id) => `/fragor/${id}/sluta-folja` as const,
  decline: <Id extends string | number>(id: Id) => `/fragor/${id}/inte-jag` as const,
  close: <Id extends string | number>(id: Id) => `/fragor/${id}/stang` as const,
  reopen: <Id extends string | number>(id: Id) => `/fragor/${id}/oppna` as const,
  report: <Id extends string | number>(id: Id) => `/fragor/${id}/anmal` as const,
  editAnswer: <Id extends string | number>(id: Id) => `/fragor/svar/${id}/andra` as const,
  accept: <Id extends string | number>(id: Id) => `/fragor/svar/${id}/godta` as const,
  thank: <Id extends string | number>(id: Id) => `/fragor/svar/${id}/tacka` as const,
  stillTrue: <Id extends string | number>(id: Id) => `/fragor/svar/${id}/stammer` as const,
  outdated: <Id extends string | number>(id: Id) => `/fragor/svar/${id}/inaktuellt` as const,
  office: '/kansli/fragor',
  hide: '/kansli/fragor/dolj',
  show: '/kansli/fragor/visa',
  leave: <Id extends string | number>(id: Id) => `/kansli/fragor/anmalan/${id}/lat-sta` as const,
}
