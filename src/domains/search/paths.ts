import type { Kind } from './tables.ts'

/** Addresses of this house, without the language. */
export const searchPaths = {
  search: '/sok',
  /** A list of links for what is typed so far, without the page round it. */
  suggestions: '/sok/forslag',
}

/** The name of each kind in addresses. */
export const kindSlugs: Record<Kind, string> = {
  organisation: 'kommuner',
  'key-figure': 'nyckeltal',
  person: 'personer',
  example: 'exempel',
  question: 'fragor',
  event: 'evenemang',
  news: 'nyheter',
  decision: 'beslut',
  page: 'sidor',
}
