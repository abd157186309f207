import { z } from 'zod'
import type { Organisation } from '#domains/members/index.ts'
import { line, optionalLine, paragraphs, several, type Typed } from '#platform/http/form.ts'
import type { Project, WrittenProject } from './queries.ts'

const year = z.coerce.number('year-missing').int('year-wrong').min(1980, 'year-wrong').max(2200, 'year-wrong')

export const projectForm = z.object({
  kommun: optionalLine(20),
  namn: line('name-missing', 200),
  borjar: year,
  slutar: z.preprocess((typed) => (typed === '' ? undefined : typed), year.optional()),
  belopp: optionalLine(30),
  valuta: z
    .string()
    .default('SEK')
    .transform((typed) => typed || 'SEK')
    .refine((typed) => /^[A-Z]{3}$/.test(typed), 'currency-wrong'),
  betalar: optionalLine(200),
  natverk: several(z.string().max(60)),
  'andra-partner': optionalLine(500),
  medlemmar: paragraphs(5000),
  'kort-sv': paragraphs(1000),
  'kort-en': paragraphs(1000),
  'resultat-sv': paragraphs(20_000),
  'resultat-en': paragraphs(20_000),
  lankar: paragraphs(5000),
  version: z.coerce.number().int().catch(0),
})

/** What the form says, or what is wrong with how its fields fit together. */
export function projectFrom(
  values: z.output<typeof projectForm>,
  known: { members: Organisation[]; networkIds: string[] },
): { written: WrittenProject; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const amount = amountOf(values.belopp)
  const links = linesOf(values.lankar).map(linkOf)
  const members = linesOf(values.medlemmar).map((name) => memberNamed(known.members, name))
  if (values.slutar !== undefined && values.slutar < values.borjar) errors.slutar = 'years-order'
  if (amount === undefined) errors.belopp = 'amount-wrong'
  if (links.includes(null)) errors.lankar = 'links-wrong'
  if (members.includes(null)) errors.medlemmar = 'members-wrong'
  if (!values['kort-sv'] && !values['kort-en']) errors['kort-sv'] = 'lead-missing'
  if (values['resultat-sv'] && !values['kort-sv']) errors['kort-sv'] = 'lead-missing'
  if (values['resultat-en'] && !values['kort-en']) errors['kort-en'] = 'lead-missing'
  return {
    errors,
    written: {
      name: values.namn,
      begins: values.borjar,
      ends: values.slutar ?? null,
      amount: amount ?? null,
      currency: values.valuta,
      funder: values.betalar,
      otherPartners: values['andra-partner'],
      lead: { sv: values['kort-sv'], en: values['kort-en'] },
      results: { sv: values['resultat-sv'], en: values['resultat-en'] },
      links: links.flatMap((link) => link ?? []),
      memberCodes: [...new Set(members.flatMap((code) => code ?? []))],
      networkIds: values.natverk.filter((id) => known.networkIds.includes(id)),
    },
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
}

/** A sum of money; null when nothing is typed, undefined when it cannot be read. */
function amountOf(typed: string): number | null | undefined {
  if (typed === '') return null
  const plain = typed.replace(/[\s\u00a0\u2009]/g, '').replace(',', '.')
  return /^\d{1,11}(\.\d{1,2})?$/.test(plain) ? Number(plain) : undefined
}

function linkOf(text: string): { label: string; address: string } | null {
  const [, label = '', address = ''] = /^(.*?)\s*(https?:\/\/\S+)$/.exec(text) ?? []
  const url = URL.parse(address)
  return url ? { label: (label || url.hostname).slice(0, 200), address: url.href } : null
}

function memberNamed(members: Organisation[], name: string): string | null {
  const lower = name.toLocaleLowerCase('sv')
  return members.find((one) => one.code === name || one.name.toLocaleLowerCase('sv') === lower)?.code ?? null
}

/** A project as its form shows it. */
export function typedProject(project: Project): Typed {
  return {
    kommun: project.organisation.code,
    namn: project.name,
    borjar: String(project.begins),
    slutar: String(project.ends ?? ''),
    belopp: project.amount === null ? '' : String(project.amount).replace('.', ','),
    valuta: project.currency,
    betalar: project.funder,
    natverk: project.networks.map(({ id }) => id),
    'andra-partner': project.otherPartners,
    medlemmar: project.members.map(({ name }) => name).join('\n'),
    'kort-sv': project.lead.sv,
    'kort-en': project.lead.en,
    'resultat-sv': project.results.sv,
    'resultat-en': project.results.en,
    lankar: project.links.map(({ label, address }) => `${label} ${address}`).join('\n'),
    version: String(project.version),
  }
}
