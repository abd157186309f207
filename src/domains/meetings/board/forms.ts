import { z } from 'zod'
import { instantOf, localOf } from '#platform/days.ts'
import { line, optionalDay, optionalLine, paragraphs, type Typed, ticked } from '#platform/http/form.ts'
import type { Meeting } from '../queries.ts'
import type { MeetingPlan } from './plan-queries.ts'

/** The number of changes that a page showed; a form without it fits nothing. */
export const version = z.coerce.number().int().min(0).catch(-2)
const count = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.coerce.number('count-wrong').int('count-wrong').min(0, 'count-wrong').max(99, 'count-wrong').optional(),
)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time-wrong')

export const meetingForm = z.object({
  heldOn: z.iso.date('day-wrong'),
  from: time.or(z.literal('')).default(''),
  to: time.or(z.literal('')).default(''),
  title: optionalLine(),
  place: optionalLine(),
  form: z.enum(['on-site', 'online', 'both']).catch('on-site'),
  onlineAddress: optionalLine(500).refine(
    (value) => value === '' || /^https:\/\/\S+$/.test(value),
    'address-wrong',
  ),
  agreed: ticked,
})
export const callForm = z.object({ agreed: ticked, message: paragraphs(3000) })
export const cancelForm = z.object({ reason: paragraphs(1000).pipe(z.string().min(1, 'reason-missing')) })
export const itemForm = z.object({
  version: version.default(0),
  title: line('title-missing', 200),
  text: paragraphs(20_000),
  kind: z.enum(['decision', 'information', 'formality', 'election']).catch('decision'),
  closed: ticked,
})
export const decisionForm = z.object({
  version,
  outcome: z.string('outcome-missing').min(1, 'outcome-missing'),
  decision: paragraphs(5000),
  begins: optionalDay,
  inFavour: count,
  against: count,
  abstained: count,
  tie: z.enum(['chair', 'lot']).optional().catch(undefined),
})
export const rewordForm = z.object({
  version,
  wording: paragraphs(5000).pipe(z.string().min(1, 'decision-missing')),
})
export const partialForm = z.object({
  person: z.coerce.number().int().positive().optional().catch(undefined),
  reason: paragraphs(500).pipe(z.string().min(1, 'partial-reason-missing')),
})
export const reservationForm = z.object({
  person: z.coerce.number('person-missing').int().positive('person-missing'),
  reservation: paragraphs(3000),
})
export const taskForm = z.object({
  person: z.coerce.number('person-missing').int().positive('person-missing'),
  what: line('what-missing', 300),
  dueOn: z.iso.date('day-wrong'),
})

/** A meeting's plan from its form. The end is after the beginning. */
export function planOf(
  values: z.output<typeof meetingForm>,
): MeetingPlan | { error: Record<string, string> } {
  const { heldOn, from, to, title, place, form, onlineAddress } = values
  if (to !== '' && (from === '' || to <= from)) return { error: { to: 'end-before' } }
  return {
    heldOn,
    startsAt: from === '' ? null : instantOf(heldOn, from),
    endsAt: to === '' ? null : instantOf(heldOn, to),
    title,
    place,
    form,
    onlineAddress,
  }
}

/** A meeting as its form shows it. */
export function typedOf(meeting: Meeting): Typed {
  const clock = (instant: Date | null) => (instant ? localOf(instant).time : '')
  return {
    heldOn: meeting.heldOn,
    from: clock(meeting.startsAt),
    to: clock(meeting.endsAt),
    title: meeting.title,
    place: meeting.place,
    form: meeting.form,
    onlineAddress: meeting.onlineAddress,
  }
}
