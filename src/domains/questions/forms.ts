import { z } from 'zod'
import { line, paragraphs, several } from '#platform/http/form.ts'
import { longest } from './rules/limits.ts'

const readers = z.enum(['members', 'everyone']).catch('members')
const id = z.coerce.number().int().catch(0)
const markdown = (missing: string, max: number) => z.string(missing).min(1, missing).max(max, 'too-long')

export const titleForm = z.object({ titel: line('title-missing', longest.title) })

const question = titleForm.extend({
  text: markdown('body-missing', longest.body),
  sprak: z.enum(['sv', 'en']).catch('sv'),
  lasare: readers,
  nyckeltal: several(z.string()),
  amne: several(z.string()),
})

export const askForm = question.extend({
  gor: z.enum(['skicka', 'visa']).catch('visa'),
  nar: z.string().catch(''),
})

export const editForm = question.extend({ version: id })

export const answerForm = z.object({
  svar: markdown('answer-missing', longest.answer),
  lasare: readers,
})

export const editAnswerForm = answerForm.extend({ version: id })

export const closeForm = z.object({ skal: line('reason-missing', longest.reason) })

export const declineForm = z.object({ namn: paragraphs(200), person: z.string().default('') })

/** A report, or the hiding, of a question or of one of its answers. */
export const reasonForm = z.object({
  skal: z.string('reason-missing').min(1, 'reason-missing').max(longest.reason, 'too-long'),
  svar: z.coerce.number().int().optional().catch(undefined),
})
