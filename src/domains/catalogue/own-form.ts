import { z } from 'zod'
import type { MissingReason } from '#domains/key-figures/index.ts'
import { line, optionalLine, paragraphs, several, type Typed, textIn, ticked } from '#platform/http/form.ts'
import { readNumber } from '#platform/read-number.ts'
import type { OwnValue } from './own-actions.ts'
import type { OwnFigure, OwnWords } from './own-queries.ts'

const explanation = z.string('explanation-missing').min(10, 'explanation-missing').max(2000, 'too-long')

/** The form of a member's own figure. English is asked for and may be left empty: then Swedish stands there too. */
export const ownFigureForm = z.object({
  namn: line('name-missing', 100),
  namn_en: optionalLine(100),
  forklaring: explanation,
  forklaring_en: paragraphs(2000),
  enhet: line('unit-missing', 40),
  enhet_en: optionalLine(40),
  decimaler: z.coerce
    .number('decimals-wrong')
    .int('decimals-wrong')
    .min(0, 'decimals-wrong')
    .max(3, 'decimals-wrong'),
  riktning: z.enum(['up', 'down'], 'direction-missing'),
  galler: z.enum(['place', 'organisation'], 'scope-missing'),
  kriterier: several(z.enum(['1', '2', '3', '4'])).refine((chosen) => chosen.length > 0, 'criteria-missing'),
  version: z.coerce.number().int().catch(-1),
  samma: ticked,
})

/** What the form says, as it is kept. */
export function wordsOf(values: z.output<typeof ownFigureForm>): OwnWords {
  return {
    nameSv: values.namn,
    nameEn: values.namn_en || values.namn,
    explanationSv: values.forklaring,
    explanationEn: values.forklaring_en || values.forklaring,
    unitSv: values.enhet,
    unitEn: values.enhet_en || values.enhet,
    decimals: values.decimaler,
    direction: values.riktning,
    scope: values.galler,
    criteria: values.kriterier.map(Number).toSorted(),
  }
}

/** A figure as it stands in the form. */
export function typedOf(figure: OwnFigure): Typed {
  return {
    namn: figure.nameSv,
    namn_en: figure.nameEn,
    forklaring: figure.explanationSv,
    forklaring_en: figure.explanationEn,
    enhet: figure.unitSv,
    enhet_en: figure.unitEn,
    decimaler: String(figure.decimals),
    riktning: figure.direction,
    galler: figure.scope,
    kriterier: figure.criteria.map(String),
    version: String(figure.version),
  }
}

/** Why a value can be missing, in the order of the form. */
export const missingReasons = [
  'not-reported',
  'not-measured',
  'not-applicable',
  'confidential',
] as const satisfies readonly MissingReason[]

const oldestYear = 1990
const longestComment = 1000
const longestReason = 500

/** Reads a year's value: a number, or why there is none; never both. Only years that have passed have values. */
export function readOwnValue(
  typed: Typed,
  today: string,
): { ok: true; value: OwnValue } | { ok: false; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const year = Number(textIn(typed, 'ar'))
  if (!Number.isInteger(year) || year < oldestYear || year >= Number(today.slice(0, 4)))
    errors.ar = 'year-wrong'
  const missing = missingReasons.find((reason) => reason === textIn(typed, 'saknas')) ?? null
  const read = readNumber(textIn(typed, 'varde'))
  const isEmpty = 'fault' in read && read.fault === 'empty'
  if (missing && !isEmpty) errors.varde = 'two-answers'
  else if (!missing && isEmpty) errors.varde = 'value-missing'
  else if (!missing && 'fault' in read) errors.varde = read.fault
  const comment = textIn(typed, 'kommentar')
  if (comment.length > longestComment) errors.kommentar = 'too-long'
  const reason = textIn(typed, 'skal')
  if (reason.length > longestReason) errors.skal = 'too-long'
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const value = 'value' in read ? read.value : null
  return { ok: true, value: { year, value, missing, comment, reason } }
}
