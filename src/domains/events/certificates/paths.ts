type Id = string | number

/** Addresses of certificates, without the language. */
export const certificatePaths = {
  office: <E extends Id>(event: E) => `/kansli/evenemang/${event}/intyg` as const,
  withdraw: <E extends Id, I extends Id>(event: E, id: I) =>
    `/kansli/evenemang/${event}/intyg/${id}/aterkalla` as const,
  restore: <E extends Id, I extends Id>(event: E, id: I) =>
    `/kansli/evenemang/${event}/intyg/${id}/aterstall` as const,
  /** Where anybody verifies one. */
  verify: <Code extends string>(code: Code) => `/evenemang/intyg/${code}` as const,
  file: <Code extends string>(code: Code) => `/evenemang/intyg/${code}.pdf` as const,
  own: '/mina-sidor/intyg',
  remove: '/mina-sidor/intyg/ta-bort',
}
