import { z } from 'zod'
import type { Reader } from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { type Archived, listArchive } from './archive-queries.ts'
import { type Chosen, countValues, type Facet, facets, fits } from './rules/facets.ts'
import { textsOf } from './texts.ts'

/** What each facet is called in an address. */
const fieldOf: Record<Facet, string> = { kind: 'slag', year: 'ar', counterpart: 'till', outcome: 'utfall' }

/** So many responses stand on a page. */
const perPage = 20

/** What somebody looks for in the archive. */
export interface AskedFor {
  words: string
  chosen: Chosen
  page: number
}

const word = z.string().trim().max(200).catch('')
const pageNumber = z.coerce.number().int().min(1).max(1000).catch(1)

/** Reads the address; what it cannot mean counts as not asked for. */
export function readAsked(query: Record<string, string>): AskedFor {
  const value = (facet: Facet) => word.parse(query[fieldOf[facet]]).replaceAll('\0', '')
  return {
    words: word.parse(query.sok).replaceAll('\0', ''),
    chosen: {
      kind: value('kind'),
      year: value('year'),
      counterpart: value('counterpart'),
      outcome: value('outcome'),
    },
    page: pageNumber.parse(query.sida),
  }
}

/** The same, as an address writes it; empty when nothing is asked for. */
export function queryOf({ words, chosen, page }: AskedFor): string {
  const pairs: [string, string][] = [
    ['sok', words],
    ...facets.map((facet): [string, string] => [fieldOf[facet], chosen[facet]]),
    ['sida', page > 1 ? String(page) : ''],
  ]
  const filled = pairs.filter(([, value]) => value !== '')
  return filled.length > 0 ? `?${new URLSearchParams(filled)}` : ''
}

/** A value of a facet: its name, how many it shows, and the address that chooses it, or lets it go. */
export interface FacetLink {
  value: string
  name: string
  count: number
  chosen: boolean
  query: string
}

export interface FoundInArchive {
  /** Those of the page asked for. */
  ids: number[]
  total: number
  pages: number
  links: Record<Facet, FacetLink[]>
}

/** What of the archive fits, and what it can be narrowed by. */
export async function findInArchive(
  { db, remember }: Reader,
  l: Locale,
  asked: AskedFor,
): Promise<FoundInArchive> {
  const { words, chosen, page } = asked
  const all = words
    ? await listArchive(db, words)
    : (await remember('advocacy archive', async () => ({ all: await listArchive(db, '') }))).all
  const found = all.filter(({ values }) => fits(values, chosen))
  return {
    ids: found.slice((page - 1) * perPage, page * perPage).map(({ id }) => id),
    total: found.length,
    pages: Math.ceil(found.length / perPage),
    links: {
      kind: linksOf('kind', all, l, asked),
      year: linksOf('year', all, l, asked),
      counterpart: linksOf('counterpart', all, l, asked),
      outcome: linksOf('outcome', all, l, asked),
    },
  }
}

function linksOf(facet: Facet, all: Archived[], l: Locale, asked: AskedFor): FacetLink[] {
  const counts = countValues(
    all.map(({ values }) => values),
    asked.chosen,
    facet,
  )
  const isChosen = (value: string) => asked.chosen[facet] === value
  const links = [...counts].map(([value, count]) => ({
    value,
    name: nameOf(facet, value, l),
    count,
    chosen: isChosen(value),
    query: queryOf({ ...asked, page: 1, chosen: { ...asked.chosen, [facet]: isChosen(value) ? '' : value } }),
  }))
  return facet === 'year'
    ? links.sort((a, b) => b.value.localeCompare(a.value))
    : links.sort((a, b) => b.count - a.count || l.compare(a.name, b.name))
}

function nameOf(facet: Facet, value: string, l: Locale): string {
  const t = textsOf(l)
  const known: Record<string, string> = facet === 'kind' ? t.kinds : facet === 'outcome' ? t.outcomes : {}
  return known[value] ?? value
}
