import type { Database } from '#database/tables.ts'
import { sizeClass } from '#domains/contacts/index.ts'
import { latestPopulation, organisationDirectory } from '#domains/members/index.ts'
import type { Asked } from '#platform/http/context.ts'
import { listTiesOfExamples } from './facet-queries.ts'
import { findIdsByText, type PublishedExample, searchExamples } from './queries.ts'
import { type Chosen, countFacets, type Facet, type FacetValues, facets, fits } from './rules/facets.ts'
import { searchQuery } from './rules.ts'

/** What each facet is called in an address. */
export const fieldOfFacet = {
  subject: 'amne',
  figure: 'nyckeltal',
  criterion: 'kriterium',
  sdg: 'mal',
  size: 'storlek',
  group: 'grupp',
  county: 'lan',
  organisation: 'organisation',
} as const satisfies Record<Facet, string>

/** Codes and ids are letters, digits and hyphens; what holds a NUL would not even reach the database. */
const meaningful: Record<Facet, RegExp> = {
  subject: /^[\p{L}\p{N}-]{1,60}$/u,
  figure: /^[\p{L}\p{N}-]{1,60}$/u,
  criterion: /^[1-4]$/,
  sdg: /^([1-9]|1[0-7])$/,
  size: /^(liten|mellan|stor|storst)$/,
  group: /^[A-C][1-9]$/,
  county: /^\d{2}$/,
  organisation: /^[a-z]{0,2}\d{4,10}$/,
}

/** So many values of one facet may be chosen. */
const mostChosen = 20

/** What somebody looks for in the library, as the address says. */
export interface AskedFor {
  text: string
  chosen: Chosen
  /** From 1. */
  page: number
}

/** Reads the address; what it cannot mean counts as not asked for. */
export function readAsked(query: Record<string, string[]>): AskedFor {
  const of = (facet: Facet) => {
    const values = (query[fieldOfFacet[facet]] ?? []).filter((value) => meaningful[facet].test(value))
    return [...new Set(values)].sort().slice(0, mostChosen)
  }
  const page = Number(query.sida?.[0])
  return {
    text: (query.sok?.[0] ?? '').normalize('NFC').replaceAll('\0', '').trim().slice(0, 200),
    chosen: {
      subject: of('subject'),
      figure: of('figure'),
      criterion: of('criterion'),
      sdg: of('sdg'),
      size: of('size'),
      group: of('group'),
      county: of('county'),
      organisation: of('organisation'),
    },
    page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1,
  }
}

/** The same, as an address writes it: `?sok=ängar&kriterium=3`. Empty when nothing is asked for. */
export function queryOf({ text, chosen, page }: AskedFor): string {
  const pairs = [
    ...(text ? [['sok', text]] : []),
    ...facets.flatMap((facet) => chosen[facet].map((value) => [fieldOfFacet[facet], value])),
    ...(page > 1 ? [['sida', String(page)]] : []),
  ]
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
}

/** What is asked for with one value more, or without it when it is chosen already; from the first page again. */
export function toggled(asked: AskedFor, facet: Facet, value: string): AskedFor {
  const before = asked.chosen[facet]
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value].sort()
  return { ...asked, chosen: { ...asked.chosen, [facet]: after }, page: 1 }
}

/** What the library shows for what is asked. */
export interface Found {
  examples: PublishedExample[]
  total: number
  counts: Record<Facet, Map<string, number>>
}

const perPage = 20
export const pagesOf = (total: number) => Math.ceil(total / perPage)

/** Finds the examples that fit, and what else could be chosen. */
export async function find(
  { db, remember }: Pick<Asked<Database>, 'db' | 'remember'>,
  { text, chosen, page }: AskedFor,
): Promise<Found> {
  const words = searchQuery(text) !== ''
  const [all, withWords] = await Promise.all([
    remember('ties of examples', () => sortedExamples(db, remember)),
    words ? findIdsByText(db, text) : null,
  ])
  const among = withWords ? all.filter(({ id }) => withWords.has(id)) : all
  const ids = among.filter(({ values }) => fits(values, chosen)).map(({ id }) => id)
  const { examples } = await searchExamples(
    db,
    { ids, ...(words ? { text } : {}) },
    { limit: perPage, offset: (page - 1) * perPage },
  )
  return {
    examples,
    total: ids.length,
    counts: countFacets(
      among.map(({ values }) => values),
      chosen,
    ),
  }
}

/** Every published example with its values in all facets: its own, and those of the organisation that did it. */
async function sortedExamples(
  db: Asked<Database>['db'],
  remember: Asked<Database>['remember'],
): Promise<{ id: number; values: FacetValues }[]> {
  const [examples, directory] = await Promise.all([
    listTiesOfExamples(db),
    organisationDirectory(db, remember),
  ])
  return examples.map(({ id, organisation: code, ...ties }) => {
    const organisation = directory.byCode.get(code)
    const population = organisation && latestPopulation(organisation)
    const municipality = organisation?.kind === 'municipality'
    return {
      id,
      values: {
        ...ties,
        size: municipality && population ? [sizeClass(population.inhabitants)] : [],
        group: organisation?.groupCode ? [organisation.groupCode] : [],
        county: organisation ? [organisation.countyCode] : [],
        organisation: [code],
      },
    }
  })
}
