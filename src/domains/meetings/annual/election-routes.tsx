import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, type Limit, mayTry, only, open } from '#domains/accounts/index.ts'
import { organisationDirectory } from '#domains/members/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { emailAddress, line, optionalLine, paragraphs, readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { annualSlug } from '../decisions.ts'
import type { Meeting } from '../queries.ts'
import { electionsOf } from './agenda.ts'
import { type C, inPath, meetingIn, numbered, numberIn } from './asking.ts'
import {
  findCandidate,
  insertCandidate,
  listCandidates,
  setProposed,
  withdrawCandidate,
} from './nomination-queries.ts'
import { ElectionsPage } from './pages/elections.tsx'
import { annualPaths } from './paths.ts'
import { posts } from './rules/posts.ts'
import { textsOf } from './texts.ts'

/** So many people one person may nominate in a day. */
const perPerson: Limit = { name: 'nomination', times: 20, seconds: 86_400 }

const nominating = z.object({
  uppdrag: z.enum(posts, 'post-missing'),
  namn: line('name-missing', 100),
  epost: emailAddress(),
  parti: optionalLine(60),
  del: z.enum(['', 'norra', 'mellersta', 'sodra']).catch(''),
  kommun: z.string().default(''),
  presentation: paragraphs(2000),
})

/** Nominations and the proposal of the nomination committee. */
export const electionRoutes = new Hono<AppEnv<Database>>()

electionRoutes.get(annualPaths.elections(inPath), open(), async (c) =>
  show(c, await meetingIn(c), { typed: {}, errors: {} }, 200),
)

electionRoutes.post(annualPaths.elections(inPath), only('nominations.make'), async (c) => {
  const { db, actor, remember, config } = c.var
  const meeting = await meetingIn(c)
  const sent = await readForm(c, nominating)
  if (!sent.ok || !actor || isOver(meeting)) return show(c, meeting, { errors: {}, ...sent }, 422)
  if (!(await mayTry(db, perPerson, String(actor.personId))))
    return show(c, meeting, { typed: sent.typed, errors: { namn: 'too-often' } }, 429)
  const { values } = sent
  const directory = await organisationDirectory(db, remember)
  const organisation = directory.byCode.get(values.kommun)
  await act(db, actor, 'nominate', (trx) =>
    insertCandidate(trx, {
      meetingId: meeting.id,
      post: values.uppdrag,
      name: values.namn,
      email: values.epost,
      party: values.parti,
      partOfCountry: values.del,
      organisationCode: organisation?.code ?? null,
      presentation: values.presentation,
      proposed: false,
      nominatedBy: actor.personId,
      madeUp: config.mode === 'demo',
    }),
  )
  return redirect(c, annualPaths.elections(annualSlug(meeting)), 'nominerad')
})

electionRoutes.post(
  `${annualPaths.candidate(inPath, numbered)}/foresla`,
  only('nominations.propose'),
  async (c) => {
    const { db, actor } = c.var
    const meeting = await meetingIn(c)
    const candidate = await findCandidate(db, numberIn(c))
    if (candidate?.meetingId === meeting.id && !isOver(meeting))
      await act(db, actor, 'propose a candidate', (trx) =>
        setProposed(trx, candidate.id, !candidate.proposed),
      )
    return redirect(c, annualPaths.elections(annualSlug(meeting)), 'sparad')
  },
)

electionRoutes.post(
  `${annualPaths.candidate(inPath, numbered)}/dra-tillbaka`,
  only('nominations.make'),
  async (c) => {
    const { db, actor, now } = c.var
    const meeting = await meetingIn(c)
    const candidate = await findCandidate(db, numberIn(c))
    const may = can(actor, 'nominations.propose') || candidate?.nominatedBy === actor?.personId
    if (candidate?.meetingId === meeting.id && may && !isOver(meeting))
      await act(db, actor, 'withdraw a nomination', (trx) => withdrawCandidate(trx, candidate.id, now))
    return redirect(c, annualPaths.elections(annualSlug(meeting)), 'aterkallad')
  },
)

const isOver = ({ state }: Meeting) => state === 'closed' || state === 'approved' || state === 'cancelled'

async function show(
  c: C,
  meeting: Meeting,
  { typed, errors }: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 429,
): Promise<Response> {
  const { locale: l, db, actor, remember } = c.var
  const t = textsOf(l).elections
  const sees = meeting.documentsPublishedAt !== null || can(actor, 'nominations.propose')
  const [elections, candidates, directory] = await Promise.all([
    electionsOf(db, meeting),
    listCandidates(db, meeting.id),
    organisationDirectory(db, remember),
  ])
  return page(
    c,
    { title: t.title, description: t.lead },
    <ElectionsPage
      l={l}
      meeting={meeting}
      elections={elections}
      candidates={
        sees ? candidates : candidates.filter((one) => actor !== null && one.nominatedBy === actor.personId)
      }
      open={sees}
      organisations={directory.all.map(({ code, name }) => ({ value: code, label: name }))}
      may={{
        nominate: can(actor, 'nominations.make') && !isOver(meeting),
        propose: can(actor, 'nominations.propose') && !isOver(meeting),
      }}
      personId={actor?.personId ?? null}
      typed={typed}
      errors={errors}
      done={c.req.query('klart')}
    />,
    status,
  )
}
