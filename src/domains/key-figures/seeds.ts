import { randomLcg, randomNormal } from 'd3-random'
import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { listDemonstrationGround, saveMadeUp, saveMadeUpTargets } from './seeds-queries.ts'
import type { MissingReason } from './tables.ts'

const firstYear = 2010
const lastYear = 2025

/** How made-up values of one figure behave: a usual level, its spread, the yearly drift and its spread, the noise. */
export interface Shape {
  id: string
  /** Everyone's, or only the members' who report themselves. */
  whose: 'everyone' | 'members'
  level: number
  spread: number
  /** Share of the level a year, in the desired direction. */
  drift: number
  noise: number
  min: number
  max: number
  decimals: number
  direction: 1 | -1
}

const ourShapes: Shape[] = [
  {
    id: '2',
    whose: 'members',
    level: 62,
    spread: 0.55,
    drift: 0.001,
    noise: 0.05,
    min: 4,
    max: 420,
    decimals: 0,
    direction: 1,
  },
  {
    id: '3',
    whose: 'members',
    level: 45,
    spread: 0.25,
    drift: 0.055,
    noise: 0.05,
    min: 0,
    max: 100,
    decimals: 0,
    direction: 1,
  },
  {
    id: '4',
    whose: 'everyone',
    level: 13,
    spread: 0.6,
    drift: 0.025,
    noise: 0.04,
    min: 0,
    max: 85,
    decimals: 1,
    direction: 1,
  },
  {
    id: '5',
    whose: 'everyone',
    level: 44,
    spread: 0.4,
    drift: 0.0005,
    noise: 0.03,
    min: 0,
    max: 96,
    decimals: 0,
    direction: 1,
  },
  {
    id: '6',
    whose: 'everyone',
    level: 5,
    spread: 0.8,
    drift: 0.03,
    noise: 0.01,
    min: 0.1,
    max: 72,
    decimals: 1,
    direction: 1,
  },
  {
    id: '7',
    whose: 'everyone',
    level: 480,
    spread: 0.13,
    drift: 0.008,
    noise: 0.03,
    min: 260,
    max: 900,
    decimals: 0,
    direction: -1,
  },
  {
    id: '8a',
    whose: 'members',
    level: 24,
    spread: 0.35,
    drift: 0.012,
    noise: 0.12,
    min: 4,
    max: 95,
    decimals: 1,
    direction: -1,
  },
  {
    id: '8b',
    whose: 'members',
    level: 0.9,
    spread: 0.3,
    drift: 0.025,
    noise: 0.1,
    min: 0.2,
    max: 3,
    decimals: 2,
    direction: -1,
  },
  {
    id: '8c',
    whose: 'members',
    level: 0.6,
    spread: 0.35,
    drift: 0.035,
    noise: 0.12,
    min: 0.1,
    max: 2.4,
    decimals: 2,
    direction: -1,
  },
  {
    id: '9',
    whose: 'members',
    level: 72,
    spread: 0.2,
    drift: 0.015,
    noise: 0.03,
    min: 15,
    max: 100,
    decimals: 0,
    direction: 1,
  },
  {
    id: '10a',
    whose: 'members',
    level: 1100,
    spread: 0.35,
    drift: 0.03,
    noise: 0.07,
    min: 120,
    max: 3800,
    decimals: 0,
    direction: -1,
  },
  {
    id: '10b',
    whose: 'members',
    level: 0.26,
    spread: 0.35,
    drift: 0.05,
    noise: 0.08,
    min: 0.01,
    max: 1.1,
    decimals: 2,
    direction: -1,
  },
  {
    id: '12',
    whose: 'members',
    level: 34,
    spread: 0.5,
    drift: -0.015,
    noise: 0.08,
    min: 0,
    max: 100,
    decimals: 0,
    direction: 1,
  },
]

/** A town without farmland or productive forest: figure and code. */
const noFields = new Set(['4 0183', '5 0183'])

/** What a few members have decided to reach. */
const ourTargets = [
  {
    code: '1382',
    figure: '1b',
    value: 2,
    year: 2030,
    decision: 'Klimatprogram 2025–2030, kommunfullmäktige den 16 juni 2025, § 84',
  },
  {
    code: '1382',
    figure: '7',
    value: 400,
    year: 2030,
    decision: 'Avfallsplan 2025–2030, kommunfullmäktige den 26 maj 2025, § 71',
  },
  {
    code: '1283',
    figure: '1b',
    value: 1.5,
    year: 2030,
    decision: 'Klimat- och energiplan, kommunfullmäktige den 21 maj 2025, § 102',
  },
  {
    code: '0980',
    figure: '4',
    value: 30,
    year: 2030,
    decision: 'Miljöprogram, regionfullmäktige den 16 juni 2025, § 55',
  },
]
export type MadeUpTarget = (typeof ourTargets)[number]

/** Which values a demonstration makes up, and what some members have decided to reach. */
export interface MadeUpFigures {
  shapes: Shape[]
  targets: MadeUpTarget[]
  decidedOn: string
}

const ours: MadeUpFigures = { shapes: ourShapes, targets: ourTargets, decidedOn: '2025-06-16' }

/** A reading that the demonstration makes up. */
export interface MadeUpReading {
  figure: string
  code: string
  year: number
  value: number | null
  missing: MissingReason | null
  status: 'preliminary' | 'final'
  knownFrom: string
  knownUntil: string | null
  revision: { sv: string; en: string } | null
}

/**
 * Makes up values where no real ones can be had, the same every time, and marks each as made up. An organisation
 * with any real value in a figure gets none. Gives back how many readings it made.
 */
export async function demonstrateKeyFigures(
  trx: Transaction<Database>,
  { shapes, targets, decidedOn }: MadeUpFigures = ours,
): Promise<number> {
  const { organisations, real } = await listDemonstrationGround(trx)
  const readings = shapes.flatMap((shape) =>
    organisations
      .filter(({ member }) => shape.whose === 'everyone' || member)
      .filter(({ code }) => !real.has(`${shape.id} ${code}`))
      .flatMap(({ code, inhabitants }) => series(shape, code, inhabitants)),
  )
  await saveMadeUp(trx, readings)
  await saveMadeUpTargets(trx, targets, decidedOn)
  return readings.length
}

/** Each series has dice of its own, so that one more figure or municipality changes no other series. */
function series(shape: Shape, code: string, inhabitants: number): MadeUpReading[] {
  const dice = randomLcg(seedOf(`${shape.id} ${code}`))
  const normal = randomNormal.source(dice)(0, 1)
  const level = shape.level * Math.exp(shape.spread * normal())
  const drift = shape.direction * shape.drift * (0.8 + 0.9 * normal())
  const noise = shape.noise * Math.min(2, Math.max(0.6, Math.sqrt(20_000 / inhabitants)))
  const clamp = (value: number) =>
    Number(Math.min(shape.max, Math.max(shape.min, value)).toFixed(shape.decimals))
  const correctedYear = dice() < 0.03 || (shape.id === '7' && code === '1382') ? 2023 : null
  if (noFields.has(`${shape.id} ${code}`)) return [withoutFields(shape, code)]
  return yearsFrom(firstYear, lastYear).flatMap((year): MadeUpReading[] => {
    const value = clamp(
      level * (1 + drift * (year - 2018) + commonNoise(shape, year)) * (1 + noise * normal()),
    )
    const gap = shape.whose === 'members' && dice() < 0.06
    const base = { figure: shape.id, code, year, knownUntil: null, revision: null }
    const knownFrom = `${year + 1}-10-01`
    const status = year === lastYear && dice() < 0.5 ? 'preliminary' : 'final'
    if (gap)
      return [{ ...base, value: null, missing: gapReason(shape, code, year), status: 'final', knownFrom }]
    if (year !== correctedYear) return [{ ...base, value, missing: null, status, knownFrom }]
    const wrong = clamp(value * 1.25)
    const correctedOn = '2025-06-10'
    return [
      { ...base, value: wrong, missing: null, status: 'final', knownFrom, knownUntil: correctedOn },
      {
        ...base,
        value,
        missing: null,
        status: 'final',
        knownFrom: correctedOn,
        revision: { sv: 'Fel underlag i den första rapporten', en: 'Wrong input in the first report' },
      },
    ]
  })
}

/** Laboratory results and travel are sometimes not measured; the rest is just not reported. */
function gapReason({ id }: Shape, code: string, year: number): MissingReason {
  const measured = !/^(8|10)/.test(id) || seedOf(`${year} ${code} ${id}`) < 0.6
  return measured ? 'not-reported' : 'not-measured'
}

/** A share of nothing is no share. */
function withoutFields({ id }: Shape, code: string): MadeUpReading {
  return {
    figure: id,
    code,
    year: lastYear,
    value: null,
    missing: 'not-applicable',
    status: 'final',
    knownFrom: `${lastYear + 1}-10-01`,
    knownUntil: null,
    revision: null,
  }
}

/** What a year does to everyone: a cold winter, a new rule. */
function commonNoise({ id, noise }: Shape, year: number): number {
  return 0.6 * noise * randomNormal.source(randomLcg(seedOf(`${id} ${year}`)))(0, 1)()
}

function yearsFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** A number between 0 and 1 from a text (FNV-1a). */
function seedOf(text: string): number {
  let hash = 2_166_136_261
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619)
  return (hash >>> 0) / 2 ** 32
}
