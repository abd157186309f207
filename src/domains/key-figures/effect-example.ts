import type { EffectQuestion } from './rules/effect.ts'

const [before, after] = [
  [2016, 2017, 2018],
  [2020, 2021, 2022],
]
const stepped = (from: number, to: number) => [
  ...before.map((year) => ({ year, value: from })),
  ...after.map((year) => ({ year, value: to })),
]

/** The example that the method page reckons through: ten municipalities, of which one took a measure in 2019. */
export const workedEffect: EffectQuestion = {
  mine: stepped(4, 3.4),
  others: [4.3, 4.2, 4.1, 4.1, 4, 3.9, 3.9, 3.8, 3.7].map((to, index) => ({
    code: String(index),
    points: stepped(4.2, to),
  })),
  year: 2019,
  breakYears: [],
  direction: 'down',
}
