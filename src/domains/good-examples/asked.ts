import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { figureTitle, listFigures } from '#domains/key-figures/index.ts'
import { organisationDirectory } from '#domains/members/index.ts'
import type { Asked } from '#platform/http/context.ts'
import { inLanguage } from '#platform/i18n.ts'
import type { Option } from '#ui/components/field.tsx'
import { countFacets, type FacetName } from './facet-queries.ts'
import type { ExampleFilter } from './queries.ts'
import { searchQuery } from './rules.ts'
import { textsOf } from './texts.ts'

const text = z.string().trim().max(200).catch('')
/** Codes and ids are letters, digits and hyphens; what holds a NUL would not even reach the database. */
const code = z
  .string()
  .regex(/^[\p{L}\p{N}-]{0,40}$/u)
  .catch('')
const question = z.object({
  sok: text,
  nyckeltal: code,
  kriterium: z.enum(['', '1', '2', '3', '4']).catch(''),
  mal: z
    .string()
    .regex(/^([1-9]|1[0-7])$/)
    .catch(''),
  lan: code,
  grupp: code,
  organisation: code,
  sida: z.coerce.number().int().min(1).max(1000).catch(1),
})

/** What somebody looks for in the library, as the address says; an empty field does not narrow. */
export type AskedFor = z.output<typeof question>

/** The fields of the address that choose among known values. */
export type FacetField = 'nyckeltal' | 'kriterium' | 'mal' | 'lan' | 'grupp' | 'organisation'

/** Reads the address; what it cannot mean counts as not asked for. */
export function readAsked(query: Record<string, string>): AskedFor {
  return question.parse(query)
}

/** The same, as an address writes it: `?sok=ängar&kriterium=3`. Empty when nothing is asked for. */
export function queryOf(asked: AskedFor): string {
  const filled = Object.entries(asked).filter(
    ([name, value]) => value !== '' && !(name === 'sida' && value === 1),
  )
  return filled.length ? `?${new URLSearchParams(filled.map(([name, value]) => [name, String(value)]))}` : ''
}

/** The same, as the queries want it. */
export function filterOf(asked: AskedFor): ExampleFilter {
  return {
    ...(searchQuery(asked.sok) ? { text: asked.sok } : {}),
    ...(asked.nyckeltal ? { figureIds: [asked.nyckeltal] } : {}),
    ...(asked.kriterium ? { criteria: [Number(asked.kriterium)] } : {}),
    ...(asked.mal ? { sdgs: [Number(asked.mal)] } : {}),
    ...(asked.lan ? { countyCode: asked.lan } : {}),
    ...(asked.grupp ? { groupCode: asked.grupp } : {}),
    ...(asked.organisation ? { organisationCodes: [asked.organisation] } : {}),
  }
}

/** What can be chosen in each facet: only what some example has, with how many have it. */
export async function facetOptions({
  db,
  locale: l,
  remember,
}: Pick<Asked<Database>, 'db' | 'locale' | 'remember'>): Promise<Record<FacetField, Option[]>> {
  const [counts, figures, directory] = await Promise.all([
    remember('example facets', () => countFacets(db)),
    listFigures(db),
    organisationDirectory(db, remember),
  ])
  const t = textsOf(l)
  const namesOf = (pairs: [code: string | null, name: string][]) =>
    new Map(pairs.flatMap(([code, name]) => (code ? [[code, name] as const] : [])))
  const names: Record<FacetName, Map<string, string>> = {
    figure: namesOf(figures.map((figure) => [figure.id, figureTitle(figure, l)])),
    criterion: namesOf(t.criteria.map((name, i) => [String(i + 1), `${t.criterion(i + 1)}: ${name}`])),
    sdg: namesOf(t.sdgs.map((name, i) => [String(i + 1), `${i + 1} ${name}`])),
    county: namesOf(directory.all.map(({ countyCode, countyName }) => [countyCode, countyName])),
    group: namesOf(
      directory.all.map(({ groupCode, groupName }) => [
        groupCode,
        groupName ? `${groupCode} ${inLanguage(groupName, l)}` : '',
      ]),
    ),
    organisation: namesOf(directory.all.map(({ code, name }) => [code, name])),
  }
  // In the order of the names' own list: figures as decided, organisations by the alphabet.
  const options = (facet: FacetName) =>
    [...names[facet]].flatMap(([value, name]) => {
      const found = counts.find((one) => one.facet === facet && one.value === value)
      return found ? [{ value, label: t.list.option(name, found.count) }] : []
    })
  return {
    nyckeltal: options('figure'),
    kriterium: options('criterion'),
    mal: options('sdg'),
    lan: options('county').sort((a, b) => l.compare(a.label, b.label)),
    grupp: options('group').sort((a, b) => l.compare(a.label, b.label)),
    organisation: options('organisation'),
  }
}
