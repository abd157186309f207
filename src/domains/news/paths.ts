/** Addresses of this house, without the language. */
export const newsPaths = {
  list: '/nyheter',
  feed: '/nyheter.atom',
  item: <Slug extends string>(slug: Slug) => `/nyheter/${slug}` as const,
  office: '/kansli/nyheter',
  begin: '/kansli/nyheter/ny',
  edit: <Id extends string | number>(id: Id) => `/kansli/nyheter/${id}` as const,
  publish: <Id extends string | number>(id: Id) => `/kansli/nyheter/${id}/publicera` as const,
  hide: <Id extends string | number>(id: Id) => `/kansli/nyheter/${id}/dolj` as const,
  show: <Id extends string | number>(id: Id) => `/kansli/nyheter/${id}/visa` as const,
  /** The content never changes under its address. */
  picture: ({ id, sha256 }: { id: number; sha256: string }) =>
    `/nyheter/bild/${id}-${sha256.slice(0, 16)}.webp`,
  pictures: <Id extends string | number>(id: Id) => `/kansli/nyheter/${id}/bilder` as const,
  propose: '/mina-sidor/nyheter/forslag',
  proposals: '/kansli/nyheter/forslag',
  proposal: <Id extends string | number>(id: Id) => `/kansli/nyheter/forslag/${id}` as const,
  magazine: '/nyheter/tidning',
  issue: (year: string | number, number: string | number) => `/nyheter/tidning/${year}-${number}`,
  issuePdf: (year: string | number, number: string | number) => `/nyheter/tidning/${year}-${number}.pdf`,
  issues: '/kansli/nyheter/tidning',
  newIssue: '/kansli/nyheter/tidning/ny',
  issueEdit: <Id extends string | number>(id: Id) => `/kansli/nyheter/tidning/${id}` as const,
  issuePictures: <Id extends string | number>(id: Id) => `/kansli/nyheter/tidning/${id}/bilder` as const,
  issueArticles: <Id extends string | number>(id: Id) => `/kansli/nyheter/tidning/${id}/artiklar` as const,
  article: <Id extends string | number, Article extends string | number>(id: Id, article: Article) =>
    `/kansli/nyheter/tidning/${id}/artiklar/${article}` as const,
}

/** An address of a picture of this house, as it may stand in a text. */
export function isNewsPicture(address: string): boolean {
  return /^\/nyheter\/bild\/[0-9]{1,9}-[0-9a-f]{16}\.webp$/.test(address)
}
