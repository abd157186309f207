import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { mayTry, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, several } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { PeersPage } from '../pages/peers.tsx'
import { examplePaths } from '../paths.ts'
import { type C, exampleId, exampleIn, ofExample } from '../reading.ts'
import { namesOfSubjects } from '../subject-names.ts'
import { textsOf } from '../texts.ts'
import { askableOf, askPeers, dealWith, takeBack } from './asking.ts'
import { findCandidates } from './candidates.ts'
import { askingLimit } from './limits.ts'
import { listPeers } from './peer-queries.ts'

const askForm = z.object({ person: several(z.string().regex(/^\d{1,9}$/, 'nobody')) })
const writes = only('examples.write', ofExample)

/** How the writers ask colleagues for comments, and deal with what they say. */
export const peerRoutes = new Hono<AppEnv<Database>>()

peerRoutes.get(examplePaths.peers(exampleId), writes, (c) => show(c, {}, 200))

peerRoutes.post(examplePaths.peers(exampleId), writes, async (c) => {
  const { db, actor, config, today } = c.var
  const example = await exampleIn(c)
  const form = await readForm(c, askForm)
  if (!form.ok || !actor || form.values.person.length === 0) return show(c, { person: 'nobody' }, 422)
  if (example.state !== 'draft') return redirect(c, examplePaths.draft(example.id))
  const people = await askableOf(db, form.values.person.map(Number), actor.personId, today)
  if (people.length === 0) return show(c, { person: 'nobody' }, 422)
  if (!(await mayTry(db, askingLimit, String(actor.personId)))) return show(c, { person: 'too-often' }, 429)
  const asked = await askPeers({ db, actor }, { example, people, baseUrl: config.baseUrl })
  if (asked === 'too-many') return show(c, { person: 'too-many-peers' }, 422)
  return redirect(c, examplePaths.peers(example.id), 'fragat')
})

peerRoutes.post(examplePaths.peer(exampleId, ':person{[0-9]{1,9}}'), writes, async (c) => {
  const { db, actor } = c.var
  const example = await exampleIn(c)
  if (!actor) return c.notFound()
  await takeBack({ db, actor }, example.id, Number(c.req.param('person')))
  return redirect(c, examplePaths.peers(example.id), 'taget-tillbaka')
})

peerRoutes.post(examplePaths.dealtWith(exampleId, ':comment{[0-9]{1,9}}'), writes, async (c) => {
  const { db, actor, now } = c.var
  const example = await exampleIn(c)
  if (!actor) return c.notFound()
  await dealWith({ db, actor }, { exampleId: example.id, commentId: Number(c.req.param('comment')), now })
  return redirect(c, `${examplePaths.preview(example.id)}#kommentarer`, 'hanterad')
})

async function show(c: C, errors: Record<string, string>, status: 200 | 422 | 429): Promise<Response> {
  const { locale: l, db } = c.var
  const example = await exampleIn(c)
  const typed = (c.req.query('sok') ?? '').normalize('NFC').trim().slice(0, 100)
  const [peers, candidates, subjects] = await Promise.all([
    listPeers(db, example.id),
    findCandidates(c.var, example, typed),
    namesOfSubjects(c.var),
  ])
  const t = textsOf(l).peers
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <PeersPage
      l={l}
      example={example}
      peers={peers}
      candidates={candidates.filter(({ personId }) => !peers.some((peer) => peer.personId === personId))}
      subjectNames={subjects}
      typed={typed}
      errors={errors}
      done={c.req.query('klart')}
    />,
    status,
  )
}
