import { z } from 'zod'
import { quotient } from '#domains/key-figures/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import { readNumber } from '#platform/read-number.ts'
import type { Answer } from './answer-queries.ts'

/** Why a value can be missing, in the order of the form. */
export const missingReasons = ['not-reported', 'not-measured', 'not-applicable', 'confidential'] as const

export type GivenValue = Pick<
  Answer,
  'value' | 'numerator' | 'denominator' | 'missing' | 'comment' | 'reason'
>
export type ReadAnswer = { ok: true; given: GivenValue } | { ok: false; errors: Record<string, string> }

/** What an answer is read against. */
export interface Asked {
  /** The figure is a per cent. */
  percent: boolean
  /** What is public; when it becomes something else somebody must say why. Absent outside corrections. */
  corrects?: { value: number | null } | undefined
}

const reasonWhy = z.enum(missingReasons)

/**
 * Reads an answer: a value, or two parts that make one, or why there is none. Exactly one of the three, except that a
 * value may stand beside its parts when they agree to three digits. A part that the form suggested and nobody built
 * upon counts as empty.
 */
export function readAnswer(typed: Typed, { percent, corrects }: Asked): ReadAnswer {
  const errors: Record<string, string> = {}
  const number = (field: string): number | null => {
    const read = readNumber(textIn(typed, field))
    if ('value' in read) return read.value
    if (read.fault !== 'empty') errors[field] = read.fault
    return null
  }
  const [value, numerator, written] = [number('varde'), number('taljare'), number('namnare')]
  const untouched = numerator === null && textIn(typed, 'namnare') === textIn(typed, 'forslag')
  const denominator = untouched ? null : written
  const missing =
    reasonWhy
      .optional()
      .catch(undefined)
      .parse(textIn(typed, 'saknas') || undefined) ?? null
  const [comment, reason] = [textIn(typed, 'kommentar'), textIn(typed, 'skal')]
  if (comment.length > 1000) errors.kommentar = 'too-long'
  if (reason.length > 500) errors.skal = 'too-long'
  if (Object.keys(errors).length > 0) return { ok: false, errors }

  const said = (given: Omit<GivenValue, 'comment' | 'reason'>): ReadAnswer => {
    const isCorrected = corrects !== undefined && !isSame(given.value, corrects.value)
    if (isCorrected && reason.length < 5) return { ok: false, errors: { skal: 'reason-missing' } }
    return { ok: true, given: { ...given, comment, reason: isCorrected ? reason : '' } }
  }
  const hasParts = numerator !== null || denominator !== null
  if (missing && (value !== null || hasParts)) return { ok: false, errors: { varde: 'two-answers' } }
  if (missing) return said({ value: null, numerator: null, denominator: null, missing })
  if (!hasParts) {
    return value === null
      ? { ok: false, errors: { varde: 'value-missing' } }
      : said({ value, numerator, denominator, missing })
  }
  if (numerator === null) return { ok: false, errors: { taljare: 'both-parts' } }
  if (denominator === null) return { ok: false, errors: { namnare: 'both-parts' } }
  if (denominator === 0) return { ok: false, errors: { namnare: 'divided-by-zero' } }
  const computed = quotient(numerator, denominator, percent)
  if (value !== null && Math.abs(value - computed) > Math.abs(computed) * 0.005) {
    return { ok: false, errors: { varde: 'parts-disagree' } }
  }
  return said({ value: computed, numerator, denominator, missing })
}

/** Whether two values say the same, but for how a computer rounds. */
function isSame(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other
  return Math.abs(one - other) <= Math.abs(other) * 1e-9
}

/** An answer as it stands in the form. */
export function typedOf(answer: Answer | undefined): Typed {
  if (!answer) return {}
  const hasParts = answer.numerator !== null
  return {
    varde: hasParts ? '' : typedNumber(answer.value),
    taljare: typedNumber(answer.numerator),
    namnare: typedNumber(answer.denominator),
    saknas: answer.missing ?? '',
    kommentar: answer.comment,
    skal: answer.reason,
  }
}

/** A number as a Swede types it. */
export function typedNumber(value: number | null): string {
  return value === null ? '' : String(value).replace('.', ',')
}
