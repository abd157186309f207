import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { KeptFile } from '#platform/files/store/index.ts'
import type { Language } from '#platform/i18n.ts'

export interface SessionText {
  title: string
  /** Markdown; may be empty. */
  description: string
}

/** A part of an event's programme. */
export interface Session {
  id: number
  eventId: number
  startsAt: Date
  endsAt: Date
  room: string
  /** For those who have registered only; empty when there is none. */
  onlineAddress: string
  texts: Partial<Record<Language, SessionText>>
  speakerIds: number[]
  madeUp: boolean
}

/** Who speaks at an event. */
export interface Speaker {
  id: number
  name: string
  title: string
  organisation: string
  about: Record<Language, string>
  /** The person of the network, if it is one. */
  personId: number | null
  /** The address that the person of the network is found by; for the secretariat. */
  email: string
  /** The day on which the speaker agreed to be shown; null without a portrait. */
  portraitSince: string | null
  madeUp: boolean
}

/** The sessions of events, in the order in which they begin. */
export async function listSessions(db: Kysely<Database>, eventIds: number[]): Promise<Session[]> {
  if (eventIds.length === 0) return []
  const { rows } = await sql<Session>`
    select s.id, s.event_id as "eventId", s.starts_at as "startsAt", s.ends_at as "endsAt", s.room,
      s.online_address as "onlineAddress", s.made_up as "madeUp",
      (select coalesce(json_object_agg(t.language, json_build_object('title', t.title, 'description', t.description)),
        '{}') from event_session_text t where t.session_id = s.id) as texts,
      (select coalesce(json_agg(p.speaker_id order by p.speaker_id), '[]') from event_session_speaker p
        where p.session_id = s.id) as "speakerIds"
    from event_session s where s.event_id = any(${eventIds}) order by s.starts_at, s.ends_at, s.id`.execute(
    db,
  )
  return rows
}

/** Everybody who speaks at an event, by name. */
export async function listSpeakers(db: Kysely<Database>, eventId: number): Promise<Speaker[]> {
  const { rows } = await sql<Speaker>`
    select k.id, k.name, k.title, k.organisation, json_build_object('sv', k.about_sv, 'en', k.about_en) as about,
      k.person_id as "personId", coalesce(p.email, '') as email, o.consented_on as "portraitSince", k.made_up as "madeUp"
    from event_speaker k
    left join person p on p.id = k.person_id
    left join event_portrait o on o.speaker_id = k.id
    where k.event_id = ${eventId} order by k.name collate "sv-SE-x-icu", k.id`.execute(db)
  return rows
}

/** The portrait of a speaker, as WebP, with the event whose page it stands on. */
export function findPortrait(
  db: Kysely<Database>,
  speakerId: number,
): Promise<(KeptFile & { eventId: number }) | undefined> {
  return db
    .selectFrom('event_portrait as o')
    .innerJoin('event_speaker as k', 'k.id', 'o.speaker_id')
    .where('k.id', '=', speakerId)
    .select(['o.webp as inside', 'o.webp_sha256 as outside', 'k.event_id as eventId'])
    .executeTakeFirst()
}

/** Where a person has been a speaker. */
export async function listTalksOf(
  db: Kysely<Database>,
  personId: number,
): Promise<{ event: string; name: string; title: string; organisation: string; about: string }[]> {
  const { rows } = await sql<{
    event: string
    name: string
    title: string
    organisation: string
    about: string
  }>`
    select (select t.title from event_text t where t.event_id = k.event_id order by t.language desc limit 1) as event,
      k.name, k.title, k.organisation, k.about_sv as about
    from event_speaker k where k.person_id = ${personId} order by k.id`.execute(db)
  return rows
}
