import { z } from 'zod'
import { instantOf, localOf } from '#platform/days.ts'
import { line, optionalDay, optionalLine, paragraphs, type Typed, ticked } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n.ts'
import type { Event, EventText } from './queries.ts'
import type { Practical } from './registration/event-queries.ts'
import { registrationWays } from './rules/registration.ts'
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
  anmalning: z.enum(registrationWays, 'registration-missing'),
  anmalan: optionalLine(500).refine(isWayToRegister, 'register-wrong'),
  senast: optionalDay,
  platser: optionalCount(100_000),
  'digitala-platser': optionalCount(100_000),
  ko: ticked,
  avbokning: optionalDay,
  gaster: ticked,
  svarsdagar: optionalCount(365),
  praktiskt: paragraphs(3000),
  lank: optionalLine(500).refine((typed) => typed === '' || isWeb(typed), 'link-wrong'),
  'praktiskt-digitalt': paragraphs(3000),
  serie: optionalLine(60),
  'rubrik-sv': optionalLine(200),
  'ingress-sv': paragraphs(600),
  'program-sv': paragraphs(20_000),
  'rubrik-en': optionalLine(200),
  'ingress-en': paragraphs(600),
  'program-en': paragraphs(20_000),
})

/** A series of conferences as its form asks for it. */
export const seriesForm = z.object({
  'namn-sv': line('title-missing', 200),
  'namn-en': line('title-missing', 200),
  'ingress-sv': paragraphs(600),
  'ingress-en': paragraphs(600),
})

export const cancelForm = z.object({ skal: line('reason-missing', 500) })

/** A whole number, or nothing. */
function optionalCount(max: number) {
  return z
    .string()
    .default('')
    .transform((typed) => (typed === '' ? null : Number(typed.replace(/\s/g, ''))))
    .refine(
      (count) => count === null || (Number.isInteger(count) && count >= 0 && count <= max),
      'count-wrong',
    )
}

function isWayToRegister(typed: string): boolean {
  return typed === '' || isWeb(typed) || z.email().safeParse(typed).success
}

function isWeb(typed: string): boolean {
  const url = URL.parse(typed)
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && !url.username
}

/** What the form says, or what is wrong with how its fields fit together. */
export function eventFrom(
  values: z.output<typeof eventForm>,
  series: readonly { id: string }[],
): {
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
  const way = values.anmalning
  if (way === 'elsewhere' && values.anmalan === '') errors.anmalan = 'register-missing'
  if (values.avbokning && values.avbokning > (values.slutdag ?? values.dag)) errors.avbokning = 'cancel-late'
  const priceOre = oreOf(values.pris) ?? 0
  if (values.gaster && (values.oppet !== 'everyone' || priceOre > 0)) errors.gaster = 'guests-wrong'
  if (values.serie && !series.some(({ id }) => id === values.serie)) errors.serie = 'series-wrong'
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
      priceOre,
      registration: way,
      registerAt: way === 'elsewhere' ? values.anmalan : '',
      registerBy: way === 'none' ? null : (values.senast ?? null),
      places: values.form === 'online' ? null : values.platser,
      onlinePlaces: values.form === 'on-site' ? null : values['digitala-platser'],
      waitingList: values.ko,
      cancelBy: values.avbokning ?? null,
      guestsAllowed: values.gaster,
      practical: {
        onSite: values.praktiskt,
        onlineAddress: values.lank,
        online: values['praktiskt-digitalt'],
        answersKeptDays: values.svarsdagar ?? 30,
      },
      seriesId: values.serie || null,
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

/** What the form of a new event begins with. */
export const newEvent: Typed = { anmalning: 'here', ko: '1', svarsdagar: '30' }

/** An event as its form shows it. */
export function typedEvent(event: Event, practical: Practical): Typed {
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
    anmalning: event.registration,
    anmalan: event.registerAt,
    senast: event.registerBy ?? '',
    platser: event.places === null ? '' : String(event.places),
    'digitala-platser': event.onlinePlaces === null ? '' : String(event.onlinePlaces),
    ...(event.waitingList ? { ko: '1' } : {}),
    avbokning: event.cancelBy ?? '',
    ...(event.guestsAllowed ? { gaster: '1' } : {}),
    svarsdagar: String(practical.answersKeptDays),
    praktiskt: practical.onSite,
    lank: practical.onlineAddress,
    'praktiskt-digitalt': practical.online,
    serie: event.seriesId ?? '',
    ...Object.fromEntries(
      (['sv', 'en'] as const).flatMap((language) => [
        [`rubrik-${language}`, event.texts[language]?.title ?? ''],
        [`ingress-${language}`, event.texts[language]?.summary ?? ''],
        [`program-${language}`, event.texts[language]?.programme ?? ''],
      ]),
    ),
  }
}
