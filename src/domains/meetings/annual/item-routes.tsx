import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { DecisionRefused } from '#platform/http/business.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, paragraphs, readForm, type Typed, textIn, textsIn, typedIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { annualSlug, recordDecision, type Support, statutesOf } from '../decisions.ts'
import { findItem, type Meeting, type MeetingItem } from '../queries.ts'
import { majorityFor } from '../rules/majority.ts'
import { electionsOf } from './agenda.ts'
import { updateItem } from './agenda-queries.ts'
import { backTo, type C, inPath, meetingIn, numbered, numberIn } from './asking.ts'
import { postOf, recordElection } from './elections.ts'
import { listCandidates } from './nomination-queries.ts'
import { ItemPage } from './pages/item.tsx'
import { annualPaths } from './paths.ts'
import { textsOf } from './texts.ts'
import { titleOf } from './words.ts'

const edits = only('annual.edit')
const editing = z.object({
  rubrik: line('title-missing', 300),
  text: paragraphs(20_000),
  version: z.coerce.number().int().catch(-1),
})
const deciding = z.object({
  beslut: z.enum(['adopt', 'reject', 'answered', 'decided'], 'choice-missing'),
  lydelse: paragraphs(5000),
  stod: z.enum(['', 'eniga', 'raknat']).catch(''),
  for: z.string().default(''),
  emot: z.string().default(''),
})

/** An item of the agenda: its basis before the meeting, its decision during it. */
export const itemRoutes = new Hono<AppEnv<Database>>()

itemRoutes.get(annualPaths.item(inPath, numbered), edits, async (c) => {
  const { meeting, item } = await itemIn(c)
  return show(c, meeting, item, { typed: {}, errors: {} }, [], 200)
})

itemRoutes.post(annualPaths.item(inPath, numbered), edits, async (c) => {
  const { db, actor } = c.var
  const { meeting, item } = await itemIn(c)
  const sent = await readForm(c, editing)
  if (!sent.ok) return show(c, meeting, item, sent, [], 422)
  const { rubrik: title, text, version } = sent.values
  const saved = await act(db, actor, 'change an item of an agenda', (trx) =>
    updateItem(trx, item.id, { title, text }, version),
  )
  if (!saved) return show(c, meeting, item, { typed: sent.typed, errors: { rubrik: 'changed' } }, [], 422)
  return redirect(c, annualPaths.item(annualSlug(meeting), item.id), 'sparad')
})

itemRoutes.post(`${annualPaths.item(inPath, numbered)}/beslut`, edits, async (c) => {
  const { meeting, item } = await itemIn(c)
  return item.business?.kind === 'election' ? elect(c, meeting, item) : decide(c, meeting, item)
})

async function decide(c: C, meeting: Meeting, item: MeetingItem): Promise<Response> {
  const { db, actor, now, config, gathered } = c.var
  const sent = await readForm(c, deciding)
  if (!sent.ok || !actor) return show(c, meeting, item, { errors: {}, ...sent }, [], 422)
  const { beslut: outcome, lydelse: text, stod } = sent.values
  const [yes, no] = [Number(sent.values.for || 'x'), Number(sent.values.emot || 'x')]
  if (stod === 'raknat' && !(Number.isInteger(yes) && Number.isInteger(no) && yes >= 0 && no >= 0))
    return show(c, meeting, item, { typed: sent.typed, errors: { for: 'votes-wrong' } }, [], 422)
  const support: Support | undefined =
    stod === 'eniga' ? 'unanimous' : stod === 'raknat' ? { for: yes, against: no } : undefined
  return recorded(c, meeting, item, sent.typed, () =>
    act(db, actor, 'record a decision', (trx) =>
      recordDecision(
        trx,
        {
          itemId: item.id,
          outcome,
          text,
          ...(support ? { support } : {}),
          actor,
          baseUrl: config.baseUrl,
          now,
        },
        gathered.business,
      ),
    ),
  )
}

async function elect(c: C, meeting: Meeting, item: MeetingItem): Promise<Response> {
  const { db, actor, now, config, gathered } = c.var
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const candidateIds = textsIn(typed, 'valda').map(Number).filter(Number.isInteger)
  if (!actor) return show(c, meeting, item, { typed, errors: {} }, [], 422)
  return recorded(c, meeting, item, typed, () =>
    act(db, actor, 'record an election', (trx) =>
      recordElection(
        trx,
        { itemId: item.id, candidateIds, actor, baseUrl: config.baseUrl, now },
        gathered.business,
      ),
    ),
  )
}

/** Leads on when the decision was written; says why when it cannot take effect. */
async function recorded(
  c: C,
  meeting: Meeting,
  item: MeetingItem,
  typed: Typed,
  record: () => Promise<number>,
): Promise<Response> {
  try {
    await record()
  } catch (error) {
    if (!(error instanceof DecisionRefused)) throw error
    return show(c, meeting, item, { typed, errors: {} }, [error.message], 422)
  }
  return redirect(c, `${annualPaths.meeting(annualSlug(meeting))}#arende-${item.id}`, 'beslut')
}

async function itemIn(c: C): Promise<{ meeting: Meeting; item: MeetingItem }> {
  const meeting = await meetingIn(c)
  const item = await findItem(c.var.db, numberIn(c))
  if (item?.meetingId === meeting.id) return { meeting, item }
  const { locale: l } = c.var
  throw new Problem(404, textsOf(l).noAgenda, [backTo(meeting, titleOf(l, meeting))])
}

async function show(
  c: C,
  meeting: Meeting,
  item: MeetingItem,
  { typed, errors }: { typed: Typed; errors: Record<string, string> },
  problems: string[],
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db } = c.var
  const { rules } = await statutesOf(db, meeting)
  const post = item.business?.kind === 'election' ? postOf(item.business.id) : undefined
  const [candidates, elections] = await Promise.all([
    post ? listCandidates(db, meeting.id) : [],
    post ? electionsOf(db, meeting) : [],
  ])
  return page(
    c,
    { title: item.title, description: item.title, noIndex: true },
    <ItemPage
      l={l}
      meeting={meeting}
      item={item}
      majority={majorityFor(rules, item.business?.kind)}
      candidates={candidates.filter((one) => one.post === post)}
      seats={elections.find((one) => one.post === post)?.seats ?? 0}
      typed={{ rubrik: item.title, text: item.text, ...typed }}
      version={textIn(typed, 'version') || String(item.version)}
      errors={errors}
      problems={problems}
      done={c.req.query('klart')}
    />,
    status,
  )
}
