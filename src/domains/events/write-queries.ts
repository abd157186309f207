import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { EventText } from './queries.ts'
import type { Practical } from './registration/event-queries.ts'
import type { RegistrationWay } from './rules/registration.ts'
import type { EventForm, EventKind, OpenTo } from './rules.ts'

/** What the secretariat says of an event. */
export interface WrittenEvent {
  kind: EventKind
  form: EventForm
  startsAt: Date
  endsAt: Date
  place: string
  openTo: OpenTo
  priceOre: number
  registerAt: string
  registerBy: string | null
  registration: RegistrationWay
  places: number | null
  onlinePlaces: number | null
  waitingList: boolean
  cancelBy: string | null
  guestsAllowed: boolean
  practical: Practical
  seriesId: string | null
  texts: Partial<Record<Language, EventText>>
}

/** Adds an event that nobody sees yet, and gives its id. */
export async function insertEvent(
  trx: Transaction<Database>,
  written: WrittenEvent,
  by: { personId: number | null; madeUp: boolean },
): Promise<number> {
  const { id } = await trx
    .insertInto('event')
    .values({ ...rowOf(written), made_up: by.madeUp, written_by: by.personId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveTexts(trx, id, written.texts)
  return id
}

/** Changes an event; `moved` counts up its sequence, so that calendars take the new time or place. */
export async function updateEvent(
  trx: Transaction<Database>,
  id: number,
  written: WrittenEvent,
  by: { personId: number | null; moved: boolean; now: Date },
): Promise<void> {
  await trx
    .updateTable('event')
    .set({ ...rowOf(written), written_by: by.personId, updated_at: by.now })
    .$if(by.moved, (update) => update.set({ sequence: sql`sequence + 1` }))
    .where('id', '=', id)
    .execute()
  await saveTexts(trx, id, written.texts)
}

/** Shows an event on the site. */
export async function markPublished(trx: Transaction<Database>, id: number, now: Date): Promise<void> {
  await trx
    .updateTable('event')
    .set({ published_at: now, updated_at: now })
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute()
}

/** Cancels a published event; it stays, so that calendars hear of it. False when there was nothing to cancel. */
export async function markCancelled(
  trx: Transaction<Database>,
  id: number,
  reason: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('event')
    .set({ cancelled_at: now, cancel_reason: reason, updated_at: now, sequence: sql`sequence + 1` })
    .where('id', '=', id)
    .where('published_at', 'is not', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The titles of the events that a person has written. */
export async function readEventsOfPerson(
  db: Kysely<Database>,
  personId: number,
): Promise<{ title: string; language: Language; updatedAt: Date }[]> {
  return db
    .selectFrom('event as e')
    .innerJoin('event_text as t', 't.event_id', 'e.id')
    .where('e.written_by', '=', personId)
    .select(['t.title', 't.language', 'e.updated_at as updatedAt'])
    .orderBy('e.id')
    .orderBy('t.language')
    .execute()
}

/** Forgets who wrote an event. */
export async function forgetWriter(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx.updateTable('event').set({ written_by: null }).where('written_by', '=', personId).execute()
}

function rowOf(written: WrittenEvent) {
  return {
    kind: written.kind,
    form: written.form,
    starts_at: written.startsAt,
    ends_at: written.endsAt,
    place: written.place,
    open_to: written.openTo,
    price_ore: written.priceOre,
    register_at: written.registerAt,
    register_by: written.registerBy,
    registration: written.registration,
    places: written.places,
    online_places: written.onlinePlaces,
    waiting_list: written.waitingList,
    cancel_by: written.cancelBy,
    guests_allowed: written.guestsAllowed,
    answers_kept_days: written.practical.answersKeptDays,
    practical: written.practical.onSite,
    online_address: written.practical.onlineAddress,
    online_practical: written.practical.online,
    series_id: written.seriesId,
  }
}

async function saveTexts(
  trx: Transaction<Database>,
  id: number,
  texts: Partial<Record<Language, EventText>>,
): Promise<void> {
  for (const language of ['sv', 'en'] as const) {
    const text = texts[language]
    if (text) {
      await trx
        .insertInto('event_text')
        .values({ event_id: id, language, ...text })
        .onConflict((conflict) => conflict.columns(['event_id', 'language']).doUpdateSet(text))
        .execute()
    } else {
      await trx.deleteFrom('event_text').where('event_id', '=', id).where('language', '=', language).execute()
    }
  }
}
