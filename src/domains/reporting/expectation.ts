import {
  counted,
  type Expectation,
  type KeyFigure,
  loadFigureData,
  type Reader,
  summarise,
} from '#domains/key-figures/index.ts'

/** What is known of a figure before a member reports it. */
export interface Background extends Expectation {
  /** The member's own values before the year, oldest first. */
  own: { year: number; value: number }[]
  /** Quartiles of the latest year before with values of at least three. */
  spread: { year: number; q1: number; median: number; q3: number } | null
}

/** Reads what a member's value of a year is compared with. */
export async function backgroundOf(
  reader: Reader,
  figure: KeyFigure,
  code: string,
  year: number,
): Promise<Background> {
  const data = await loadFigureData(reader, figure.id, null)
  const own = counted(data.byCode.get(code))
    .filter((reading) => reading.year < year)
    .map((reading) => ({ year: reading.year, value: reading.value }))
  const spread =
    data.years
      .filter((one) => one < year)
      .toReversed()
      .map((one) => {
        const values = [...data.byCode.values()].flatMap((readings) =>
          counted(readings)
            .filter((reading) => reading.year === one)
            .map(({ value }) => ({ value, weight: null })),
        )
        const summary = summarise(values)
        return summary && !summary.few
          ? { year: one, q1: summary.q1, median: summary.median, q3: summary.q3 }
          : null
      })
      .find((one) => one !== null) ?? null
  return {
    own,
    spread,
    plausible: figure.plausible,
    previous: own.at(-1)?.value ?? null,
    median: spread?.median ?? null,
    percent: figure.unit.sv.startsWith('%'),
  }
}
