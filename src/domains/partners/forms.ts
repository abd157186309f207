import { z } from 'zod'
import { line, optionalLine, paragraphs, type Typed, ticked } from '#platform/http/form.ts'
import { slugOf } from '#platform/slug.ts'
import { countryCodes } from './countries.ts'
import type { Milestone, Municipality, Network } from './queries.ts'

const webAddress = optionalLine(500).refine(
  (typed) => typed === '' || /^https?:$/.test(URL.parse(typed)?.protocol ?? ''),
  'address-wrong',
)
/** Eco-municipalities are not older; networks and what led to them may be. */
const [firstYear, earliestYear] = [1980, 1900]
const optionalYear = (from: number) =>
  z
    .string()
    .default('')
    .refine((typed) => typed === '' || isYear(Number(typed), from), 'year-wrong')
    .transform((typed) => (typed === '' ? null : Number(typed)))
const country = z.string().refine((code) => countryCodes.includes(code), 'country-missing')

function isYear(year: number, from: number): boolean {
  return Number.isInteger(year) && year >= from && year <= 2200
}

const fact = {
  kalla: line('source-missing', 300),
  'kallans-adress': webAddress,
  dold: ticked,
  version: z.coerce.number().int().catch(0),
}

export const networkForm = z.object({
  ...fact,
  namn: line('name-missing', 200),
  land: country,
  grundat: optionalYear(earliestYear),
  'samarbete-sedan': optionalYear(firstYear),
  webbplats: webAddress,
  kontakt: optionalLine(200),
  epost: z
    .string()
    .default('')
    .refine((typed) => typed === '' || z.email().safeParse(typed).success, 'email-wrong'),
  'kort-sv': z.string().min(1, 'lead-missing').max(1000, 'too-long'),
  'kort-en': z.string().min(1, 'lead-missing').max(1000, 'too-long'),
  'historia-sv': paragraphs(20_000),
  'historia-en': paragraphs(20_000),
})

export const municipalityForm = z.object({
  ...fact,
  natverk: optionalLine(60),
  namn: line('name-missing', 200),
  land: country,
  sedan: optionalYear(firstYear),
  webbplats: webAddress,
  'text-sv': paragraphs(3000),
  'text-en': paragraphs(3000),
})

export const milestoneForm = z.object({
  ...fact,
  ar: z.coerce.number('year-missing').refine((year) => isYear(year, earliestYear), 'year-wrong'),
  natverk: optionalLine(60),
  'rubrik-sv': line('title-missing', 200),
  'rubrik-en': line('title-missing', 200),
  'text-sv': paragraphs(3000),
  'text-en': paragraphs(3000),
})

type Factual = { kalla: string; 'kallans-adress': string; dold: boolean }

const factOf = (values: Factual) => ({
  source: values.kalla,
  sourceAddress: values['kallans-adress'],
  hidden: values.dold,
})
const idOf = (known: { id: string } | undefined, name: string) => known?.id ?? slugOf(name).slice(0, 60)

export function networkFrom(values: z.output<typeof networkForm>, known: Network | undefined) {
  return {
    id: idOf(known, values.namn),
    name: values.namn,
    country: values.land,
    founded: values.grundat,
    partnerSince: values['samarbete-sedan'],
    website: values.webbplats,
    contact: values.kontakt,
    email: values.epost,
    lead: { sv: values['kort-sv'], en: values['kort-en'] },
    history: { sv: values['historia-sv'], en: values['historia-en'] },
    ...factOf(values),
  }
}

export function municipalityFrom(values: z.output<typeof municipalityForm>, known: Municipality | undefined) {
  return {
    id: idOf(known, values.namn),
    networkId: values.natverk || null,
    name: values.namn,
    country: values.land,
    sinceYear: values.sedan,
    website: values.webbplats,
    text: { sv: values['text-sv'], en: values['text-en'] },
    ...factOf(values),
  }
}

export function milestoneFrom(values: z.output<typeof milestoneForm>, known: Milestone | undefined) {
  return {
    id: idOf(known, `${values.ar}-${values['rubrik-sv']}`),
    year: values.ar,
    networkId: values.natverk || null,
    title: { sv: values['rubrik-sv'], en: values['rubrik-en'] },
    text: { sv: values['text-sv'], en: values['text-en'] },
    ...factOf(values),
  }
}

function typedFact({ source, sourceAddress, hidden, version }: Network | Municipality | Milestone): Typed {
  return {
    kalla: source,
    'kallans-adress': sourceAddress,
    version: String(version),
    ...(hidden ? { dold: '1' } : {}),
  }
}

export function typedNetwork(network: Network): Typed {
  return {
    ...typedFact(network),
    namn: network.name,
    land: network.country,
    grundat: String(network.founded ?? ''),
    'samarbete-sedan': String(network.partnerSince ?? ''),
    webbplats: network.website,
    kontakt: network.contact,
    epost: network.email,
    'kort-sv': network.lead.sv,
    'kort-en': network.lead.en,
    'historia-sv': network.history.sv,
    'historia-en': network.history.en,
  }
}

export function typedMunicipality(municipality: Municipality): Typed {
  return {
    ...typedFact(municipality),
    natverk: municipality.networkId ?? '',
    namn: municipality.name,
    land: municipality.country,
    sedan: String(municipality.sinceYear ?? ''),
    webbplats: municipality.website,
    'text-sv': municipality.text.sv,
    'text-en': municipality.text.en,
  }
}

export function typedMilestone(milestone: Milestone): Typed {
  return {
    ...typedFact(milestone),
    ar: String(milestone.year),
    natverk: milestone.networkId ?? '',
    'rubrik-sv': milestone.title.sv,
    'rubrik-en': milestone.title.en,
    'text-sv': milestone.text.sv,
    'text-en': milestone.text.en,
  }
}
