import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, only, open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { ballotIn, type C, type Hall, keepOut, meetingAt, type Running, readHall } from './asking.ts'
import { BallotPage, type Checked } from './pages/ballot.tsx'
import { BallotsPage } from './pages/ballots.tsx'
import type { Votes } from './pages/votes.tsx'
import { votingPaths } from './paths.ts'
import { publishedCsv, publishedOf } from './publish.ts'
import { listPapers, listRefusals, listRollCall } from './published-queries.ts'
import { findRoom } from './queries.ts'
import { readReceipt } from './receipt.ts'
import { votingTexts } from './texts.ts'
import { saveOpenToAll } from './write-queries.ts'

const receiptForm = z.object({ kod: z.string().max(100).catch('') })
const openForm = z.object({ alla: z.enum(['ja', 'nej']) })

/** What everyone may read of a meeting's ballots: results, every vote, files to count again. */
export const ballotRoutes = new Hono<AppEnv<Database>>()

ballotRoutes.get(votingPaths.ballots(':year'), open(), async (c) => {
  const { db, locale: l, actor } = c.var
  const meeting = await meetingAt(c)
  const runs = can(actor, 'ballots.run')
  const [hall, room, refusals] = await Promise.all([
    readHall(c.var, meeting),
    findRoom(db, meeting.id),
    runs ? listRefusals(db, meeting.id) : [],
  ])
  const t = votingTexts(l).ballots
  return page(
    c,
    { title: t.title(meeting.title), description: t.lead },
    <BallotsPage
      l={l}
      year={c.req.param('year')}
      hall={hall}
      office={runs ? { openToAll: room.openToAll, refusals } : null}
      done={c.req.query('klart')}
    />,
  )
})

ballotRoutes.post(votingPaths.openToAll(':year'), only('ballots.run'), async (c) => {
  const { db, actor } = c.var
  const meeting = await meetingAt(c)
  const form = await readForm(c, openForm)
  const openToAll = form.ok && form.values.alla === 'ja'
  await act(db, actor, 'show the projector page', (trx) => saveOpenToAll(trx, meeting.id, openToAll))
  return redirect(c, votingPaths.ballots(c.req.param('year')), openToAll ? 'alla' : 'bara-kansliet')
})

ballotRoutes.get(votingPaths.file(':year', ':ballot{\\d+}', 'json'), open(), async (c) => {
  const hall = await readHall(c.var, await meetingAt(c))
  return c.json(await publishedOf(c.var.db, hall, ballotIn(c, hall)))
})

ballotRoutes.get(votingPaths.file(':year', ':ballot{\\d+}', 'csv'), open(), async (c) => {
  const hall = await readHall(c.var, await meetingAt(c))
  const published = await publishedOf(c.var.db, hall, ballotIn(c, hall))
  return c.body(publishedCsv(published), 200, { 'content-type': 'text/csv; charset=utf-8' })
})

ballotRoutes.get(votingPaths.ballot(':year', ':ballot{\\d+}'), open(), async (c) => {
  const hall = await readHall(c.var, await meetingAt(c))
  return show(c, hall, ballotIn(c, hall), null, 200)
})

// Sent as a form and not in the address, so that no log of addresses ever holds a receipt.
ballotRoutes.post(votingPaths.receipt(':year', ':ballot{\\d+}'), open(), async (c) => {
  const hall = await readHall(c.var, await meetingAt(c))
  const running = ballotIn(c, hall)
  const form = await readForm(c, receiptForm)
  const typed = form.ok ? form.values.kod : ''
  const code = readReceipt(typed)
  const found = code === '' ? null : await findPaper(c, running, code)
  keepOut(c)
  return show(c, hall, running, { typed, found, whole: code !== '' }, found ? 200 : 422)
})

async function findPaper(c: C, { ballot, course }: Running, code: string): Promise<Checked['found']> {
  if (!ballot.secret) return null
  for (const judged of course.judged) {
    const paper = (await listPapers(c.var.db, judged.round.id)).find((one) => one.code === code)
    if (paper) return { round: judged, choice: paper.choice }
  }
  return null
}

async function show(c: C, hall: Hall, running: Running, checked: Checked | null, status: 200 | 422) {
  const { db, locale: l, actor } = c.var
  const { ballot, course } = running
  const votes = await Promise.all(
    course.judged.map(
      async ({ round }): Promise<[number, Votes]> => [
        round.id,
        ballot.secret
          ? { papers: await listPapers(db, round.id) }
          : { rollCall: await listRollCall(db, round.id) },
      ],
    ),
  )
  const t = votingTexts(l).ballot
  return page(
    c,
    { title: ballot.question, description: t.lead(ballot.secret) },
    <BallotPage
      l={l}
      year={c.req.param('year') ?? ''}
      hall={hall}
      running={running}
      votes={new Map(votes)}
      withNames={can(actor, 'network.use')}
      checked={checked}
    />,
    status,
  )
}
