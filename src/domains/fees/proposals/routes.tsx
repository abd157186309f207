import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { ButtonLink } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { page } from '#ui/page.tsx'
import { typedKronor, wholeNumber } from '../money.ts'
import { feePaths } from '../paths.ts'
import { scheduleSchema } from '../schedule-form.ts'
import { listSchedules } from '../schedule-queries.ts'
import { textsOf } from '../texts.ts'
import { loadFeeProposal } from './load.ts'
import { FeeProposalForm, FeeProposalsPage } from './pages.tsx'
import { FeeProposalView } from './proposal-view.tsx'
import {
  type FeeProposal,
  findFeeProposal,
  type GivenProposal,
  insertFeeProposal,
  listFeeProposals,
  updateFeeProposal,
} from './queries.ts'

type C = Context<AppEnv<Database>>

const proposalSchema = scheduleSchema.omit({ beslutad: true, beslut: true }).extend({
  ar: wholeNumber('year-wrong', { min: 1995, max: 2200 }),
  skal: z.string('reason-missing').min(10, 'reason-missing').max(10_000, 'reason-missing'),
  version: z.coerce.number().int().catch(-1),
})
const id = ':proposal{[0-9]{1,9}}'
const edits = only('fees.edit')

/** Proposals of a fee, before a meeting decides. */
export const proposalRoutes = new Hono<AppEnv<Database>>()

proposalRoutes.get(feePaths.proposals, only('fees.read'), async (c) => {
  const { locale: l, db, actor } = c.var
  const { title, lead } = textsOf(l).proposals
  return page(
    c,
    { title, description: lead, noIndex: true },
    <FeeProposalsPage
      l={l}
      proposals={await listFeeProposals(db)}
      done={c.req.query('klart')}
      mayEdit={can(actor, 'fees.edit')}
    />,
  )
})

proposalRoutes.get(feePaths.newProposal, edits, async (c) => {
  const [newest] = await listSchedules(c.var.db)
  const year = newest ? newest.year + 1 : Number(c.var.today.slice(0, 4)) + 1
  const typed = newest
    ? typedOf({ ...newest, year, populationYear: year - 2, reason: '' })
    : { ar: String(year), observator: '100', dagar: '30' }
  return form(c, feePaths.newProposal, { typed, errors: {} }, 200)
})

proposalRoutes.post(feePaths.newProposal, edits, async (c) => {
  const { db, actor } = c.var
  const sent = await read(c)
  if (!sent.given) return form(c, feePaths.newProposal, sent, 422)
  const { given } = sent
  await act(db, actor, 'propose a fee', (trx) => insertFeeProposal(trx, given))
  return redirect(c, feePaths.proposals, 'sparat')
})

proposalRoutes.get(feePaths.proposal(id), only('fees.read'), async (c) => {
  const { locale: l, actor } = c.var
  const compared = await loadFeeProposal(c.var, Number(c.req.param('proposal')))
  const t = textsOf(l).proposals
  if (!compared) throw new Problem(404, t.missing, [{ href: feePaths.proposals, label: t.title }])
  const { proposal } = compared
  const title = t.of(proposal.year)
  return page(
    c,
    { title, description: title, noIndex: true, wide: true },
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(feePaths.proposals), label: t.title }]} />
      <Done text={c.req.query('klart') === 'sparat' && t.saved} />
      <PageHeader
        title={title}
        lead={
          proposal.outcome === null
            ? t.waits
            : `${proposal.outcome === 'adopt' ? t.adopted : t.rejected}: ${proposal.decision}`
        }
      />
      <FeeProposalView l={l} compared={compared} />
      {proposal.outcome === null && can(actor, 'fees.edit') ? (
        <ButtonLink href={l.href(`${feePaths.proposal(proposal.id)}/andra`)}>{t.change}</ButtonLink>
      ) : null}
    </>,
  )
})

proposalRoutes.get(`${feePaths.proposal(id)}/andra`, edits, async (c) => {
  const proposal = await waitingIn(c)
  const typed = { ...typedOf(proposal), version: String(proposal.version) }
  return form(c, `${feePaths.proposal(proposal.id)}/andra`, { typed, errors: {} }, 200)
})

proposalRoutes.post(`${feePaths.proposal(id)}/andra`, edits, async (c) => {
  const { db, actor } = c.var
  const proposal = await waitingIn(c)
  const sent = await read(c)
  const action = `${feePaths.proposal(proposal.id)}/andra`
  if (!sent.given) return form(c, action, sent, 422)
  const { given, seen } = sent
  const saved = await act(db, actor, 'change a proposed fee', (trx) =>
    updateFeeProposal(trx, proposal.id, { ...given, madeUp: proposal.madeUp }, seen),
  )
  if (!saved) return form(c, action, { ...sent, errors: { ar: 'proposal-changed' } }, 422)
  return redirect(c, feePaths.proposal(proposal.id), 'sparat')
})

async function waitingIn(c: C): Promise<FeeProposal> {
  const proposal = await findFeeProposal(c.var.db, Number(c.req.param('proposal')))
  if (proposal?.outcome === null) return proposal
  const t = textsOf(c.var.locale).proposals
  throw new Problem(404, t.missing, [{ href: feePaths.proposals, label: t.title }])
}

interface Read {
  typed: Typed
  errors: Record<string, string>
  given?: GivenProposal
  seen: number
}

async function read(c: C): Promise<Read> {
  const sent = await readForm(c, proposalSchema)
  if (!sent.ok) return { ...sent, seen: -1 }
  const { values, typed } = sent
  if (values.folkmangd > values.ar || values.folkmangd < values.ar - 5)
    return { typed, errors: { folkmangd: 'population-year-wrong' }, seen: -1 }
  const given: GivenProposal = {
    year: values.ar,
    fixedOre: values.fast,
    municipalityRateOre: values.rorlig,
    regionRateOre: values.region,
    capInhabitants: values.tak ?? null,
    populationYear: values.folkmangd,
    joining: values.intrade,
    leaving: values.uttrade,
    observerPercent: values.observator,
    dueDays: values.dagar,
    reason: values.skal,
    madeUp: c.var.config.mode === 'demo',
  }
  return { typed, errors: {}, given, seen: values.version }
}

function form(
  c: C,
  action: string,
  { typed, errors }: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
) {
  const title = textsOf(c.var.locale).proposals.new
  return page(
    c,
    { title, description: title, noIndex: true },
    <FeeProposalForm l={c.var.locale} action={action} typed={typed} errors={errors} />,
    status,
  )
}

function typedOf(terms: GivenProposal): Typed {
  return {
    ar: String(terms.year),
    skal: terms.reason,
    fast: typedKronor(terms.fixedOre),
    rorlig: typedKronor(terms.municipalityRateOre),
    region: typedKronor(terms.regionRateOre),
    tak: terms.capInhabitants === null ? '' : String(terms.capInhabitants),
    folkmangd: String(terms.populationYear),
    intrade: terms.joining,
    uttrade: terms.leaving,
    observator: String(terms.observerPercent),
    dagar: String(terms.dueDays),
  }
}
