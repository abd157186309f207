import {
  counted,
  type Expectation,
  type FigureData,
  type KeyFigure,
  loadFigureData,
  type Reader,
  type Reading,
  summarise,
} from '#domains/key-figures/index.ts'
import { type Directory, isMember, organisationDirectory } from '#domains/members/index.ts'

/** Where the members of one kind were in a year. */
export interface Spread {
  year: number
  values: number[]
  q1: number
  median: number
  q3: number
}

/** What is known of a figure before a member reports it. */
export interface Background extends Expectation {
  /** The member's own values before the year, oldest first. */
  own: { year: number; value: number }[]
  /** The latest year before with values of at least three members. */
  spread: Spread | null
  /** What is public of the very year, if anything. */
  standing: Reading | undefined
}

/** Reads what a member's value of a year is compared with. */
export async function backgroundOf(
  reader: Reader,
  figure: KeyFigure,
  code: string,
  year: number,
): Promise<Background> {
  const [data, directory] = await Promise.all([
    loadFigureData(reader, figure.id, null, [code]),
    organisationDirectory(reader.db, reader.remember),
  ])
  const kind = directory.byCode.get(code)?.kind ?? 'municipality'
  const { spread } = await reader.remember(
    `reporting spread ${figure.id} ${kind} ${year} ${reader.today}`,
    async () => ({ spread: spreadBefore(data, directory, { kind, year, today: reader.today }) }),
  )
  const readings = data.byCode.get(code)
  const own = counted(readings)
    .filter((reading) => reading.year < year)
    .map((reading) => ({ year: reading.year, value: reading.value }))
  return {
    own,
    spread,
    standing: readings?.find((reading) => reading.year === year),
    plausible: figure.plausible,
    previous: own.at(-1)?.value ?? null,
    median: spread?.median ?? null,
    percent: figure.unit.sv.startsWith('%'),
  }
}

function spreadBefore(
  data: FigureData,
  { all }: Directory,
  asked: { kind: string; year: number; today: string },
): Spread | null {
  const members = all.filter((one) => one.kind === asked.kind && isMember(one, asked.today))
  const years = data.years.filter((year) => year < asked.year).toReversed()
  for (const year of years) {
    const values = members.flatMap(({ code }) =>
      counted(data.byCode.get(code)).flatMap((reading) => (reading.year === year ? [reading.value] : [])),
    )
    const summary = summarise(values.map((value) => ({ value, weight: null })))
    if (summary && !summary.few) {
      return { year, values, q1: summary.q1, median: summary.median, q3: summary.q3 }
    }
  }
  return null
}
