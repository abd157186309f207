import { z } from 'zod'
import type { Faults } from '#platform/reference/fault.ts'
import { readYamlList, type SourceFile } from '#platform/reference/read-file.ts'

const text = z.string().trim().min(1, 'is empty')
const later = z.string().default('')
const id = z.string().regex(/^[a-z0-9-]{1,60}$/, 'should be small letters, digits and hyphens')
const year = z.number().int().min(1900).max(2200)
const country = z.string().regex(/^[A-Z]{2}$/, 'should be the two letters of a country')
const address = z
  .url({ protocol: /^https?$/, error: 'should be an address of the web' })
  .or(z.literal(''))
  .default('')
const fact = { id, source: text, source_address: address }

const entry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('network'),
    ...fact,
    name: text,
    country,
    founded: year.optional(),
    partner_since: year.optional(),
    website: address,
    email: z.email().or(z.literal('')).default(''),
    lead_sv: text,
    lead_en: text,
    history_sv: later,
    history_en: later,
  }),
  z.strictObject({
    kind: z.literal('municipality'),
    ...fact,
    network: id.optional(),
    name: text,
    country,
    since_year: year.optional(),
    website: address,
    text_sv: later,
    text_en: later,
  }),
  z.strictObject({
    kind: z.literal('milestone'),
    ...fact,
    year,
    network: id.optional(),
    title_sv: text,
    title_en: text,
    text_sv: later,
    text_en: later,
  }),
  z.strictObject({
    kind: z.literal('series'),
    id,
    name_sv: text,
    name_en: text,
    lead_sv: later,
    lead_en: later,
    past: z
      .array(z.strictObject({ year, place: text, text_sv: later, text_en: later, source: text }))
      .default([]),
  }),
])

/** One fact on eco-municipalities in the world. */
export type PartnerFact = z.output<typeof entry>

/** The facts on partners that the association begins with; another association need not have any. */
export function readPartners(source: SourceFile | undefined, faults: Faults): PartnerFact[] {
  if (!source) return []
  const rows = readYamlList(source, entry, faults)
  const seen = new Set<string>()
  const networks = new Set(rows.flatMap(({ row }) => (row.kind === 'network' ? [row.id] : [])))
  for (const { row, line } of rows) {
    if (seen.has(`${row.kind} ${row.id}`)) faults.add(source.file, line, `${row.id} stands twice`)
    seen.add(`${row.kind} ${row.id}`)
    if ('network' in row && row.network && !networks.has(row.network)) {
      faults.add(source.file, line, `network: there is no ${row.network}`)
    }
  }
  return rows.map(({ row }) => row)
}
