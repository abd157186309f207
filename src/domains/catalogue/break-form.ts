import { z } from 'zod'
import { checkForm, line, type Typed, textIn } from '#platform/http/form.ts'
import { decisionFields, decisionOf } from './decision-form.ts'
import type { GivenBreak } from './office-actions.ts'

const yearWrong = 'break-year-wrong'
const breakForm = z.object({
  ...decisionFields,
  brott_ar: z.coerce.number(yearWrong).int(yearWrong).min(1900, yearWrong).max(2200, yearWrong),
  brott_skal: line('break-reason-missing', 300),
  brott_skal_en: line('break-reason-missing', 300),
})

type ReadBreak = { ok: true; given: GivenBreak } | { ok: false; errors: Record<string, string> }

/** Reads a break with its reason and decision. */
export function readBreak(typed: Typed, demo: boolean): ReadBreak {
  const form = checkForm(typed, breakForm)
  if (!form.ok) return form
  const { brott_ar: year, brott_skal: reasonSv, brott_skal_en: reasonEn } = form.values
  return { ok: true, given: { year, reasonSv, reasonEn, decision: decisionOf(form.values, demo) } }
}

/** Whether a form that may have a break beside other things has one. */
export function givesBreak(typed: Typed): boolean {
  return ['brott_ar', 'brott_skal', 'brott_skal_en'].some((field) => textIn(typed, field) !== '')
}
