import { z } from 'zod'
import { quotient } from '#domains/key-figures/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import { readNumber } from '#platform/read-number.ts'
import type { Answer } from './report-queries.ts'

/** Why a value can be missing, in the order of the form. */
export const missingReasons = ['not-reported', 'not-measured', 'not-applicable', 'confidential'] as const

export type GivenValue = Pick<Answer, 'value' | 'numerator' | 'denominator' | 'missing' | 'comment'>
export type ReadAnswer = { ok: true; given: GivenValue } | { ok: false; errors: Record<string, string> }

const reason = z.enum(missingReasons)

/**
 * Reads an answer: a value, or two parts that make one, or why there is none. Exactly one of the three, except that a
 * value may stand beside its parts when they agree to three digits.
 */
export function readAnswer(typed: Typed, percent: boolean): ReadAnswer {
  const errors: Record<string, string> = {}
  const number = (field: string): number | null => {
    const read = readNumber(textIn(typed, field))
    if ('value' in read) return read.value
    if (read.fault !== 'empty') errors[field] = read.fault
    return null
  }
  const [value, numerator, denominator] = [number('varde'), number('taljare'), number('namnare')]
  const missing =
    reason
      .optional()
      .catch(undefined)
      .parse(textIn(typed, 'saknas') || undefined) ?? null
  const comment = textIn(typed, 'kommentar')
  if (comment.length > 1000) errors.kommentar = 'too-long'
  if (Object.keys(errors).length > 0) return { ok: false, errors }

  const hasParts = numerator !== null || denominator !== null
  if (missing && (value !== null || hasParts)) return { ok: false, errors: { varde: 'two-answers' } }
  if (missing) {
    return { ok: true, given: { value: null, numerator: null, denominator: null, missing, comment } }
  }
  if (!hasParts) {
    return value === null
      ? { ok: false, errors: { varde: 'value-missing' } }
      : { ok: true, given: { value, numerator, denominator, missing, comment } }
  }
  if (numerator === null) return { ok: false, errors: { taljare: 'both-parts' } }
  if (denominator === null) return { ok: false, errors: { namnare: 'both-parts' } }
  if (denominator === 0) return { ok: false, errors: { namnare: 'divided-by-zero' } }
  const computed = quotient(numerator, denominator, percent)
  if (value !== null && Math.abs(value - computed) > Math.abs(computed) * 0.005) {
    return { ok: false, errors: { varde: 'parts-disagree' } }
  }
  return { ok: true, given: { value: computed, numerator, denominator, missing, comment } }
}

/** An answer as it stands in the form. */
export function typedOf(answer: Answer | undefined): Typed {
  if (!answer) return {}
  const text = (value: number | null) => (value === null ? '' : String(value).replace('.', ','))
  const hasParts = answer.numerator !== null
  return {
    varde: hasParts ? '' : text(answer.value),
    taljare: text(answer.numerator),
    namnare: text(answer.denominator),
    saknas: answer.missing ?? '',
    kommentar: answer.comment,
  }
}
