/** Addresses of this house, without the language. */
export const keyFigurePaths = {
  list: '/nyckeltal',
  method: '/nyckeltal/metod',
  revisions: '/nyckeltal/revideringar',
  yearlyReports: '/nyckeltal/arsrapport',
  yearlyReport: <Year extends string | number>(year: Year) => `/nyckeltal/arsrapport/${year}` as const,
  figure: (id: string) => `/nyckeltal/${id}`,
  embed: (id: string) => `/embed/nyckeltal/${id}`,
  compare: '/jamfor',
}
