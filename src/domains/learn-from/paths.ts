/** Addresses of this house, and of the neighbours that it leads to, without the language. */
export const learnPaths = {
  learn: '/lar-av',
  /** The question to people who can be asked, begun. */
  ask: (figureId: string, people: number[], title: string) =>
    `/fragor/ny?${new URLSearchParams([
      ['nyckeltal', figureId],
      ...people.map((id): [string, string] => ['till', String(id)]),
      ['titel', title],
    ])}`,
  /** A good example on a figure, begun. */
  tell: (code: string, figureId: string) =>
    `/mina-sidor/exempel/ny/${code}?${new URLSearchParams({ nyckeltal: figureId })}`,
}
