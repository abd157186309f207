import { z } from 'zod'
import { emailAddress, line, optionalDay, optionalLine, paragraphs, ticked } from '#platform/http/form.ts'
import { organisationNumber, peppolParticipant, postalCode, secureLink } from './rules/identifiers.ts'

const mostLinks = 8

/** A field that may be empty; otherwise it must be understood, and is kept in its right form. */
export function understood(read: (typed: string) => string | null, wrong: string) {
  return optionalLine(500).transform((typed, context) => {
    if (typed === '') return ''
    const value = read(typed)
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: wrong })
    return z.NEVER
  })
}

const links = paragraphs(4000).transform((typed, context) => {
  const lines = typed
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
  const read = lines.map(secureLink)
  if (lines.length > mostLinks || read.includes(null)) {
    context.addIssue({ code: 'custom', message: lines.length > mostLinks ? 'links-many' : 'links-wrong' })
    return z.NEVER
  }
  return read.filter((link) => link !== null)
})

/** The form in which an organisation tells of itself. */
export const profileSchema = z.object({
  version: z.string().default(''),
  organisationNumber: understood(organisationNumber, 'number-wrong'),
  address: optionalLine(),
  postalCode: understood(postalCode, 'postal-wrong'),
  city: optionalLine(100),
  email: z.union([z.literal(''), emailAddress()], 'email-wrong').default(''),
  phone: optionalLine(50),
  website: understood(secureLink, 'link-wrong'),
  einvoiceAddress: understood(peppolParticipant, 'einvoice-wrong'),
  invoiceEmail: z.union([z.literal(''), emailAddress()], 'email-wrong').default(''),
  invoiceReference: optionalLine(100),
  socialLinks: links,
  programmeTitle: optionalLine(),
  programmeAddress: understood(secureLink, 'link-wrong'),
  programmeAdoptedOn: optionalDay,
  presentationSv: paragraphs(3000),
  presentationEn: paragraphs(3000),
  logoAlt: optionalLine(),
  removeLogo: ticked,
})

/** The form for a new organisation of the partner network. */
export const partnerSchema = z.object({
  name: line('name-missing'),
  organisationNumber: understood(organisationNumber, 'number-wrong'),
  since: z.iso.date('day-wrong'),
  decision: line('decision-missing', 300),
})
