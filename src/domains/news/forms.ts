import { z } from 'zod'
import { instantOf, localOf } from '#platform/days.ts'
import { line, optionalDay, optionalLine, paragraphs, type Typed } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n.ts'
import type { NewsItem, NewsText } from './queries.ts'
import type { WrittenNews } from './write-queries.ts'

export const longestBody = 30_000

export const newsForm = z.object({
  'rubrik-sv': optionalLine(150),
  'ingress-sv': paragraphs(600),
  'text-sv': paragraphs(longestBody),
  'rubrik-en': optionalLine(150),
  'ingress-en': paragraphs(600),
  'text-en': paragraphs(longestBody),
  dag: optionalDay,
  tid: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'time-wrong')
    .default(''),
  version: z.coerce.number().int().catch(0),
  gor: z.enum(['spara', 'forhandsgranska']).catch('spara'),
})

export const hideForm = z.object({ skal: line('reason-missing', 300) })

/** A day without a time means this time of the morning. */
export const usualTime = '08:00'

/** What the form says, or what is wrong with how its fields fit together. */
export function newsFrom(values: z.output<typeof newsForm>): {
  written: WrittenNews
  errors: Record<string, string>
} {
  const errors: Record<string, string> = {}
  const texts: Partial<Record<Language, NewsText>> = {}
  for (const language of ['sv', 'en'] as const) {
    const text = {
      title: values[`rubrik-${language}`],
      lead: values[`ingress-${language}`],
      body: values[`text-${language}`],
    }
    if (!text.title && !text.lead && !text.body) continue
    texts[language] = text
    if (!text.title) errors[`rubrik-${language}`] = 'title-missing'
    if (!text.lead) errors[`ingress-${language}`] = 'lead-missing'
    if (!text.body) errors[`text-${language}`] = 'body-missing'
  }
  if (!texts.sv && !texts.en) errors['rubrik-sv'] = 'title-missing'
  if (!values.dag && values.tid) errors.dag = 'day-missing'
  const publishAt = values.dag ? instantOf(values.dag, values.tid || usualTime) : null
  return { written: { publishAt, texts }, errors }
}

/** A piece of news as its form shows it. */
export function typedNews({ texts, publishAt, version }: NewsItem): Typed {
  const out = publishAt && localOf(publishAt)
  return {
    ...Object.fromEntries(
      (['sv', 'en'] as const).flatMap((language) => [
        [`rubrik-${language}`, texts[language]?.title ?? ''],
        [`ingress-${language}`, texts[language]?.lead ?? ''],
        [`text-${language}`, texts[language]?.body ?? ''],
      ]),
    ),
    dag: out?.day ?? '',
    tid: out?.time ?? '',
    version: String(version),
  }
}
