/** Addresses of this house, without the language. */
export const organisationPaths = {
  list: '/kommuner',
  profile: (code: string) => `/kommuner/${code}`,
}
