/** Addresses of this house, without the language. */
export const letterPaths = {
  list: '/kansli/brev',
  letter: <Id extends string | number>(id: Id) => `/kansli/brev/${id}` as const,
  preview: <Id extends string | number>(id: Id) => `/kansli/brev/${id}/granska` as const,
  test: <Id extends string | number>(id: Id) => `/kansli/brev/${id}/prov` as const,
  send: <Id extends string | number>(id: Id) => `/kansli/brev/${id}/skicka` as const,
  unschedule: <Id extends string | number>(id: Id) => `/kansli/brev/${id}/avbryt` as const,
  resend: <Id extends string | number>(id: Id) => `/kansli/brev/${id}/igen` as const,
  unsubscribe: <Token extends string>(token: Token) => `/avanmal/${token}` as const,
  mine: '/mina-sidor/brev',
}
