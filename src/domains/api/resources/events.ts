import { z } from 'zod'
import {
  audiences,
  type Event,
  type EventFilter,
  eventForms,
  eventKinds,
  eventPaths,
  listPublicEvents,
} from '#domains/events/index.ts'
import type { Asked } from '../asked.ts'
import { listing } from '../operation.ts'
import { type Page, pageOf } from '../paging.ts'
import { listParameters } from '../question.ts'

const kind = z.enum(eventKinds)

const event = z
  .object({
    id: z.int(),
    kind,
    form: z.enum(eventForms),
    title: z.string(),
    summary: z.string(),
    starts: z.iso.datetime(),
    ends: z.iso.datetime(),
    place: z.string(),
    open_to: z.enum(audiences),
    price: z.number(),
    register_by: z.iso.date().nullable(),
    cancelled: z.boolean(),
    made_up: z.boolean(),
    page: z.url(),
    calendar: z.url(),
  })
  .meta({ id: 'Event' })

/** A day that the calendar of the database knows as well. */
const day = z.iso
  .date()
  .refine((text) => text >= '1900' && text < '2200')
  .meta({ example: '2026-01-01' })

const query = z.strictObject({
  kind: kind.optional(),
  from_day: day.optional(),
  to_day: day.optional(),
  ...listParameters(event),
})

/** More than there will be for many years: found at once and cut into pages here. */
const most = 10_000

/** The events that everyone may know of, in the order in which they begin. */
async function listEvents(
  asked: Asked,
  question: z.output<typeof query>,
): Promise<Page<z.output<typeof event>>> {
  const { from_day: from, to_day: to } = question
  const filter: EventFilter = { ...(from ? { from } : {}), ...(to ? { to } : {}), limit: most }
  const found = await listPublicEvents(asked.db, filter)
  const fitting = found.filter((one) => !question.kind || one.kind === question.kind)
  const page = pageOf(fitting, ({ startsAt, id }) => [startsAt.getTime(), id], question, asked)
  return { ...page, items: page.items.map((one) => eventItem(asked, one)) }
}

function eventItem({ l, origin }: Asked, one: Event): z.output<typeof event> {
  const text = one.texts[l.language] ?? one.texts.sv ?? one.texts.en
  return {
    id: one.id,
    kind: one.kind,
    form: one.form,
    title: text?.title ?? '',
    summary: text?.summary ?? '',
    starts: one.startsAt.toISOString(),
    ends: one.endsAt.toISOString(),
    place: one.place,
    open_to: one.openTo,
    price: one.priceOre / 100,
    register_by: one.registerBy,
    cancelled: one.cancelledAt !== null,
    made_up: one.madeUp,
    page: origin + l.href(eventPaths.event(one.id)),
    calendar: origin + l.href(eventPaths.eventCalendar(one.id)),
  }
}

export const eventOperations = [
  listing({
    id: 'listEvents',
    path: '/events',
    query,
    item: event,
    example: '/events?from_day=2026-01-01',
    read: listEvents,
  }),
]
