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
}
