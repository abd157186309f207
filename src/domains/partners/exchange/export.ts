import { listPublishedExamples } from '#domains/good-examples/index.ts'
import {
  counted,
  keyFigurePaths,
  loadCatalogue,
  loadFigureData,
  type Reader,
} from '#domains/key-figures/index.ts'
import { isMember, organisationDirectory } from '#domains/members/index.ts'
import { association, firstLanguage } from '#platform/association.ts'
import { localeOf } from '#platform/i18n.ts'
import type { ExchangeKind } from '../tables.ts'
import {
  type ExamplesDocument,
  type ExchangeDocument,
  type FiguresDocument,
  formatName,
  formatVersion,
} from './format.ts'

/** For whom and where a document is made. */
export interface Exporting extends Reader {
  now: Date
  /** Our public address. */
  origin: string
}

/** Who we are, as other networks are told. */
export function ownNetwork(origin: string) {
  return { name: association.name.en, country: association.country.code, address: origin }
}

/** Our public examples or key figures as another network gets them. Nothing in it that our pages do not show. */
export function exportKind(kind: ExchangeKind, exporting: Exporting): Promise<ExchangeDocument> {
  return kind === 'good-examples' ? exportExamples(exporting) : exportFigures(exporting)
}

function headOf({ now, origin }: Exporting) {
  return {
    format: formatName,
    version: formatVersion,
    network: ownNetwork(origin),
    issued_at: now.toISOString(),
  } as const
}

const most = 5000

async function exportExamples(exporting: Exporting): Promise<ExamplesDocument> {
  const { db, origin } = exporting
  const examples = await listPublishedExamples(db, { limit: most })
  return {
    ...headOf(exporting),
    kind: 'good-examples',
    examples: examples.map((one) => ({
      id: String(one.id),
      address: origin + localeOf(one.title.en ? 'en' : 'sv').href(one.address),
      organisation: one.organisation.name,
      year: one.year,
      title: toldIn(one.title),
      summary: toldIn(one.summary),
      figures: one.figures,
      criteria: one.criteria,
      sdgs: one.sdgs,
      published: one.publishedAt,
      updated: one.updatedAt,
      made_up: one.madeUp,
    })),
  }
}

function toldIn(texts: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([tag, text]) => (text === null ? [] : [[tag, text]])),
  )
}

async function exportFigures(exporting: Exporting): Promise<FiguresDocument> {
  const { db, remember, today, origin } = exporting
  const [{ figures, currentSet }, { all }] = await Promise.all([
    loadCatalogue(exporting),
    organisationDirectory(db, remember),
  ])
  const members = all.filter((organisation) => isMember(organisation, today))
  const shared = figures.filter(({ setId, own }) => setId === currentSet && !own)
  const series = await Promise.all(
    shared.map(async ({ id }) => {
      const codes = members.map(({ code }) => code)
      const { byCode } = await loadFigureData(exporting, id, null, codes)
      return members.flatMap(({ code }) => {
        const values = counted(byCode.get(code)).map(({ year, value, status, basis }) => ({
          year,
          value,
          ...(status === 'preliminary' ? { preliminary: true as const } : {}),
          ...(basis === 'made-up' ? { made_up: true as const } : {}),
        }))
        return values.length > 0 ? [{ figure: id, organisation: code, values }] : []
      })
    }),
  )
  return {
    ...headOf(exporting),
    kind: 'key-figures',
    figures: shared.map(({ id, number, name, unit, decimals, direction }) => ({
      id,
      number,
      name: { ...name },
      unit: { ...unit },
      decimals,
      direction,
      address: origin + localeOf(firstLanguage).href(keyFigurePaths.figure(id)),
    })),
    organisations: members.map(({ code, name }) => ({ id: code, name })),
    series: series.flat(),
  }
}
