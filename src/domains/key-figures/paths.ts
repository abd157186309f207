/** Addresses of this house, without the language. */
export const keyFigurePaths = {
  list: '/nyckeltal',
  method: '/nyckeltal/metod',
  revisions: '/nyckeltal/revideringar',
  /** Every correction of a day; never moves. */
  revisionDay: <Day extends string>(day: Day) => `/nyckeltal/revideringar/${day}` as const,
  yearlyReports: '/nyckeltal/arsrapport',
  yearlyReport: <Year extends string | number>(year: Year) => `/nyckeltal/arsrapport/${year}` as const,
  figure: (id: string) => `/nyckeltal/${id}`,
  embed: (id: string) => `/embed/nyckeltal/${id}`,
  compare: '/jamfor',
  /** Where somebody asks to be told of corrections. */
  follow: '/bevaka',
  /** Who has improved most among those alike, and whom to ask. */
  learnFrom: '/lar-av',
  /** Where somebody who has logged in follows what happens with a figure or an organisation. */
  following: '/mina-sidor/foljer',
}
