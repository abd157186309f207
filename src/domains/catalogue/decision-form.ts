import { z } from 'zod'
import type { DecisionReference } from '#domains/key-figures/index.ts'
import { secureLink } from '#domains/members/index.ts'
import { line, type Typed } from '#platform/http/form.ts'

/** The fields that say which decision of a meeting something rests on; all but the link must be there. */
export const decisionFields = {
  motet: line('meeting-missing', 120),
  dag: z.iso.date('day-wrong'),
  paragraf: line('paragraph-missing', 20),
  lank: z
    .string()
    .default('')
    .transform((typed) => (typed === '' ? '' : secureLink(typed)))
    .refine((link) => link !== null, 'link-wrong')
    .transform((link) => link ?? ''),
}

/** A decision as the database keeps it. */
export interface GivenDecision {
  meeting: string
  decidedOn: string
  paragraph: string
  link: string
  madeUp: boolean
}

/** The decision that a form gives; what a demonstration decides is made up. */
export function decisionOf(
  values: { motet: string; dag: string; paragraf: string; lank: string },
  demo: boolean,
): GivenDecision {
  return {
    meeting: values.motet,
    decidedOn: values.dag,
    paragraph: values.paragraf.replace(/^§\s*/, ''),
    link: values.lank,
    madeUp: demo,
  }
}

/** A decision as it stands in a form. */
export function typedDecision(reference: DecisionReference | undefined): Typed {
  return reference
    ? { motet: reference.meeting, dag: reference.on, paragraf: reference.paragraph, lank: reference.link }
    : { motet: 'Årsmötet' }
}
