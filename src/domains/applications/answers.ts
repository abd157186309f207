import { z } from 'zod'
import { organisationNumber, postalCode, secureLink, understood } from '#domains/members/index.ts'
import { emailAddress, optionalLine, paragraphs } from '#platform/http/form.ts'
import type { FormSection } from './rules/completeness.ts'

const text = z.string().default('')

/** What an application says, field by field; empty while it is not written yet. */
export const answersSchema = z.object({
  organisationNumber: text,
  address: text,
  postalCode: text,
  city: text,
  /** The address of the registry, where letters to the organisation go. */
  email: text,
  invoiceEmail: text,
  invoiceReference: text,
  /** `council` or `board`, of the municipality or the region. */
  decidingBody: text,
  decidedOn: text,
  decisionParagraph: text,
  programmeTitle: text,
  programmeAdoptedOn: text,
  programmeAddress: text,
  criterion1: text,
  criterion2: text,
  criterion3: text,
  criterion4: text,
  politicianName: text,
  politicianTitle: text,
  politicianEmail: text,
  officialName: text,
  officialTitle: text,
  officialEmail: text,
})
export type Answers = z.output<typeof answersSchema>

const email = z.union([z.literal(''), emailAddress()], 'email-wrong').default('')
const day = z.union([z.literal(''), z.iso.date()], 'day-wrong').default('')
const ambition = paragraphs(6000)
/** `§ 61`, however it is typed. */
export const paragraph = optionalLine(30).transform((typed) => {
  const number = /^(?:§|par(?:agraf|\.)?)?\s*(\d+[a-z]?)$/i.exec(typed)?.[1]
  return number ? `§ ${number}` : typed
})

/** The form of each part. Anything may be left for later; what is written must be understood. */
export const sectionForms = {
  organisation: z.object({
    organisationNumber: understood(organisationNumber, 'number-wrong'),
    address: optionalLine(),
    postalCode: understood(postalCode, 'postal-wrong'),
    city: optionalLine(100),
    email,
    invoiceEmail: email,
    invoiceReference: optionalLine(100),
  }),
  decision: z.object({
    decidingBody: z.enum(['', 'council', 'board'], 'body-wrong').default(''),
    decidedOn: day,
    decisionParagraph: paragraph,
  }),
  programme: z.object({
    programmeTitle: optionalLine(),
    programmeAdoptedOn: day,
    programmeAddress: understood(secureLink, 'link-wrong'),
  }),
  'criterion-1': z.object({ criterion1: ambition }),
  'criterion-2': z.object({ criterion2: ambition }),
  'criterion-3': z.object({ criterion3: ambition }),
  'criterion-4': z.object({ criterion4: ambition }),
  people: z.object({
    politicianName: optionalLine(),
    politicianTitle: optionalLine(),
    politicianEmail: email,
    officialName: optionalLine(),
    officialTitle: optionalLine(),
    officialEmail: email,
  }),
} satisfies Record<FormSection, z.ZodObject>

/** Faults that only show when the fields are seen together, or beside the day. */
export function faultsTogether(values: Partial<Answers>, today: string): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const field of ['decidedOn', 'programmeAdoptedOn'] as const) {
    if ((values[field] ?? '') > today) errors[field] = 'day-coming'
  }
  if (values.politicianEmail && values.politicianEmail === values.officialEmail) {
    errors.officialEmail = 'email-same'
  }
  return errors
}
