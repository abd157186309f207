/** Addresses of this house, without the language. */
export const openDataPaths = {
  page: '/oppna-data',
  catalogue: '/oppna-data/katalog',
} as const

/** The page of all sources, and the programs' own ways in: other houses answer there. */
export const neighbourPaths = {
  sources: '/oppna-data/kallor',
  api: '/api/v1',
  apiDocument: '/api/openapi.json',
  apiReference: '/api',
  kolada: '/kolada/v3',
  figures: '/nyckeltal',
  method: '/nyckeltal/metod',
  revisions: '/nyckeltal/revideringar',
} as const

/** A download: `filePath('nyckeltal', 'csv')`. */
export function filePath(name: string, ending: string): string {
  return `${openDataPaths.page}/${name}.${ending}`
}

/** One key figure as JSON-stat. */
export function figureCubePath(figureId: string): string {
  return `${openDataPaths.page}/nyckeltal/${figureId}.json-stat`
}

/** What describes a CSV file: its columns, types and keys. */
export function metadataPath(name: string): string {
  return `${filePath(name, 'csv')}-metadata.json`
}
