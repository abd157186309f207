import type { FormSection } from './rules/completeness.ts'

/** The name of each part in addresses. */
export const sectionSlugs: Record<FormSection, string> = {
  organisation: 'organisation',
  decision: 'beslut',
  programme: 'program',
  'criterion-1': 'kriterium-1',
  'criterion-2': 'kriterium-2',
  'criterion-3': 'kriterium-3',
  'criterion-4': 'kriterium-4',
  people: 'kontaktpersoner',
}

type Id = string | number

/** Addresses of this house, without the language. */
export const applicationPaths = {
  start: '/ansokan',
  confirm: <Token extends string>(token: Token) => `/ansokan/borja/${token}` as const,
  one: <A extends Id>(id: A) => `/ansokan/${id}` as const,
  section: <A extends Id, Slug extends string>(id: A, slug: Slug) => `/ansokan/${id}/del/${slug}` as const,
  documents: <A extends Id>(id: A) => `/ansokan/${id}/dokument` as const,
  removeFile: <A extends Id, File extends Id>(id: A, file: File) =>
    `/ansokan/${id}/dokument/${file}/ta-bort` as const,
  file: <A extends Id, File extends Id>(id: A, file: File) => `/ansokan/${id}/filer/${file}` as const,
  check: <A extends Id>(id: A) => `/ansokan/${id}/kontrollera` as const,
  withdraw: <A extends Id>(id: A) => `/ansokan/${id}/aterkalla` as const,
  receipt: <A extends Id>(id: A) => `/ansokan/${id}/kvittens.pdf` as const,
  certificate: <A extends Id>(id: A) => `/ansokan/${id}/medlemsbevis.pdf` as const,
  office: '/kansli/ansokningar',
  officeOne: <A extends Id>(id: A) => `/kansli/ansokningar/${id}` as const,
  officeStep: <A extends Id, Name extends string>(id: A, name: Name) =>
    `/kansli/ansokningar/${id}/${name}` as const,
  experts: '/expertgrupp',
  review: <A extends Id>(id: A) => `/expertgrupp/${id}` as const,
  recommend: <A extends Id>(id: A) => `/expertgrupp/${id}/rekommendation` as const,
  reviewerConflict: <A extends Id>(id: A) => `/expertgrupp/${id}/jav` as const,
  /** Where the board puts it on the agenda and decides. */
  board: '/styrelse',
}
