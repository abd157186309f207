import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, readForm } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { ProposalPage } from '../pages/proposal.tsx'
import { ProposalsPage } from '../pages/proposals.tsx'
import { newsPaths } from '../paths.ts'
import { listPictures } from '../pictures/picture-queries.ts'
import { textsOf } from '../texts.ts'
import { acceptProposal, declineProposal } from './proposal-actions.ts'
import { findProposal, listProposals, type Proposal } from './proposal-queries.ts'

type C = Context<AppEnv<Database>>

const id = ':proposal{[0-9]{1,9}}'
const writes = only('news.write')
const declining = z.object({ skal: line('reason-missing', 500) })

/** How the secretariat answers what members propose. */
export const proposalRoutes = new Hono<AppEnv<Database>>()

proposalRoutes.get(newsPaths.proposals, writes, async (c) => {
  const { locale: l, db, now } = c.var
  const t = textsOf(l).proposals
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <ProposalsPage l={l} proposals={await listProposals(db, now)} done={c.req.query('klart')} />,
  )
})

proposalRoutes.get(newsPaths.proposal(id), writes, async (c) => show(c, await proposalIn(c), {}, 200))

proposalRoutes.post(`${newsPaths.proposal(id)}/anvand`, writes, async (c) => {
  const { db, actor, now } = c.var
  const proposal = await proposalIn(c)
  const newsId = actor && (await acceptProposal({ db, actor, now }, proposal))
  return newsId ? redirect(c, newsPaths.edit(newsId), 'utkast') : redirect(c, newsPaths.proposal(proposal.id))
})

proposalRoutes.post(`${newsPaths.proposal(id)}/avboj`, writes, async (c) => {
  const { db, actor, now } = c.var
  const proposal = await proposalIn(c)
  const form = await readForm(c, declining)
  if (!form.ok || !actor) return show(c, proposal, form.ok ? {} : form.errors, 422)
  await declineProposal({ db, actor, now }, proposal, form.values.skal)
  return redirect(c, newsPaths.proposals, 'avbojt')
})

async function proposalIn(c: C): Promise<Proposal> {
  const proposal = await findProposal(c.var.db, Number(c.req.param('proposal')), c.var.now)
  if (!proposal) throw new Problem(404, textsOf(c.var.locale).proposals.notFound)
  return proposal
}

async function show(
  c: C,
  proposal: Proposal,
  errors: Record<string, string>,
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db } = c.var
  return page(
    c,
    { title: proposal.title, description: textsOf(l).proposals.lead, noIndex: true },
    <ProposalPage
      l={l}
      proposal={proposal}
      pictures={await listPictures(db, { proposal: proposal.id })}
      errors={errors}
    />,
    status,
  )
}
