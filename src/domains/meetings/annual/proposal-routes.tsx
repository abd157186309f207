import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, once, only, open } from '#domains/accounts/index.ts'
import { loadFeeProposal } from '#domains/fees/index.ts'
import { findStatutes } from '#domains/statutes/index.ts'
import type { Business } from '#platform/http/business.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { optionalLine, paragraphs, readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { annualSlug, statutesOf } from '../decisions.ts'
import type { Meeting } from '../queries.ts'
import { backTo, type C, inPath, meetingIn, numbered, numberIn, seesDocuments } from './asking.ts'
import { ProposalPage } from './pages/proposal.tsx'
import { ProposalFormPage } from './pages/proposal-form.tsx'
import { annualPaths } from './paths.ts'
import { insertProposal, listProposals, type Proposal, withdrawProposal } from './proposal-queries.ts'
import type { ProposalKind } from './tables.ts'
import { textsOf } from './texts.ts'
import { titleOf } from './words.ts'

/** The proposals that are prepared in other houses, by their business. */
const prepared: Record<string, ProposalKind> = {
  'fee-proposal': 'fee',
  'key-figure-set': 'key-figure-set',
  statutes: 'statutes',
}
const proposing = z.object({
  slag: z.string('choice-missing').min(1, 'choice-missing'),
  rubrik: optionalLine(150),
  text: paragraphs(40_000),
})
const own = ['activity-plan', 'budget', 'dissolution', 'other'] as const

/** The board's proposals: some are written here, some are prepared in the house whose room they change. */
export const proposalRoutes = new Hono<AppEnv<Database>>()

proposalRoutes.get(annualPaths.newProposal(inPath), only('annual.edit'), async (c) =>
  form(c, await meetingIn(c), { typed: {}, errors: {} }, 200),
)

proposalRoutes.post(annualPaths.newProposal(inPath), only('annual.edit'), once, async (c) => {
  const { db, actor } = c.var
  const meeting = await meetingIn(c)
  const sent = await readForm(c, proposing)
  if (!sent.ok) return form(c, meeting, sent, 422)
  const { slag, rubrik, text } = sent.values
  const [kind, id] = slag.split(':')
  const business = (await waitingFor(c)).find((one) => one.kind === kind && one.id === id)
  const ownKind = own.find((one) => one === slag)
  const errors: Record<string, string> = {}
  if (!business && !ownKind) errors.slag = 'business-missing'
  if (!business && rubrik === '') errors.rubrik = 'title-missing'
  if (!business && text === '') errors.text = 'text-missing'
  if (Object.keys(errors).length > 0) return form(c, meeting, { typed: sent.typed, errors }, 422)
  const added = await act(db, actor, 'put forward a proposal', (trx) =>
    insertProposal(trx, {
      meetingId: meeting.id,
      kind: ownKind ?? prepared[business?.kind ?? ''] ?? 'other',
      title: rubrik || business?.title || '',
      text: text || business?.text || '',
      business: business ? { kind: business.kind, id: business.id } : null,
      madeUp: business?.madeUp ?? meeting.madeUp,
    }),
  )
  if (added === undefined) return form(c, meeting, { ...sent, errors: { slag: 'business-missing' } }, 422)
  return redirect(c, annualPaths.proposal(annualSlug(meeting), added), 'forslag')
})

proposalRoutes.get(annualPaths.proposal(inPath, numbered), open(), async (c) => {
  const { locale: l, db, actor } = c.var
  const { meeting, proposal } = await proposalIn(c)
  const { business } = proposal
  const [fee, changed, before] = await Promise.all([
    business?.kind === 'fee-proposal' ? loadFeeProposal(c.var, Number(business.id)) : undefined,
    business?.kind === 'statutes' ? findStatutes(db, business.id) : undefined,
    statutesOf(db, meeting),
  ])
  return page(
    c,
    { title: proposal.title, description: textsOf(l).proposals.lead, wide: fee !== undefined },
    <ProposalPage
      l={l}
      meeting={meeting}
      proposal={proposal}
      fee={fee}
      statutes={changed && { before, after: changed }}
      mayWithdraw={can(actor, 'annual.edit') && proposal.outcome === null && meeting.state !== 'closed'}
      done={c.req.query('klart')}
    />,
  )
})

proposalRoutes.post(
  `${annualPaths.proposal(inPath, numbered)}/ta-tillbaka`,
  only('annual.edit'),
  async (c) => {
    const { db, actor, now } = c.var
    const { meeting, proposal } = await proposalIn(c)
    await act(db, actor, 'withdraw a proposal', (trx) => withdrawProposal(trx, proposal.id, now))
    return redirect(c, annualPaths.office(annualSlug(meeting)), 'aterkallad')
  },
)

/** What waits for the annual meeting in other houses. */
async function waitingFor(c: C): Promise<Business[]> {
  const { db, locale, today, now, remember, gathered } = c.var
  const all = await gathered.business.waiting({ db, locale, today, now, remember }, 'annual-meeting')
  return all.filter(({ kind }) => kind in prepared)
}

async function proposalIn(c: C): Promise<{ meeting: Meeting; proposal: Proposal }> {
  const { locale: l, db } = c.var
  const meeting = await meetingIn(c)
  const proposal = (await listProposals(db, meeting.id)).find(({ id }) => id === numberIn(c))
  if (proposal && seesDocuments(c, meeting)) return { meeting, proposal }
  throw new Problem(404, textsOf(l).proposals.missing, [backTo(meeting, titleOf(l, meeting))])
}

async function form(
  c: C,
  meeting: Meeting,
  { typed, errors }: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db } = c.var
  const t = textsOf(l).proposals
  const taken = new Set(
    (await listProposals(db, meeting.id)).flatMap(({ business }) =>
      business ? [`${business.kind}:${business.id}`] : [],
    ),
  )
  const waiting = (await waitingFor(c)).filter(({ kind, id }) => !taken.has(`${kind}:${id}`))
  return page(
    c,
    { title: t.new, description: t.lead, noIndex: true },
    <ProposalFormPage
      l={l}
      meeting={meeting}
      prepared={waiting.map(({ kind, id, title }) => ({ value: `${kind}:${id}`, label: title }))}
      own={own.map((value) => ({ value, label: t.kinds[value] }))}
      typed={typed}
      errors={errors}
    />,
    status,
  )
}
