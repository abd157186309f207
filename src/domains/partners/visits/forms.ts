import { z } from 'zod'
import { emailAddress, line, optionalLine, paragraphs, several, type Typed } from '#platform/http/form.ts'
import type { Tongue } from '#platform/i18n.ts'
import { countryCodes } from '../countries.ts'
import type { WrittenVisit } from './queries.ts'

export const visitLanguages = ['sv', 'en', 'fi', 'other'] as const

const subjectWord = z.string().max(60)

/** The form for who wants to visit. `webbplats` is left empty by people, who do not see it. */
export const visitForm = z.object({
  namn: line('name-missing', 100),
  epost: emailAddress(),
  organisation: line('organisation-missing', 200),
  land: z.string().refine((code) => countryCodes.includes(code), 'country-missing'),
  antal: z.coerce.number('people-wrong').int('people-wrong').min(1, 'people-wrong').max(500, 'people-wrong'),
  tidigast: z.iso.date('day-wrong'),
  senast: z.iso.date('day-wrong'),
  onskan: z.string('wishes-missing').min(10, 'wishes-missing').max(3000, 'too-long'),
  sprak: z.enum(visitLanguages, 'language-missing'),
  amne: several(subjectWord),
  nyckeltal: several(subjectWord),
  webbplats: optionalLine(500).catch('filled'),
})

/** What the form says, or what is wrong with how its fields fit together. */
export function visitFrom(
  values: z.output<typeof visitForm>,
  known: { subjects: string[]; figures: string[]; today: string; tongue: Tongue },
): { written: WrittenVisit; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  if (values.tidigast < known.today) errors.tidigast = 'day-past'
  if (values.senast < values.tidigast) errors.senast = 'day-order'
  return {
    errors,
    written: {
      name: values.namn,
      email: values.epost,
      organisation: values.organisation,
      country: values.land,
      people: values.antal,
      earliest: values.tidigast,
      latest: values.senast,
      wishes: values.onskan,
      visitLanguage: values.sprak,
      tongue: known.tongue,
      subjectIds: values.amne.filter((id) => known.subjects.includes(id)),
      figureIds: values.nyckeltal.filter((id) => known.figures.includes(id)),
    },
  }
}

export const answerForm = z.object({
  svar: z.string('reply-missing').min(1, 'reply-missing').max(3000, 'too-long'),
})
export const noteForm = z.object({ not: paragraphs(1000) })
export const hostForm = z.object({ person: several(z.string().regex(/^\d{1,9}$/)) })

/** What a new form begins with. */
export function beginVisit(tongue: Tongue): Typed {
  return { sprak: tongue === 'sv' ? 'sv' : tongue === 'fi' ? 'fi' : 'en' }
}
