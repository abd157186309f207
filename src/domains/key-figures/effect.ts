import { mean } from 'd3-array'
import type { Organisation } from '#domains/members/index.ts'
import { counted, type FigureData, type KeyFigure, type MethodBreak, type Reading } from './figure.ts'
import { loadCatalogue, loadFigureData } from './load-view.ts'
import { loadNearest } from './nearest.ts'
import { loadOrganisations, type Reader } from './reader.ts'
import { type Effect, effectOf } from './rules/effect.ts'

/** What was done, where and when, and who else did it. */
export interface MeasureAsked {
  figureId: string
  code: string
  /** The year of the measure. */
  year: number
  /** Codes of those that did it too, and so cannot tell how it had gone without it. */
  alsoDidIt: string[]
}

/** What a figure did after a measure, with everything that sentences, chart and table need. */
export interface EffectOfMeasure {
  figure: KeyFigure
  organisation: Organisation
  year: number
  effect: Effect
  /** Those compared with, the most alike first. */
  compared: Organisation[]
  /** As alike, but left out since they did it too. */
  leftOut: Organisation[]
  breaks: MethodBreak[]
  readings: Reading[]
  /** The mean of those compared with; null in years in which some of them have no value. */
  meanOfOthers: { year: number; value: number | null }[]
  /** A made-up value takes part. */
  madeUp: boolean
}

/**
 * The measured effect of a measure: how much more the figure changed than among the most alike that did not do it.
 * Null for a figure or an organisation that is not known.
 */
export async function effectOfMeasure(reader: Reader, asked: MeasureAsked): Promise<EffectOfMeasure | null> {
  const { figureId, code, year, alsoDidIt } = asked
  const [catalogue, directory] = await Promise.all([loadCatalogue(reader), loadOrganisations(reader, [code])])
  const [figure, organisation] = [catalogue.byId.get(figureId), directory.byCode.get(code)]
  if (!figure || !organisation) return null
  const breaks = catalogue.breaks.filter((each) => each.figureId === figureId)
  const key = `effect ${figureId} ${code} ${year} ${alsoDidIt.toSorted().join()}`
  return reader.remember(key, async () => {
    const codes = (await loadNearest(reader, code)).map((one) => one.code)
    const [data, { byCode }] = await Promise.all([
      loadFigureData(reader, figureId, null, [code, ...codes]),
      loadOrganisations(reader, codes),
    ])
    const near = codes.flatMap((one) => byCode.get(one) ?? [])
    return measure({ figure, organisation, year, breaks }, data, near, new Set(alsoDidIt))
  })
}

function measure(
  asked: Pick<EffectOfMeasure, 'figure' | 'organisation' | 'year' | 'breaks'>,
  { byCode }: FigureData,
  near: Organisation[],
  didItToo: Set<string>,
): EffectOfMeasure {
  const readings = byCode.get(asked.organisation.code) ?? []
  const effect = effectOf({
    mine: counted(readings),
    others: near.flatMap(({ code }) =>
      didItToo.has(code) ? [] : [{ code, points: counted(byCode.get(code)) }],
    ),
    year: asked.year,
    breakYears: asked.breaks.map((each) => each.year),
    direction: asked.figure.direction,
  })
  const codes = new Set(effect.kind === 'measured' ? effect.compared.map(({ code }) => code) : [])
  const compared = near.filter(({ code }) => codes.has(code))
  const furthest = near.findLastIndex(({ code }) => codes.has(code))
  const theirs = compared.map(({ code }) => counted(byCode.get(code)))
  return {
    ...asked,
    effect,
    compared,
    leftOut: near.slice(0, furthest + 1).filter(({ code }) => didItToo.has(code)),
    readings,
    meanOfOthers: meansOf(theirs),
    madeUp: [readings, ...theirs].some((each) => each.some(({ basis }) => basis === 'made-up')),
  }
}

/** Of the years that all have, so that the line moves because values do and not because others take part. */
function meansOf(series: { year: number; value: number }[][]): EffectOfMeasure['meanOfOthers'] {
  const byYear = Map.groupBy(series.flat(), ({ year }) => year)
  return [...byYear]
    .map(([year, values]) => ({
      year,
      value: values.length === series.length ? (mean(values, ({ value }) => value) ?? null) : null,
    }))
    .sort((a, b) => a.year - b.year)
}
