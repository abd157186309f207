import { z } from 'zod'
import { optionalLine, several, type Typed, textIn, textsIn } from '#platform/http/form.ts'
import type { Example, ExampleFacts } from './example-queries.ts'

/** So many links an example may have. */
export const linkCount = 3
const numbered = Array.from({ length: linkCount }, (_, i) => i + 1)

const linkAddress = z
  .string()
  .default('')
  .refine((typed) => typed === '' || isWebAddress(typed), 'link-wrong')

function isWebAddress(typed: string): boolean {
  const url = URL.parse(typed)
  return (
    url !== null && ['http:', 'https:'].includes(url.protocol) && url.hostname.includes('.') && !url.username
  )
}

export const factsForm = z.object({
  ar: z.string().default(''),
  nyckeltal: several(z.string()),
  amne: several(z.string()),
  kriterium: several(z.enum(['1', '2', '3', '4'])),
  mal: several(z.string().regex(/^([1-9]|1[0-7])$/)),
  kontakt: z.string().default(''),
  version: z.coerce.number().int().catch(0),
  ...Object.fromEntries(numbered.map((n) => [`text${n}`, optionalLine(150)])),
  ...Object.fromEntries(numbered.map((n) => [`adress${n}`, linkAddress])),
})

/** The facts of an example as their form shows them. */
export function typedFacts(example: Example): Typed {
  return {
    ar: example.year === null ? '' : String(example.year),
    nyckeltal: example.figures,
    amne: example.subjects,
    kriterium: example.criteria.map(String),
    mal: example.sdgs.map(String),
    kontakt: example.contactId === null ? '' : String(example.contactId),
    version: String(example.version),
    ...Object.fromEntries(numbered.map((n) => [`text${n}`, example.links[n - 1]?.label ?? ''])),
    ...Object.fromEntries(numbered.map((n) => [`adress${n}`, example.links[n - 1]?.address ?? ''])),
  }
}

/** What can be chosen in the form of the facts, and how it is used. */
export interface Choices {
  figures: string[]
  subjects: string[]
  contacts: number[]
  thisYear: number
  published: boolean
}

/** Reads the form of the facts against what there is to choose. */
export function factsFrom(
  typed: Typed,
  { figures, subjects, contacts, thisYear, published }: Choices,
): { facts: ExampleFacts; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const typedYear = textIn(typed, 'ar')
  const year = /^\d{4}$/.test(typedYear) ? Number(typedYear) : null
  if (typedYear === '' && published) errors.ar = 'year-missing'
  if (typedYear !== '' && (year === null || year < 1980 || year > thisYear)) errors.ar = 'year-wrong'
  const chosen = textsIn(typed, 'nyckeltal').filter(Boolean)
  if (chosen.some((id) => !figures.includes(id))) errors.nyckeltal = 'figure-unknown'
  const words = [...new Set(textsIn(typed, 'amne').filter(Boolean))]
  if (words.some((id) => !subjects.includes(id))) errors.amne = 'subject-unknown'
  const contact = textIn(typed, 'kontakt') === '' ? null : Number(textIn(typed, 'kontakt'))
  if (contact !== null && !contacts.includes(contact)) errors.kontakt = 'contact-unknown'
  const links = numbered.flatMap((n) => {
    const [label, address] = [textIn(typed, `text${n}`), textIn(typed, `adress${n}`)]
    if (label === '' && address === '') return []
    if (label === '') errors[`text${n}`] = 'label-missing'
    if (address === '') errors[`adress${n}`] = 'link-wrong'
    return [{ label, address }]
  })
  const numbers = (name: string) => [...new Set(textsIn(typed, name).map(Number))].sort((a, b) => a - b)
  return {
    errors,
    facts: {
      year,
      figures: [...new Set(chosen)],
      subjects: words,
      criteria: numbers('kriterium'),
      sdgs: numbers('mal'),
      contactId: contact,
      links,
    },
  }
}
