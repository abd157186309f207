import { type FeeTerms, feeOf } from './fee.ts'

/** A member as the simulator needs it. */
export interface Payer {
  code: string
  name: string
  kind: 'municipality' | 'region'
  inhabitants: number
}

/** What one member would pay, before and after. Money in öre. */
export interface SimulatedFee extends Payer {
  nowOre: number
  thenOre: number
  changeOre: number
}

/** The association's income under two sets of terms, and what that means for whom. Money in öre. */
export interface Simulation {
  /** By size of the change, the largest rise first. */
  fees: SimulatedFee[]
  nowOre: number
  thenOre: number
  more: number
  less: number
  same: number
  /** Smallest fee, lower quartile, median, upper quartile, largest fee; by nearest rank. */
  spreadNow: number[]
  spreadThen: number[]
}

/** Compares the full fees of all payers under the terms of today and those that are tried. */
export function simulate(payers: Payer[], now: FeeTerms, then: FeeTerms): Simulation {
  const fees = payers.map((payer) => {
    const nowOre = feeOf(now, payer.kind, payer.inhabitants).totalOre
    const thenOre = feeOf(then, payer.kind, payer.inhabitants).totalOre
    return { ...payer, nowOre, thenOre, changeOre: thenOre - nowOre }
  })
  const sum = (of: (fee: SimulatedFee) => number) => fees.reduce((total, fee) => total + of(fee), 0)
  const count = (holds: (fee: SimulatedFee) => boolean) => fees.filter(holds).length
  return {
    fees: fees.toSorted((a, b) => b.changeOre - a.changeOre || b.thenOre - a.thenOre),
    nowOre: sum(({ nowOre }) => nowOre),
    thenOre: sum(({ thenOre }) => thenOre),
    more: count(({ changeOre }) => changeOre > 0),
    less: count(({ changeOre }) => changeOre < 0),
    same: count(({ changeOre }) => changeOre === 0),
    spreadNow: spreadOf(fees.map(({ nowOre }) => nowOre)),
    spreadThen: spreadOf(fees.map(({ thenOre }) => thenOre)),
  }
}

function spreadOf(amounts: number[]): number[] {
  const sorted = amounts.toSorted((a, b) => a - b)
  return [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const rank = Math.max(0, Math.ceil(share * sorted.length) - 1)
    return sorted[rank] ?? 0
  })
}
