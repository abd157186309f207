/** Addresses of this house, without the language. */
export const keyFigurePaths = {
  list: '/nyckeltal',
  method: '/nyckeltal/metod',
  revisions: '/nyckeltal/revideringar',
  figure: (id: string) => `/nyckeltal/${id}`,
  embed: (id: string) => `/embed/nyckeltal/${id}`,
  compare: '/jamfor',
}
