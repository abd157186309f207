import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import { localZone } from '#platform/zone-queries.ts'
import type { RegistrationWay } from './rules/registration.ts'
import type { EventForm, EventKind, OpenTo } from './rules.ts'

export interface EventText {
  title: string
  summary: string
  /** Markdown; may be empty. */
  programme: string
}

/** A gathering of the association or of its members. */
export interface Event {
  id: number
  /** Names it in calendars, for ever. */
  uid: string
  kind: EventKind
  form: EventForm
  startsAt: Date
  endsAt: Date
  /** Empty when it is online only. */
  place: string
  openTo: OpenTo
  /** In öre; 0 is free. */
  priceOre: number
  registration: RegistrationWay
  /** A web address or a mail address, when one registers elsewhere; else empty. */
  registerAt: string
  /** `YYYY-MM-DD`. */
  registerBy: string | null
  /** Places on site and online; null: no limit. */
  places: number | null
  onlinePlaces: number | null
  waitingList: boolean
  /** The last day on which cancelling costs nothing; null: it never costs. */
  cancelBy: string | null
  /** Whether people without an account may register. */
  guestsAllowed: boolean
  publishedAt: Date | null
  cancelledAt: Date | null
  cancelReason: string
  sequence: number
  /** The series of conferences that it belongs to. */
  seriesId: string | null
  texts: Partial<Record<Language, EventText>>
  madeUp: boolean
  createdAt: Date
  updatedAt: Date
}

/** Which events are wanted; days are of Stockholm. */
export interface EventFilter {
  /** Those that end on this day (`YYYY-MM-DD`) or later. */
  from?: string
  /** Those that begin on this day or earlier. */
  to?: string
  limit?: number
  seriesId?: string
  /** The id of the last event already read. */
  after?: number
}

/** The published events that everyone may know of, in the order in which they begin; cancelled ones too. */
export function listPublicEvents(db: Kysely<Database>, filter: EventFilter = {}): Promise<Event[]> {
  return selectEvents(db, [published, sql`e.open_to <> 'board'`, ...narrowings(filter)], filter.limit ?? 100)
}

/** The published events that somebody of the network may know of. */
export function listNetworkEvents(db: Kysely<Database>, filter: EventFilter = {}): Promise<Event[]> {
  return selectEvents(db, [published, ...narrowings(filter)], filter.limit ?? 100)
}

/** Every event, for the secretariat; the latest first. */
export function listAllEvents(db: Kysely<Database>, most: number): Promise<Event[]> {
  return selectEvents(db, [sql`true`], most, true)
}

/** Some events, published or not, in the order in which they begin. */
export function listEvents(db: Kysely<Database>, ids: number[]): Promise<Event[]> {
  return selectEvents(db, [sql`e.id = any(${ids})`], ids.length)
}

/** One event, published or not. */
export async function findEvent(db: Kysely<Database>, id: number): Promise<Event | undefined> {
  return (await selectEvents(db, [sql`e.id = ${id}`], 1))[0]
}

const published = sql`e.published_at is not null`
const dayIn = (instant: RawBuilder<unknown>) => sql`(${instant} at time zone ${localZone})::date`

function narrowings({ from, to, after, seriesId }: EventFilter): RawBuilder<unknown>[] {
  return [
    ...(seriesId === undefined ? [] : [sql`e.series_id = ${seriesId}`]),
    ...(from === undefined ? [] : [sql`${dayIn(sql`e.ends_at`)} >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`${dayIn(sql`e.starts_at`)} <= ${to}::date`]),
    ...(after === undefined
      ? []
      : [sql`(e.starts_at, e.id) > (select l.starts_at, l.id from event l where l.id = ${after})`]),
  ]
}

async function selectEvents(
  db: Kysely<Database>,
  where: RawBuilder<unknown>[],
  limit: number,
  latestFirst = false,
): Promise<Event[]> {
  const order = latestFirst ? sql`e.starts_at desc, e.id desc` : sql`e.starts_at, e.id`
  const { rows } = await sql<Event>`
    select e.id, e.uid, e.kind, e.form, e.starts_at as "startsAt", e.ends_at as "endsAt", e.place,
      e.open_to as "openTo", e.price_ore as "priceOre", e.register_at as "registerAt", e.register_by as "registerBy",
      e.registration, e.places, e.online_places as "onlinePlaces", e.waiting_list as "waitingList",
      e.cancel_by as "cancelBy", e.guests_allowed as "guestsAllowed",
      e.published_at as "publishedAt", e.cancelled_at as "cancelledAt", e.cancel_reason as "cancelReason", e.sequence,
      e.series_id as "seriesId",
      (select coalesce(json_object_agg(t.language, json_build_object('title', t.title, 'summary', t.summary,
        'programme', t.programme)), '{}') from event_text t where t.event_id = e.id) as texts,
      e.made_up as "madeUp", e.created_at as "createdAt", e.updated_at as "updatedAt"
    from event e where ${sql.join(where, sql` and `)} order by ${order} limit ${limit}`.execute(db)
  return rows
}
