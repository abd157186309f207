import { z } from 'zod'
import { type Language, languages } from '#platform/i18n.ts'
import { kindSlugs, searchPaths } from './paths.ts'
import type { Narrowing } from './queries.ts'
import { mostPages } from './rules.ts'
import { type Kind, kinds } from './tables.ts'

/** A whole search, as the address holds it. */
export interface Asked extends Narrowing {
  typed: string
  page: number
}

const longestTyped = 100
const typed = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, longestTyped))
  .catch('')

const form = z.object({
  q: typed,
  typ: z.string().catch(''),
  ar: z.coerce.number().int().min(1900).max(2200).nullable().catch(null),
  kommun: z
    .string()
    .regex(/^\w{2,10}$/)
    .catch(''),
  sprak: z.enum(languages).or(z.literal('')).catch(''),
  sida: z.coerce.number().int().min(1).max(mostPages).catch(1),
})

/** Understands an address; what does not make sense is left out. */
export function readAsked(query: Record<string, string>): Asked {
  const { q, typ, ar, kommun, sprak, sida } = form.parse(query)
  return { typed: q, kind: kindOf(typ), year: ar, organisation: kommun, language: sprak, page: sida }
}

/** What is typed so far, for suggestions. */
export function readTyped(query: Record<string, string>): string {
  return typed.parse(query.q)
}

/** The address of a search, without the language of the page. */
export function searchPath({ typed, kind, year, organisation, language, page }: Partial<Asked>): string {
  const query = new URLSearchParams({
    ...(typed && { q: typed }),
    ...(kind && { typ: kindSlugs[kind] }),
    ...(year && { ar: String(year) }),
    ...(organisation && { kommun: organisation }),
    ...(language && { sprak: language satisfies Language }),
    ...(page && page > 1 && { sida: String(page) }),
  })
  return searchPaths.search + (query.size > 0 ? `?${query}` : '')
}

function kindOf(slug: string): Kind | '' {
  return kinds.find((kind) => kindSlugs[kind] === slug) ?? ''
}
