import { type Context, Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only, open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { type Typed, textIn, typedIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { ChangesPage } from './pages/changes.tsx'
import { ProposalFormPage, ProposalsPage } from './pages/proposals.tsx'
import { statutesPaths } from './paths.ts'
import { readStatutes, typedStatutes } from './proposal-form.ts'
import { insertProposal, listAdoptions, updateProposal } from './proposal-queries.ts'
import { findStatutes, listProposedStatutes, type Statutes, statutesOn } from './queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const id = ':id{[a-z0-9-]{1,40}}'
const edits = only('statutes.edit')

/** Changes of the statutes, before a meeting decides. */
export const proposalRoutes = new Hono<AppEnv<Database>>()

proposalRoutes.get(statutesPaths.changes(id), open(), async (c) => {
  const { locale: l, db, today } = c.var
  const proposal = await findStatutes(db, c.req.param('id'))
  const t = textsOf(l).proposals
  if (!proposal) throw new Problem(404, t.missing, [{ href: statutesPaths.current, label: textsOf(l).title }])
  const title = t.changesOf(proposal.id)
  const [current, adoptions] = await Promise.all([statutesOn(db, today), listAdoptions(db, proposal.id)])
  return page(
    c,
    { title, description: t.changesLead, wide: true },
    <ChangesPage l={l} before={current} after={proposal} adoptions={adoptions} />,
  )
})

proposalRoutes.get(statutesPaths.proposals, edits, async (c) => {
  const { locale: l, db } = c.var
  const t = textsOf(l).proposals
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <ProposalsPage l={l} proposals={await listProposedStatutes(db)} done={c.req.query('klart')} />,
  )
})

proposalRoutes.post(statutesPaths.proposals, edits, async (c) => {
  const { db, actor, today, config } = c.var
  const current = await statutesOn(db, today)
  const taken = new Set((await listProposedStatutes(db)).map((one) => one.id))
  const name = `forslag-${today}`
  const free = [name, ...Array.from({ length: 20 }, (_, i) => `${name}-${i + 2}`)].find(
    (one) => !taken.has(one),
  )
  const added =
    free !== undefined &&
    (await act(db, actor, 'propose a change of the statutes', (trx) =>
      insertProposal(trx, free, { ...current, reason: '', madeUp: config.mode === 'demo' }),
    ))
  return redirect(c, added ? statutesPaths.proposal(free) : statutesPaths.proposals)
})

proposalRoutes.get(statutesPaths.proposal(id), edits, async (c) => {
  const proposal = await waitingIn(c)
  return form(c, proposal, { typed: typedStatutes(proposal, proposal.version), errors: {} }, 200)
})

proposalRoutes.post(statutesPaths.proposal(id), edits, async (c) => {
  const { db, actor } = c.var
  const proposal = await waitingIn(c)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const read = readStatutes(typed, proposal)
  if ('errors' in read) return form(c, proposal, { typed, errors: read.errors }, 422)
  const seen = Number(textIn(typed, 'version'))
  const saved =
    Number.isInteger(seen) &&
    (await act(db, actor, 'change proposed statutes', (trx) =>
      updateProposal(trx, proposal.id, read.proposed, seen),
    ))
  if (!saved) return form(c, proposal, { typed, errors: { skal: 'changed' } }, 422)
  return redirect(c, statutesPaths.changes(proposal.id), 'sparat')
})

async function waitingIn(c: C): Promise<Statutes> {
  const found = (await listProposedStatutes(c.var.db)).find((one) => one.id === c.req.param('id'))
  if (found) return found
  const t = textsOf(c.var.locale).proposals
  throw new Problem(404, t.missing, [{ href: statutesPaths.proposals, label: t.title }])
}

function form(
  c: C,
  proposal: Statutes,
  { typed, errors }: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
) {
  const title = textsOf(c.var.locale).proposals.of(proposal.id)
  return page(
    c,
    { title, description: title, noIndex: true },
    <ProposalFormPage l={c.var.locale} proposal={proposal} typed={typed} errors={errors} />,
    status,
  )
}
