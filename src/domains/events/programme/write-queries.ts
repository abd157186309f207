import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { keepFile } from '#platform/files/store/index.ts'
import { type Language, languages } from '#platform/i18n.ts'
import type { SessionText } from './queries.ts'

/** What the secretariat says of a session. */
export interface WrittenSession {
  startsAt: Date
  endsAt: Date
  room: string
  onlineAddress: string
  texts: Partial<Record<Language, SessionText>>
  speakerIds: number[]
}

/** What the secretariat says of a speaker. */
export interface WrittenSpeaker {
  name: string
  title: string
  organisation: string
  about: Record<Language, string>
  personId: number | null
}

/** A new portrait, the one there is, or none any longer. */
export type PortraitChange = { webp: Buffer; consentedOn: string } | 'keep' | 'remove'

/** Adds a session to an event, and gives its id. */
export async function insertSession(
  trx: Transaction<Database>,
  eventId: number,
  written: WrittenSession,
  madeUp: boolean,
): Promise<number> {
  const { id } = await trx
    .insertInto('event_session')
    .values({ event_id: eventId, ...rowOf(written), made_up: madeUp })
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveParts(trx, eventId, id, written)
  return id
}

/** Changes a session of an event. */
export async function updateSession(
  trx: Transaction<Database>,
  { eventId, id }: { eventId: number; id: number },
  written: WrittenSession,
): Promise<void> {
  await trx
    .updateTable('event_session')
    .set(rowOf(written))
    .where('id', '=', id)
    .where('event_id', '=', eventId)
    .execute()
  await saveParts(trx, eventId, id, written)
}

export async function deleteSession(trx: Transaction<Database>, eventId: number, id: number): Promise<void> {
  await trx.deleteFrom('event_session').where('id', '=', id).where('event_id', '=', eventId).execute()
}

/** Adds a speaker to an event, and gives the id. */
export async function insertSpeaker(
  trx: Transaction<Database>,
  eventId: number,
  written: WrittenSpeaker,
  madeUp: boolean,
): Promise<number> {
  const { id } = await trx
    .insertInto('event_speaker')
    .values({ event_id: eventId, ...speakerRow(written), made_up: madeUp })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Changes a speaker of an event. */
export async function updateSpeaker(
  trx: Transaction<Database>,
  { eventId, id }: { eventId: number; id: number },
  written: WrittenSpeaker,
): Promise<void> {
  await trx
    .updateTable('event_speaker')
    .set(speakerRow(written))
    .where('id', '=', id)
    .where('event_id', '=', eventId)
    .execute()
}

export async function deleteSpeaker(trx: Transaction<Database>, eventId: number, id: number): Promise<void> {
  await trx.deleteFrom('event_speaker').where('id', '=', id).where('event_id', '=', eventId).execute()
}

/** Keeps a portrait with the day of consent, or deletes it when consent is taken back. */
export async function savePortrait(
  trx: Transaction<Database>,
  speakerId: number,
  change: PortraitChange,
): Promise<void> {
  if (change === 'keep') return
  await trx.deleteFrom('event_portrait').where('speaker_id', '=', speakerId).execute()
  if (change === 'remove') return
  const { inside, outside } = await keepFile(trx, change.webp)
  await trx
    .insertInto('event_portrait')
    .values({ speaker_id: speakerId, webp: inside, webp_sha256: outside, consented_on: change.consentedOn })
    .execute()
}

/** Forgets who a speaker was in the network, with the portrait. The name stays in the programme. */
export async function forgetSpeaker(trx: Transaction<Database>, personId: number): Promise<void> {
  await sql`delete from event_portrait where speaker_id in (select id from event_speaker where person_id = ${personId})`.execute(
    trx,
  )
  await trx.updateTable('event_speaker').set({ person_id: null }).where('person_id', '=', personId).execute()
}

function rowOf({ startsAt, endsAt, room, onlineAddress }: WrittenSession) {
  return { starts_at: startsAt, ends_at: endsAt, room, online_address: onlineAddress }
}

function speakerRow({ name, title, organisation, about, personId }: WrittenSpeaker) {
  return { name, title, organisation, about_sv: about.sv, about_en: about.en, person_id: personId }
}

async function saveParts(
  trx: Transaction<Database>,
  eventId: number,
  sessionId: number,
  { texts, speakerIds }: WrittenSession,
): Promise<void> {
  for (const language of languages) {
    const text = texts[language]
    if (text) {
      await trx
        .insertInto('event_session_text')
        .values({ session_id: sessionId, language, ...text })
        .onConflict((conflict) => conflict.columns(['session_id', 'language']).doUpdateSet(text))
        .execute()
    } else {
      await trx
        .deleteFrom('event_session_text')
        .where('session_id', '=', sessionId)
        .where('language', '=', language)
        .execute()
    }
  }
  await sql`delete from event_session_speaker where session_id = ${sessionId} and not speaker_id = any(${speakerIds})`.execute(
    trx,
  )
  await sql`
    insert into event_session_speaker (session_id, speaker_id)
    select ${sessionId}, id from event_speaker where event_id = ${eventId} and id = any(${speakerIds})
    on conflict do nothing`.execute(trx)
}
