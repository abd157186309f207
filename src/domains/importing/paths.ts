/** Addresses of this house, without the language. */
export const importPaths = {
  front: '/kansli/import',
  start: '/kansli/import/starta',
  run: <Id extends string | number>(id: Id) => `/kansli/import/korning/${id}` as const,
  origins: '/kansli/import/kopplingar',
  origin: <Figure extends string>(figure: Figure) => `/kansli/import/kopplingar/${figure}` as const,
  population: '/kansli/import/befolkning',
  files: '/kansli/import/fil',
  file: <Id extends string | number>(id: Id) => `/kansli/import/fil/${id}` as const,
  load: <Id extends string | number>(id: Id) => `/kansli/import/fil/${id}/las-in` as const,
}

/** The import of people and organisations, which is another house's. */
export const peopleImport = '/kansli/import/personer'
