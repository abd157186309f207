import { counted, type Expectation, type FigureData, summarise } from '#domains/key-figures/index.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import type { OwnFigure } from './own-queries.ts'
import type { ShownValue } from './pages/own-figure.tsx'
import { textsOf } from './texts.ts'

/** What a follower has reported of a figure, the latest year first, as it is written. */
export function shownValues(data: FigureData, figure: OwnFigure, code: string, l: Locale): ShownValue[] {
  return (data.byCode.get(code) ?? []).toReversed().map(({ year, value, missing, comment }) => ({
    year,
    value: value === null ? textsOf(l).missing[missing ?? 'not-reported'] : amountOf(figure, value, l),
    comment,
  }))
}

/** "12,5 kg/inv" */
export function amountOf({ decimals, unitSv, unitEn }: OwnFigure, value: number, l: Locale): string {
  return `${l.number(value, decimals)}\u00a0${inLanguage({ sv: unitSv, en: unitEn }, l)}`
}

/** The follower's latest value before a year. */
export function valueBefore(
  data: FigureData,
  code: string,
  year: number,
): { year: number; value: number } | undefined {
  return counted(data.byCode.get(code)).findLast((reading) => reading.year < year)
}

/** What a value of a year is held beside: the follower's own one before, and the others' of that year. */
export function expectationOf(data: FigureData, figure: OwnFigure, code: string, year: number): Expectation {
  const before = valueBefore(data, code, year)
  const others = [...data.byCode].flatMap(([other, readings]) =>
    other === code
      ? []
      : counted(readings)
          .filter((reading) => reading.year === before?.year)
          .map(({ value }) => ({ value, weight: null })),
  )
  const summary = summarise(others)
  return {
    plausible: { min: null, max: null },
    previous: before?.value ?? null,
    median: summary && !summary.few ? summary.median : null,
    percent: figure.unitSv.startsWith('%'),
  }
}
