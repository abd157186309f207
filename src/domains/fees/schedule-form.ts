import { z } from 'zod'
import { association } from '#platform/association.ts'
import { line } from '#platform/http/form.ts'
import { amount, wholeNumber } from './money.ts'
import { mostInhabitants } from './rules/fee.ts'

/** Largest rate per inhabitant, in hundredths of the currency; more is a slip of the hand. */
const largestRate = Math.round(association.fees.highest_rate * 100)

const cap = z.preprocess(
  (typed) => (typed === '' ? undefined : typed),
  wholeNumber('cap-wrong', { min: 1, max: mostInhabitants }).nullish(),
)

/** The numbers that the simulator tries. */
export const termsSchema = z.object({
  fast: amount('fixed-wrong'),
  rorlig: amount('rate-wrong', { max: largestRate }),
  region: amount('rate-wrong', { max: largestRate }),
  tak: cap,
})

/** A fee schedule as the annual meeting decided it. */
export const scheduleSchema = termsSchema.extend({
  folkmangd: wholeNumber('population-year-wrong', { min: 1990, max: 2100 }),
  intrade: z.enum(['whole-year', 'by-month', 'free'], 'rule-missing'),
  uttrade: z.enum(['whole-year', 'by-month'], 'rule-missing'),
  observator: wholeNumber('percent-wrong', { min: 0, max: 100 }),
  dagar: wholeNumber('days-wrong', { min: 1, max: 120 }),
  beslutad: z.iso.date('day-wrong'),
  beslut: line('decision-missing', 300),
})
