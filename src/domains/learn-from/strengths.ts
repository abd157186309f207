import type { Database } from '#database/tables.ts'
import { listExamplesOf } from '#domains/good-examples/index.ts'
import {
  type CountedReading,
  type KeyFigure,
  loadCatalogue,
  loadTrendsAlike,
  mostImproved,
  type Reader,
  type Standing,
  type TrendsAlike,
} from '#domains/key-figures/index.ts'
import type { Asked } from '#platform/http/context.ts'
import { placeAmongImproved } from './rules.ts'
import { endsOf } from './suggestions.ts'

/** A figure in which an organisation is among those that have improved most of those alike. */
export interface Strength {
  figure: KeyFigure
  mine: Standing
  from: CountedReading
  to: CountedReading
  /** 1 for the one that improved most. */
  place: number
  /** How many were tested, itself among them. */
  of: number
}

/** A strength, and what the organisation has told of it. */
export interface TellingStrength extends Strength {
  /** An example on the figure; drafts count as begun. */
  example: { id: number; title: string; published: boolean } | null
}

/** Which way an organisation and those alike go in every figure that all can have. */
export async function loadOwnTrends(reader: Reader, code: string): Promise<TrendsAlike[]> {
  const { figures, currentSet } = await loadCatalogue(reader)
  return Promise.all(
    figures
      .filter(({ setId }) => setId === currentSet || setId === 'own')
      .map((figure) => loadTrendsAlike(reader, figure, code)),
  )
}

/** What others could learn from an organisation, where it stands best first. */
export async function loadStrengths(reader: Reader, code: string): Promise<Strength[]> {
  const { strengths } = await reader.remember(`strengths ${code}`, async () => ({
    strengths: (await loadOwnTrends(reader, code)).flatMap(strengthOf).sort(byPlace),
  }))
  return strengths
}

/** The same with the examples that the organisation has written or begun. */
export async function loadTellingStrengths(asked: Asked<Database>, code: string): Promise<TellingStrength[]> {
  const [strengths, examples] = await Promise.all([
    loadStrengths(asked, code),
    listExamplesOf(asked.db, [code]),
  ])
  return strengths.map((strength) => {
    const figureId = strength.figure.id
    const on = examples.filter(({ figures, hiddenAt }) => figures.includes(figureId) && hiddenAt === null)
    const example = on.find(({ state }) => state === 'published') ?? on[0]
    return {
      ...strength,
      example: example
        ? {
            id: example.id,
            title: example.texts.sv?.title ?? example.texts.en?.title ?? '',
            published: example.state === 'published',
          }
        : null,
    }
  })
}

function strengthOf(trends: TrendsAlike): Strength[] {
  const { figure, mine, members } = trends
  const ends = mine && endsOf(mine)
  if (!ends) return []
  const { code } = mine.organisation
  const tested = members.filter(({ trend }) => trend.word !== 'too-few')
  const improved = mostImproved(trends).map(({ organisation }) => organisation.code)
  const others = tested.filter(({ organisation }) => organisation.code !== code).length
  const place = placeAmongImproved(code, improved, others)
  return place === null ? [] : [{ figure, mine, ...ends, place, of: tested.length }]
}

function byPlace(a: Strength, b: Strength): number {
  return a.place - b.place || a.mine.trend.p - b.mine.trend.p
}
