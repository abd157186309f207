import { z } from 'zod'
import { line, optionalLine, paragraphs, several, type Typed, ticked } from '#platform/http/form.ts'
import { readNumber } from '#platform/read-number.ts'
import type { FigureRow } from './figure-queries.ts'
import type { Meaning } from './rules/changes.ts'
import { type FigureFacts, faultsOf } from './rules/figure.ts'

/** What of a figure the form changes, by column. */
export type FigureWords = FigureFacts

/** A number that may be left empty. */
const number = z
  .string()
  .default('')
  .transform((typed, context) => {
    const read = readNumber(typed)
    if ('value' in read) return read.value
    if (read.fault !== 'empty') context.addIssue({ code: 'custom', message: read.fault })
    return null
  })

/** Several numbers with semicolons between: `30; 20; 10`. */
const numbers = z
  .string()
  .default('')
  .transform((typed, context) => {
    const read = typed.split(';').flatMap((part) => (part.trim() === '' ? [] : [readNumber(part)]))
    const values = read.flatMap((one) => ('value' in one ? [one.value] : []))
    if (values.length < read.length) context.addIssue({ code: 'custom', message: 'not-a-number' })
    return values
  })

/** The form of a key figure of the meetings. */
export const figureForm = z.object({
  nummer: optionalLine(10),
  namn: line('name-missing', 120),
  namn_en: line('name-missing', 120),
  forklaring: z.string('explanation-missing').min(10, 'explanation-missing').max(4000, 'too-long'),
  forklaring_en: z.string('explanation-missing').min(10, 'explanation-missing').max(4000, 'too-long'),
  enhet: line('unit-missing', 40),
  enhet_en: line('unit-missing', 40),
  decimaler: z.coerce
    .number('decimals-wrong')
    .int('decimals-wrong')
    .min(0, 'decimals-wrong')
    .max(6, 'decimals-wrong'),
  riktning: z.enum(['up', 'down'], 'direction-missing'),
  galler: z.enum(['place', 'organisation'], 'scope-missing'),
  rapporteras: z.enum(['national', 'reporter'], 'reporter-missing'),
  kalla: line('source-missing', 200),
  kalla_en: line('source-missing', 200),
  taljare: optionalLine(200),
  taljare_en: optionalLine(200),
  namnare: optionalLine(200),
  namnare_en: optionalLine(200),
  lagst: number,
  hogst: number,
  mal: number,
  mal_ar: number,
  mal_av: optionalLine(200),
  mal_av_en: optionalLine(200),
  klassgranser: numbers,
  kriterier: several(z.enum(['1', '2', '3', '4'])).refine((chosen) => chosen.length > 0, 'criteria-missing'),
  globala: numbers,
  anmarkning: paragraphs(1000),
  anmarkning_en: paragraphs(1000),
  samma: ticked,
  version: z.coerce.number().int().catch(-1),
})

/** What the form says by column, or what is wrong with it that no single field can tell. */
export function factsOf(
  values: z.output<typeof figureForm>,
): { ok: true; facts: FigureFacts } | { ok: false; errors: Record<string, string> } {
  const facts: FigureFacts = {
    number: values.nummer,
    name_sv: values.namn,
    name_en: values.namn_en,
    explanation_sv: values.forklaring,
    explanation_en: values.forklaring_en,
    unit_sv: values.enhet,
    unit_en: values.enhet_en,
    decimals: values.decimaler,
    direction: values.riktning,
    scope: values.galler,
    reported_by: values.rapporteras,
    producer_sv: values.kalla,
    producer_en: values.kalla_en,
    numerator_sv: values.taljare || null,
    numerator_en: values.taljare_en || null,
    denominator_sv: values.namnare || null,
    denominator_en: values.namnare_en || null,
    plausible_min: values.lagst,
    plausible_max: values.hogst,
    target_value: values.mal,
    target_year: values.mal_ar,
    target_by_sv: values.mal_av || null,
    target_by_en: values.mal_av_en || null,
    class_limits: values.klassgranser.length > 0 ? values.klassgranser : null,
    criteria: values.kriterier.map(Number).toSorted(),
    sdgs: values.globala,
    values_note_sv: values.anmarkning || null,
    values_note_en: values.anmarkning_en || null,
  }
  const errors = faultsOf(facts)
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, facts }
}

/** What of a figure tells what its values mean. */
export function meaningOf(facts: FigureFacts): Meaning {
  return {
    unitSv: facts.unit_sv,
    unitEn: facts.unit_en,
    direction: facts.direction,
    scope: facts.scope,
    numeratorSv: facts.numerator_sv,
    numeratorEn: facts.numerator_en,
    denominatorSv: facts.denominator_sv,
    denominatorEn: facts.denominator_en,
    explanationSv: facts.explanation_sv,
    explanationEn: facts.explanation_en,
  }
}

/** A figure as it stands in the form. */
export function typedFigure(row: FigureRow): Typed {
  const written = (value: number | null) => (value === null ? '' : String(value).replace('.', ','))
  return {
    nummer: row.number,
    namn: row.name_sv,
    namn_en: row.name_en,
    forklaring: row.explanation_sv,
    forklaring_en: row.explanation_en,
    enhet: row.unit_sv,
    enhet_en: row.unit_en,
    decimaler: String(row.decimals),
    riktning: row.direction,
    galler: row.scope,
    rapporteras: row.reported_by,
    kalla: row.producer_sv,
    kalla_en: row.producer_en,
    taljare: row.numerator_sv ?? '',
    taljare_en: row.numerator_en ?? '',
    namnare: row.denominator_sv ?? '',
    namnare_en: row.denominator_en ?? '',
    lagst: written(row.plausible_min),
    hogst: written(row.plausible_max),
    mal: written(row.target_value),
    mal_ar: written(row.target_year),
    mal_av: row.target_by_sv ?? '',
    mal_av_en: row.target_by_en ?? '',
    klassgranser: (row.class_limits ?? []).map(written).join('; '),
    kriterier: row.criteria.map(String),
    globala: row.sdgs.join('; '),
    anmarkning: row.values_note_sv ?? '',
    anmarkning_en: row.values_note_en ?? '',
    version: String(row.version),
  }
}
