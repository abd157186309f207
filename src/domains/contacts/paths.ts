/** Addresses of this house, without the language. */
export const contactPaths = {
  search: '/kontakter',
  person: <Id extends string | number>(id: Id) => `/kontakter/person/${id}` as const,
  vcard: <Id extends string | number>(id: Id) => `/kontakter/person/${id}/kort.vcf` as const,
  write: '/kontakter/skriv',
  card: '/mina-sidor/kort',
  subjects: '/kansli/amnen',
  subject: <Id extends string>(id: Id) => `/kansli/amnen/${id}` as const,
}
