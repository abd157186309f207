import { z } from 'zod'
import { type Language, type Tongue, tongues } from '../i18n.ts'
import { coloursSchema } from './colours.ts'

const text = z
  .string({ error: (issue) => (issue.input === undefined ? 'is missing' : 'should be text') })
  .trim()
  .min(1, 'is empty')

export const languagesSchema = z
  .array(z.enum(tongues, `should be one of ${tongues.join(', ')}`))
  .min(1, 'is empty')
  .refine((all) => new Set(all).size === all.length, 'names a language twice')
  .refine(
    (all) => !all.includes('fi') || all.includes('en'),
    'should have en beside fi, which is not told everywhere',
  )
  .refine(
    (all) => all[0] === 'sv' || all[0] === 'en',
    'should begin with sv or en, in which everything is told',
  )

/** Services of one country that the program knows; those that are not named are not offered. */
export const services = ['kolada', 'scb', 'peppol', 'bankgiro', 'sie', 'dcat-ap-se'] as const
export type Service = (typeof services)[number]

const formats = z.string().regex(/^[a-z]{2}-[A-Z]{2}$/, 'should be a language and a country, like en-US')
const zone = text.refine(isZone, 'should be a time zone such as Europe/Stockholm')
const currency = z.string().regex(/^[A-Z]{3}$/, 'should be a currency such as SEK')
const money = z.number().min(0, 'cannot be below 0').multipleOf(0.01, 'should have two decimals at most')

/** Words said in each language of the association that everything is told in; a language it has not takes another's. */
function told(spoken: Language[]) {
  return z
    .strictObject({ sv: text.optional(), en: text.optional() })
    .superRefine((words, context) => {
      for (const language of spoken) {
        if (!words[language]) context.addIssue({ code: 'custom', path: [language], message: 'is missing' })
      }
    })
    .transform((words) => {
      const any = words.sv ?? words.en ?? ''
      return { sv: words.sv ?? any, en: words.en ?? any }
    })
}

/** The file `association.yaml` of an association with these languages. */
export function associationSchema(languages: Tongue[]) {
  const spoken = languages.filter((tongue) => tongue === 'sv' || tongue === 'en')
  const wording = z.record(text, text).default({})
  return z.strictObject({
    code: z.string().regex(/^[A-Z]{2,10}$/, 'should be two to ten capital letters'),
    name: told(spoken),
    meaning: z.strictObject({ sv: text.optional(), en: text.optional() }).default({}),
    made_up: z.boolean().default(false),
    languages: languagesSchema,
    secretariat: z.strictObject({
      address: z.array(text).min(1),
      telephone: text,
      email: z.email('should be an e-mail address'),
    }),
    logo: z
      .strictObject({
        size: z.number().positive(),
        paths: z
          .array(
            z
              .string()
              .regex(/^[MmLlHhVvCcSsQqTtAaZz0-9\s,.+-]+$/, 'should be the d of an SVG path and nothing else'),
          )
          .min(1),
      })
      .optional(),
    colours: coloursSchema.optional(),
    country: z.strictObject({
      code: z.string().regex(/^[A-Z]{2}$/, 'should be a country code such as SE'),
      name: told(spoken),
      time_zone: zone,
      currency,
      formats: z
        .strictObject({ sv: formats.optional(), en: formats.optional(), fi: formats.optional() })
        .default({}),
      place: z
        .strictObject({
          latitude: z.tuple([z.number(), z.number()]),
          longitude: z.tuple([z.number(), z.number()]),
        })
        .optional(),
      population_source: text,
      /** The day of the year that the inhabitants are counted on, `MM-DD`. */
      population_day: z
        .string()
        .regex(/^\d\d-\d\d$/, 'should be a day such as 12-31')
        .default('12-31'),
      services: z.array(z.enum(services, `should be one of ${services.join(', ')}`)).default([]),
    }),
    fees: z.strictObject({
      fixed: money,
      municipality_rate: money,
      region_rate: money,
      cap: z.int().positive().nullable(),
      highest_rate: money,
      oldest_population: z.int().min(1).max(15),
    }),
    wording: z.strictObject({ sv: wording.optional(), en: wording.optional() }).default({}),
    demonstration: z.strictObject({
      member: text,
      delegate: text,
      applicant: text,
      /** Key figures that examples of the API ask for. */
      figures: z.array(text).min(1),
    }),
  })
}

/** Who runs the program: what makes it this association's and not another's. */
export type Association = z.output<ReturnType<typeof associationSchema>>

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}
