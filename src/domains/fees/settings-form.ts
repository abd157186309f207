import { z } from 'zod'
import { organisationNumber, postalCode } from '#domains/members/index.ts'
import { emailAddress, line, optionalLine, ticked } from '#platform/http/form.ts'
import { parseGiro } from './references.ts'

const account = z.string('account-wrong').regex(/^\d{4}$/, 'account-wrong')

const accountFields = ['fordran', 'bank', 'oplacerat', 'avgift', 'forsaljning', 'moms'] as const

/** What the association's invoices say of it, and the accounts, as they are typed. */
export const settingsSchema = z.object({
  namn: line('name-missing'),
  orgnr: line('organisation-number-wrong'),
  momsnr: z
    .string()
    .transform((typed) => typed.replace(/\s/g, '').toUpperCase())
    .pipe(z.string().regex(/^(SE\d{12})?$/, 'vat-wrong')),
  fskatt: ticked,
  adress: line('address-missing'),
  postnr: line('postal-code-wrong'),
  ort: line('city-missing', 100),
  epost: emailAddress(),
  telefon: optionalLine(50),
  webb: optionalLine(200),
  girotyp: z.enum(['bankgiro', 'plusgiro'], 'giro-wrong'),
  giro: line('giro-wrong', 20),
  ranta: z
    .string()
    .default('')
    .transform((typed) => (typed === '' ? null : Number(typed.replace(',', '.'))))
    .pipe(z.number('interest-wrong').min(0, 'interest-wrong').max(40, 'interest-wrong').nullable()),
  fordran: account,
  bank: account,
  oplacerat: account,
  avgift: account,
  forsaljning: account,
  moms: account,
})

export type SettingsValues = z.output<typeof settingsSchema>

/** What fits no schema alone: check digits, and accounts that are used twice. By field. */
export function faultsIn(values: SettingsValues): Record<string, string> {
  const errors: Record<string, string> = {}
  if (!organisationNumber(values.orgnr)) errors.orgnr = 'organisation-number-wrong'
  if (!postalCode(values.postnr)) errors.postnr = 'postal-code-wrong'
  if (!parseGiro(values.girotyp, values.giro)) errors.giro = 'giro-wrong'
  const seen = new Set<string>()
  for (const field of accountFields) {
    if (seen.has(values[field])) errors[field] = 'account-twice'
    seen.add(values[field])
  }
  return errors
}
