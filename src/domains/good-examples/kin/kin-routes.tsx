import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, only, open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { toldIn } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { findExample, listExamplesOf } from '../example-queries.ts'
import { DidTooPage } from '../pages/did-too.tsx'
import { SpreadPage } from '../pages/spread.tsx'
import { addressOf, examplePaths } from '../paths.ts'
import { type C, exampleId, exampleIn, mayWrite, ofExample, publishedIn } from '../reading.ts'
import { textsOf } from '../texts.ts'
import { loadFamily } from './family.ts'
import { deleteKin, insertKin } from './kin-queries.ts'

/** "We did this too", and how an idea has spread. */
export const kinRoutes = new Hono<AppEnv<Database>>()

kinRoutes.get('/exempel/:example{[0-9]{1,9}[a-z0-9-]*}/spridning', open(), async (c) => {
  const { locale: l, db } = c.var
  const asked = c.req.param('example')
  const example = await findExample(db, Number.parseInt(asked, 10))
  const told = example && toldIn(example.texts, l)
  if (!example || !told || example.state !== 'published' || example.hiddenAt) {
    throw new Problem(404, textsOf(l).example.notFound)
  }
  const address = addressOf(example)
  if (address !== `/exempel/${asked}`) return c.redirect(l.href(examplePaths.spread(address)), 301)
  const family = await loadFamily(c.var, example.id)
  const t = textsOf(l).spread
  return page(
    c,
    {
      title: t.title(told.text.title),
      description: t.lead(family.relatives.length),
      noIndex: family.relatives.length < 2,
    },
    <SpreadPage l={l} title={told.text.title} address={address} id={example.id} {...family} />,
  )
})

const didTooForm = z.object({ exempel: z.coerce.number().int().positive('own-missing').catch(0) })

kinRoutes.get(examplePaths.didToo(exampleId), only('network.use'), (c) => show(c, {}, 200))

kinRoutes.post(examplePaths.didToo(exampleId), only('network.use'), async (c) => {
  const { db, actor } = c.var
  const after = await publishedIn(c)
  const form = await readForm(c, didTooForm)
  const own = form.ok ? await findExample(db, form.values.exempel) : undefined
  if (!actor || !own || !mayWrite(c, own)) return show(c, { exempel: 'own-missing' }, 422)
  const said = await act(db, actor, 'say that we did this too', (trx) =>
    insertKin(trx, { id: own.id, after: after.id, by: actor.personId }),
  )
  if (!said) return show(c, { exempel: 'kin-known' }, 422)
  return redirect(c, examplePaths.draft(own.id), 'slakt')
})

kinRoutes.post(
  examplePaths.forgetKin(exampleId, ':after{[0-9]{1,9}}'),
  only('examples.write', ofExample),
  async (c) => {
    const { db, actor } = c.var
    const example = await exampleIn(c)
    await act(db, actor, 'take back that we did this too', (trx) =>
      deleteKin(trx, example.id, Number(c.req.param('after'))),
    )
    return redirect(c, examplePaths.draft(example.id), 'slakt-borta')
  },
)

async function show(c: C, errors: Record<string, string>, status: 200 | 422): Promise<Response> {
  const { locale: l, db, actor } = c.var
  const example = await publishedIn(c)
  const organisations = new Map(
    (actor?.roles ?? [])
      .filter(({ organisationCode: code }) => /^\d{4}$/.test(code))
      .filter(({ organisationCode }) => can(actor, 'examples.write', { organisationCode }))
      .map(({ organisationCode, organisationName }) => [organisationCode, organisationName]),
  )
  const own = (await listExamplesOf(db, [...organisations.keys()])).filter(({ id }) => id !== example.id)
  const { title, lead } = textsOf(l).didToo
  return page(
    c,
    { title, description: lead, noIndex: true },
    <DidTooPage
      l={l}
      example={example}
      own={own}
      organisations={[...organisations].map(([code, name]) => ({ code, name }))}
      errors={errors}
    />,
    status,
  )
}
