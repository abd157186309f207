import type { KeyFigure, Origin } from '#domains/key-figures/index.ts'
import type { Extent, Holding } from './queries.ts'
import type { Version } from './question.ts'
import { kpiGroupIdOf, kpiIdOf } from './rules.ts'
import type { Place, PlaceGroup } from './units.ts'

/** One key figure as v3 gives it. */
export interface Kpi {
  id: string
  title: string
  description: string
  is_divided_by_gender: boolean
  municipality_type: 'K' | 'L' | 'A'
  auspice: string | null
  operating_area: string
  perspective: string | null
  prel_publication_date: string | null
  publication_date: string | null
  publ_period: string | null
  has_ou_data: boolean
}

/** Some things by a common title. */
export interface Group {
  id: string
  title: string
  members: { id: string; title: string }[]
}

/** The key figures of the API. */
export interface Catalogue {
  kpis: Kpi[]
  groups: Group[]
  /** Our figure and how the API shows it, by each id that it answers to. */
  byId: Map<string, { figureId: string; kpi: Kpi }>
  /** Figures without means of groups: the members' own, which only a few follow. */
  ungrouped: Set<string>
}

/** The catalogue in Kolada's shape. A figure without a number of its own is left out. */
export function catalogueOf(
  figures: KeyFigure[],
  numbers: ReadonlyMap<string, number>,
  holdings: ReadonlyMap<string, Holding>,
  sets: { id: string; name: string }[],
  sameInKolada: ReadonlyMap<string, string>,
): Catalogue {
  const titles = new Set<string>()
  const numbered = figures.flatMap((figure) => {
    const number = numbers.get(figure.id)
    if (number === undefined) return []
    const kpi = kpiOf(kpiIdOf(number), figure, holdings.get(figure.id)?.extent ?? null)
    // A later meeting may have kept a name; people choose by title, so the set tells the two apart.
    const title = titles.has(kpi.title) ? `${kpi.title} (${figure.setId})` : kpi.title
    titles.add(title)
    return [{ figure, kpi: { ...kpi, title } }]
  })
  const byId: Catalogue['byId'] = new Map()
  for (const { figure, kpi } of numbered) {
    byId.set(kpi.id, { figureId: figure.id, kpi })
    const other = sameInKolada.get(figure.id)
    if (other) byId.set(other, { figureId: figure.id, kpi: { ...kpi, id: other } })
  }
  const ungrouped = new Set(figures.flatMap(({ id, own }) => (own ? [id] : [])))
  const groups = sets.flatMap(({ id: setId, name }) => {
    const id = kpiGroupIdOf(setId)
    const members = numbered
      .filter(({ figure }) => figure.setId === setId)
      .map(({ kpi }) => ({ id: kpi.id, title: kpi.title }))
    return id && members.length > 0 ? [{ id, title: name, members }] : []
  })
  return {
    kpis: numbered.map(({ kpi }) => kpi).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    groups,
    byId,
    ungrouped,
  }
}

/**
 * Our figures that are one of Kolada's, by its id there: every reading at hand is Kolada's own, unchanged. What we
 * compute, or what anybody else has reported, never passes for Kolada's.
 */
export function sameInKolada(origins: Origin[], holdings: ReadonlyMap<string, Holding>): Map<string, string> {
  const theirs = origins.filter(({ adapter, active }) => adapter === 'kolada' && active)
  const byFigure = Map.groupBy(theirs, ({ figureId }) => figureId)
  return new Map(
    [...byFigure].flatMap(([figureId, [only, ...more]]) =>
      only?.unchanged && more.length === 0 && holdings.get(figureId)?.onlyKolada
        ? [[figureId, only.foreignId]]
        : [],
    ),
  )
}

function kpiOf(id: string, figure: KeyFigure, extent: Extent | null): Kpi {
  const remarks = [
    figure.explanation.sv,
    figure.own && `Eget nyckeltal för ${figure.own.name}, inte beslutat av årsmötet.`,
    figure.valuesNote?.sv,
    `Källa: ${figure.producer.sv}.`,
    extent?.madeUp ? 'Värden med status MadeUp är påhittade och finns bara i demonstrationen.' : undefined,
  ]
  return {
    id,
    title: `${figure.name.sv}, ${figure.unit.sv}`,
    description: remarks.filter(Boolean).join(' '),
    is_divided_by_gender: false,
    municipality_type: extent?.regions ? (extent.municipalities ? 'A' : 'L') : 'K',
    auspice: null,
    operating_area:
      figure.scope === 'place' ? 'Infrastruktur, miljö- och hälsoskydd mm' : 'Kommunen, övergripande',
    perspective: 'Kvalitet och resultat',
    prel_publication_date: null,
    publication_date: extent?.changedOn ?? null,
    publ_period: extent ? String(extent.lastYear) : null,
    has_ou_data: false,
  }
}

/** A key figure as a version of the API gives it. */
export function kpiIn(version: Version, kpi: Kpi): object {
  if (version === 'v3') return kpi
  const { auspice, is_divided_by_gender, ...same } = kpi
  return {
    ...same,
    auspices: auspice,
    definition: kpi.description,
    is_divided_by_gender: is_divided_by_gender ? 1 : 0,
    ou_publication_date: null,
  }
}

/** A group of key figures or of places as a version of the API gives it. */
export function groupIn(version: Version, { id, title, members }: Group | PlaceGroup): object {
  if (version === 'v2') return { id, title, members }
  return { id, title, members: members.map((one) => ({ member_id: one.id, member_title: one.title })) }
}

/** A municipality or region; the same in every version. */
export function placeIn(_version: Version, { id, title, type }: Place): object {
  return { id, title, type }
}
