import { z } from 'zod'
import { instantOf, localOf } from '#platform/days.ts'
import { line, optionalDay, optionalLine, paragraphs, type Typed } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n.ts'
import type { Event, EventText } from './queries.ts'
import { audiences, eventForms, eventKinds, oreOf } from './rules.ts'
import type { WrittenEvent } from './write-queries.ts'

export const eventForm = z.object({
  slag: z.enum(eventKinds, 'kind-missing'),
  form: z.enum(eventForms, 'form-missing'),
  oppet: z.enum(audiences, 'audience-missing'),
  dag: z.iso.date('day-wrong'),
  fran: z.iso.time({ precision: -1, error: 'time-wrong' }),
  slutdag: optionalDay,
  till: z.iso.time({ precision: -1, error: 'time-wrong' }),
  plats: optionalLine(300),
  pris: optionalLine(20).refine((typed) => oreOf(typed) !== null, 'price-wrong'),
  anmalan: optionalLine(500).refine(isWayToRegister, 'register-wrong'),
  senast: optionalDay,
  'rubrik-sv': optionalLine(200),
  'ingress-sv': paragraphs(600),
  'program-sv': paragraphs(20_000),
  'rubrik-en': optionalLine(200),
  'ingress-en': paragraphs(600),
  'program-en': paragraphs(20_000),
})

export const cancelForm = z.object({ skal: line('reason-missing', 500) })

function isWayToRegister(typed: string): boolean {
  const url = URL.parse(typed)
  const web = url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && !url.username
  return typed === '' || web || z.email().safeParse(typed).success
}

/** What the form says, or what is wrong with how its fields fit together. */
export function eventFrom(values: z.output<typeof eventForm>): {
  written: WrittenEvent
  errors: Record<string, string>
} {
  const errors: Record<string, string> = {}
  const startsAt = instantOf(values.dag, values.fran) ?? new Date(0)
  const endsAt = instantOf(values.slutdag ?? values.dag, values.till) ?? new Date(0)
  if (endsAt <= startsAt) errors.till = 'ends-too-early'
  if (values.form !== 'online' && values.plats === '') errors.plats = 'place-missing'
  if (values.slag === 'board-meeting' && values.oppet !== 'board') errors.oppet = 'board-only'
  if (values.senast && values.senast > (values.slutdag ?? values.dag)) errors.senast = 'register-late'
  const [sv, en] = [textFrom(values, 'sv'), textFrom(values, 'en')]
  for (const [language, text] of [
    ['sv', sv],
    ['en', en],
  ] as const) {
    if (text && text.title === '') errors[`rubrik-${language}`] = 'title-missing'
    if (text && text.summary === '') errors[`ingress-${language}`] = 'summary-missing'
  }
  if (!sv && !en) errors['rubrik-sv'] = 'title-missing'
  return {
    errors,
    written: {
      kind: values.slag,
      form: values.form,
      openTo: values.oppet,
      startsAt,
      endsAt,
      place: values.form === 'online' ? '' : values.plats,
      priceOre: oreOf(values.pris) ?? 0,
      registerAt: values.anmalan,
      registerBy: values.senast ?? null,
      texts: { ...(sv ? { sv } : {}), ...(en ? { en } : {}) },
    },
  }
}

/** What is told in a language; undefined when every field of it is empty. */
function textFrom(values: z.output<typeof eventForm>, language: Language): EventText | undefined {
  const text = {
    title: values[`rubrik-${language}`],
    summary: values[`ingress-${language}`],
    programme: values[`program-${language}`],
  }
  return text.title || text.summary || text.programme ? text : undefined
}

/** An event as its form shows it. */
export function typedEvent(event: Event): Typed {
  const [start, end] = [localOf(event.startsAt), localOf(event.endsAt)]
  return {
    slag: event.kind,
    form: event.form,
    oppet: event.openTo,
    dag: start.day,
    fran: start.time,
    slutdag: start.day === end.day ? '' : end.day,
    till: end.time,
    plats: event.place,
    pris: event.priceOre === 0 ? '' : String(event.priceOre / 100).replace('.', ','),
    anmalan: event.registerAt,
    senast: event.registerBy ?? '',
    ...Object.fromEntries(
      (['sv', 'en'] as const).flatMap((language) => [
        [`rubrik-${language}`, event.texts[language]?.title ?? ''],
        [`ingress-${language}`, event.texts[language]?.summary ?? ''],
        [`program-${language}`, event.texts[language]?.programme ?? ''],
      ]),
    ),
  }
}
