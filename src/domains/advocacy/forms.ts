import { z } from 'zod'
import { line, optionalDay, optionalLine, paragraphs, several, ticked } from '#platform/http/form.ts'
import type { Matter } from './matter-queries.ts'
import type { MatterFacts } from './matter-write-queries.ts'
import { splitText } from './text/paragraphs.ts'

/** How long what somebody writes may be, in characters. */
export const longestText = 100_000
const longestBody = 20_000

const number = z.coerce.number().int().min(0).catch(0)
const written = (missing: string, max: number) => z.string(missing).min(1, missing).max(max, 'too-long')

export const matterForm = z.object({
  slag: z.enum(['consultation', 'initiative']).catch('consultation'),
  rubrik: line('title-missing', 150),
  motpart: line('counterpart-missing', 150),
  beteckning: optionalLine(80),
  handlar: written('summary-missing', 1000),
  sprak: z.enum(['sv', 'en']).catch('sv'),
  'sista-dag': optionalDay,
  version: number,
})

/** What the form says of a matter. */
export function factsFrom(values: z.output<typeof matterForm>): MatterFacts {
  return {
    kind: values.slag,
    title: values.rubrik,
    counterpart: values.motpart,
    reference: values.beteckning,
    summary: values.handlar,
    language: values.sprak,
    deadline: values['sista-dag'] ?? null,
  }
}

/** A matter as its form shows it. */
export function typedMatter(matter: Matter): Record<string, string> {
  return {
    slag: matter.kind,
    rubrik: matter.title,
    motpart: matter.counterpart,
    beteckning: matter.reference,
    handlar: matter.summary,
    sprak: matter.language,
    'sista-dag': matter.deadline ?? '',
    version: String(matter.version),
  }
}

export const documentForm = z.object({ titel: line('document-title-missing', 150) })
/** How much text can be cut into sections at once. */
export const longestCut = 400_000

export const cutForm = z.object({ remisstext: written('cut-missing', longestCut) })
export const sectionForm = z.object({
  rubrik: line('section-title-missing', 140),
  text: paragraphs(longestBody),
  gor: z.enum(['spara', 'ta-bort']).catch('spara'),
})
export const sendSectionForm = z.object({
  nyckeltal: several(z.string()),
  amne: several(z.string()),
  nar: z.string().catch(''),
  gor: z.enum(['skicka', 'visa']).catch('visa'),
})
export const answerForm = z.object({ svar: written('answer-missing', longestBody) })

/** Texts of more paragraphs would take too long to compare. */
const mostParagraphs = 600

export const textForm = z.object({
  text: written('text-missing', longestText).refine(
    (text) => splitText(text).length <= mostParagraphs,
    'too-many-paragraphs',
  ),
  version: number,
  vad: optionalLine(200),
  sprakligt: ticked,
})

export const commentForm = z.object({
  kommentar: written('comment-missing', 4000),
  stycke: z.coerce.number('comment-missing').int(),
  version: number,
})

export const endorseForm = z.object({
  delegation: line('delegation-missing', 300),
  beslutat: line('decided-by-missing', 200),
  dag: z.iso.date('decided-on-missing'),
  version: number,
})
export const confirmForm = z.object({ version: number })

export const adoptForm = z.object({
  dag: z.iso.date('decided-on-missing'),
  mote: line('meeting-missing', 150),
  paragraf: line('paragraph-missing', 40),
  reservationer: paragraphs(4000),
})
export const reservationsForm = z.object({ reservationer: paragraphs(4000) })
export const closeForm = z.object({ skal: line('reason-missing', 500) })
