import type { Database } from '#database/tables.ts'
import { listSubjects } from '#domains/contacts/index.ts'
import { figureTitle, listFigures } from '#domains/key-figures/index.ts'
import { groupLabel, organisationDirectory } from '#domains/members/index.ts'
import type { Asked } from '#platform/http/context.ts'
import { type AskedFor, queryOf, toggled } from './asked.ts'
import { type Facet, facets } from './rules/facets.ts'
import { subjectName } from './subject-names.ts'
import { textsOf } from './texts.ts'

/** A value of a facet as a link: it adds the value to what is chosen, or takes it away. */
export interface FacetLink {
  value: string
  name: string
  /** How many examples it would show. */
  count: number
  chosen: boolean
  /** The query of the address that it leads to. */
  query: string
}

/** Every facet with the values that lead somewhere, in the order of their own lists. */
export async function facetLinks(
  asking: Pick<Asked<Database>, 'db' | 'locale' | 'remember'>,
  asked: AskedFor,
  counts: Record<Facet, Map<string, number>>,
): Promise<Record<Facet, FacetLink[]>> {
  const names = await namesOfValues(asking)
  const linksOf = (facet: Facet) =>
    names[facet].flatMap(([value, name]): FacetLink[] => {
      const count = counts[facet].get(value)
      if (count === undefined) return []
      const chosen = asked.chosen[facet].includes(value)
      return [{ value, name, count, chosen, query: queryOf(toggled(asked, facet, value)) }]
    })
  return {
    subject: linksOf('subject'),
    figure: linksOf('figure'),
    criterion: linksOf('criterion'),
    sdg: linksOf('sdg'),
    size: linksOf('size'),
    group: linksOf('group'),
    county: linksOf('county'),
    organisation: linksOf('organisation'),
  }
}

/** What is chosen, over all facets. */
export function chosenLinks(links: Record<Facet, FacetLink[]>): (FacetLink & { facet: Facet })[] {
  return facets.flatMap((facet) =>
    links[facet].filter(({ chosen }) => chosen).map((link) => ({ ...link, facet })),
  )
}

async function namesOfValues({
  db,
  locale: l,
  remember,
}: Pick<Asked<Database>, 'db' | 'locale' | 'remember'>): Promise<Record<Facet, [string, string][]>> {
  const [subjects, figures, directory] = await Promise.all([
    listSubjects(db),
    listFigures(db),
    organisationDirectory(db, remember),
  ])
  const t = textsOf(l)
  const sorted = (pairs: [string, string][]) => [...new Map(pairs)].sort(([, a], [, b]) => l.compare(a, b))
  return {
    subject: sorted(subjects.map(({ id, sv, en }) => [id, subjectName({ sv, en }, l)])),
    figure: figures.map((figure) => [figure.id, figureTitle(figure, l)]),
    criterion: t.criteria.map((name, i) => [String(i + 1), `${t.criterion(i + 1)}: ${name}`]),
    sdg: t.sdgs.map((name, i) => [String(i + 1), `${i + 1} ${name}`]),
    size: Object.entries(t.sizes),
    group: sorted(
      directory.all.flatMap((one) => {
        const label = groupLabel(one, l)
        return one.groupCode && label ? [[one.groupCode, label]] : []
      }),
    ),
    county: sorted(directory.all.map(({ countyCode, countyName }) => [countyCode, countyName])),
    organisation: directory.all.map(({ code, name }) => [code, name]),
  }
}
