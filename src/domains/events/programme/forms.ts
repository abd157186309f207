import { z } from 'zod'
import { instantOf, localOf } from '#platform/days.ts'
import { line, optionalLine, paragraphs, several, type Typed, ticked } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n.ts'
import type { Session, SessionText, Speaker } from './queries.ts'
import { isWithin } from './rules.ts'
import type { WrittenSession } from './write-queries.ts'

export const sessionForm = z.object({
  dag: z.iso.date('day-wrong'),
  fran: z.iso.time({ precision: -1, error: 'time-wrong' }),
  till: z.iso.time({ precision: -1, error: 'time-wrong' }),
  lokal: optionalLine(200),
  lank: optionalLine(500).refine((typed) => typed === '' || isSafeAddress(typed), 'link-wrong'),
  medverkande: several(z.string().max(20)),
  'rubrik-sv': optionalLine(200),
  'beskrivning-sv': paragraphs(5000),
  'rubrik-en': optionalLine(200),
  'beskrivning-en': paragraphs(5000),
})

export const speakerForm = z.object({
  namn: line('name-missing', 120),
  titel: optionalLine(120),
  organisation: optionalLine(120),
  epost: optionalLine(254),
  'om-sv': paragraphs(2000),
  'om-en': paragraphs(2000),
  samtycke: ticked,
  'ta-bort-bild': ticked,
})

/** Whether a text is a whole web address that travels encrypted and carries no password. */
export function isSafeAddress(typed: string): boolean {
  const url = URL.parse(typed)
  return url !== null && url.protocol === 'https:' && url.hostname.includes('.') && !url.username
}

/** What the form says of a session, or what is wrong with how its fields fit together and with the event. */
export function sessionFrom(
  values: z.output<typeof sessionForm>,
  event: { startsAt: Date; endsAt: Date },
): { written: WrittenSession; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const startsAt = instantOf(values.dag, values.fran) ?? new Date(0)
  const endsAt = instantOf(values.dag, values.till) ?? new Date(0)
  if (endsAt <= startsAt) errors.till = 'ends-too-early'
  else if (!isWithin({ startsAt, endsAt }, event)) errors.fran = 'session-outside'
  const [sv, en] = [textFrom(values, 'sv'), textFrom(values, 'en')]
  if (sv?.title === '' || (!sv && !en)) errors['rubrik-sv'] = 'title-missing'
  if (en?.title === '') errors['rubrik-en'] = 'title-missing'
  return {
    errors,
    written: {
      startsAt,
      endsAt,
      room: values.lokal,
      onlineAddress: values.lank,
      texts: { ...(sv ? { sv } : {}), ...(en ? { en } : {}) },
      speakerIds: values.medverkande.map(Number).filter(Number.isSafeInteger),
    },
  }
}

/** What is told in a language; undefined when every field of it is empty. */
function textFrom(values: z.output<typeof sessionForm>, language: Language): SessionText | undefined {
  const text = { title: values[`rubrik-${language}`], description: values[`beskrivning-${language}`] }
  return text.title || text.description ? text : undefined
}

/** A session as its form shows it. */
export function typedSession(session: Session): Typed {
  const [start, end] = [localOf(session.startsAt), localOf(session.endsAt)]
  return {
    dag: start.day,
    fran: start.time,
    till: end.time,
    lokal: session.room,
    lank: session.onlineAddress,
    medverkande: session.speakerIds.map(String),
    'rubrik-sv': session.texts.sv?.title ?? '',
    'beskrivning-sv': session.texts.sv?.description ?? '',
    'rubrik-en': session.texts.en?.title ?? '',
    'beskrivning-en': session.texts.en?.description ?? '',
  }
}

/** A speaker as the form shows it. */
export function typedSpeaker(speaker: Speaker): Typed {
  return {
    namn: speaker.name,
    titel: speaker.title,
    organisation: speaker.organisation,
    epost: speaker.email,
    'om-sv': speaker.about.sv,
    'om-en': speaker.about.en,
  }
}
