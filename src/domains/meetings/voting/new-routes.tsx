import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { listItems, type MeetingItem } from '../queries.ts'
import { majorityFor } from '../rules/majority.ts'
import { openBallot } from './actions.ts'
import { type C, type Hall, meetingAt, readHall } from './asking.ts'
import { nameOnPaper, standingFor } from './candidates.ts'
import { newBallotForm, optionsIn, seatsIn } from './forms.ts'
import { NewPage } from './pages/new.tsx'
import { votingPaths } from './paths.ts'
import { votingTexts } from './texts.ts'

/** Where the chair or the secretariat opens a ballot. */
export const newRoutes = new Hono<AppEnv<Database>>()

newRoutes.get(votingPaths.new(':year'), only('ballots.run'), async (c) => {
  const { hall, items } = await agendaOf(c)
  const item = items.find(({ id }) => String(id) === c.req.query('arende')) ?? items.find(waits)
  return show(c, hall, items, item ? await proposed(c, hall, item) : {}, {}, 200)
})

newRoutes.post(votingPaths.new(':year'), only('ballots.run'), async (c) => {
  const { db, secrets, actor, now } = c.var
  const { hall, items } = await agendaOf(c)
  const form = await readForm(c, newBallotForm)
  if (!form.ok) return show(c, hall, items, form.typed, form.errors, 422)
  const { arende, slag, satt, fraga, val, platser, majoritet } = form.values
  const item = items.find(({ id }) => id === arende)
  const written = optionsIn(slag, val)
  const seats = seatsIn(slag, platser)
  const errors = {
    ...(item ? {} : { arende: 'item' }),
    ...('error' in written ? { val: written.error } : {}),
    ...(seats === undefined ? { platser: 'seats' } : {}),
    ...(hall.meeting.state === 'open' ? {} : { arende: 'not-open' }),
  }
  if (!item || 'error' in written || seats === undefined || Object.keys(errors).length > 0)
    return show(c, hall, items, form.typed, errors, 422)
  const { options } = written
  const election = seats !== null
  const ballot = {
    itemId: item.id,
    kind: slag,
    secret: satt === 'sluten',
    question: fraga,
    majority: election ? ('majority' as const) : majoritet,
    seats,
    options,
    madeUp: item.madeUp,
  }
  const chair = { db, secrets, actor: { personId: actor?.personId ?? 0, name: actor?.name ?? '' }, now }
  const id = await openBallot(chair, hall.meeting.id, ballot)
  if (id === undefined) return show(c, hall, items, form.typed, { arende: 'already-open' }, 422)
  return redirect(c, votingPaths.run(c.req.param('year'), id), 'oppnad')
})

async function agendaOf(c: C): Promise<{ hall: Hall; items: MeetingItem[] }> {
  const meeting = await meetingAt(c)
  const [hall, items] = await Promise.all([readHall(c.var, meeting), listItems(c.var.db, meeting.id)])
  return { hall, items: items.filter(({ kind }) => kind !== 'information') }
}

const waits = ({ kind, paragraph }: MeetingItem): boolean =>
  paragraph === null && (kind === 'decision' || kind === 'election')

/** What an item suggests: an election its candidates and seats, everything else yes or no by its own majority. */
async function proposed(c: C, { meeting, statutes }: Hall, item: MeetingItem): Promise<Typed> {
  const { candidates, seats } = await standingFor(c.var.db, meeting, item)
  const { qualified } = majorityFor(statutes.rules, item.business?.kind)
  return {
    arende: String(item.id),
    fraga: item.title,
    slag: item.kind === 'election' ? 'names' : 'yes-no',
    satt: 'oppen',
    val: candidates.map(nameOnPaper).join('\n'),
    platser: seats === null ? '' : String(seats),
    majoritet: !qualified
      ? 'majority'
      : item.business?.kind === 'dissolution'
        ? 'majority_dissolution'
        : 'majority_statutes',
  }
}

function show(
  c: C,
  { statutes }: Hall,
  items: MeetingItem[],
  typed: Typed,
  errors: Record<string, string>,
  status: 200 | 422,
): Response {
  const { locale: l } = c.var
  const t = votingTexts(l).new
  const { value, paragraph } = statutes.rules.secret_elections_on_request
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <NewPage
      l={l}
      year={c.req.param('year') ?? ''}
      items={items}
      secretElections={value ? paragraph : null}
      typed={typed}
      errors={errors}
    />,
    status,
  )
}
