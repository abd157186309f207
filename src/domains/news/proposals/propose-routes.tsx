import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { can, type Limit, mayTry, memberRoles, once, only } from '#domains/accounts/index.ts'
import { unlessAway } from '#platform/files/store/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, optionalLine, readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { languages } from '#platform/i18n.ts'
import { largestPicture } from '#platform/pictures/redraw.ts'
import { page } from '#ui/page.tsx'
import { longestBody } from '../forms.ts'
import { ProposePage } from '../pages/propose.tsx'
import { newsPaths } from '../paths.ts'
import { uploadedPicture } from '../pictures/uploaded.ts'
import { textsOf } from '../texts.ts'
import { proposeNews } from './proposal-actions.ts'
import { listProposalsOf } from './proposal-queries.ts'

type C = Context<AppEnv<Database>>

/** So often one person may propose. */
const perPerson: Limit = { name: 'news-proposal', times: 5, seconds: 86_400 }

const proposing = z.object({
  kommun: z.string().default(''),
  sprak: z.enum(languages).catch('sv'),
  rubrik: line('title-missing', 150),
  text: z.string().min(1, 'body-missing').max(longestBody, 'too-long'),
  alt: optionalLine(300),
})

/** How a member proposes news, and what became of it. */
export const proposeRoutes = new Hono<AppEnv<Database>>()

proposeRoutes.get(newsPaths.propose, only('news.propose'), (c) => show(c, { typed: {}, errors: {} }, 200))

proposeRoutes.post(
  newsPaths.propose,
  only('news.propose'),
  bodyLimit({
    maxSize: largestPicture + 200_000,
    onError: (c: C) => show(c, { typed: {}, errors: { fil: 'picture-large' } }, 422),
  }),
  once,
  async (c) => {
    const { db, actor, now, config } = c.var
    const form = await readForm(c, proposing)
    const picture = await uploadedPicture(await c.req.formData().catch(() => new FormData()), 'fil')
    const errors: Record<string, string> = form.ok ? {} : { ...form.errors }
    if (picture !== 'none' && 'fault' in picture) errors.fil = picture.fault
    if (form.ok && picture !== 'none' && !form.values.alt) errors.alt = 'alt-missing'
    const organisation =
      organisationsOf(c).find(({ code }) => code === form.typed.kommun) ?? organisationsOf(c)[0]
    if (!form.ok || !actor || !organisation || Object.keys(errors).length > 0) {
      return show(c, { typed: form.typed, errors }, 422)
    }
    if (!(await mayTry(db, perPerson, String(actor.personId)))) {
      return show(c, { typed: form.typed, errors: { rubrik: 'too-often' } }, 429)
    }
    const { sprak: language, rubrik: title, text: body, alt } = form.values
    const proposed = await unlessAway(
      proposeNews(
        { db, actor, now },
        { organisationCode: organisation.code, language, title, body },
        picture === 'none' || 'fault' in picture ? undefined : { ...picture, alt },
        config.mode === 'demo',
      ),
    )
    if (proposed === 'files-away') return show(c, { typed: form.typed, errors: { fil: proposed } }, 503)
    return redirect(c, newsPaths.propose, 'forslag')
  },
)

/** The members in whose name somebody may propose. */
function organisationsOf(c: C): { code: string; name: string }[] {
  const roles = c.var.actor?.roles ?? []
  const own = roles.filter((held) => held.member && memberRoles.some((role) => role === held.role))
  return [...new Map(own.map((held) => [held.organisationCode, held.organisationName]))].map(
    ([code, name]) => ({
      code,
      name,
    }),
  )
}

async function show(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 429 | 503,
): Promise<Response> {
  const { locale: l, db, actor, now } = c.var
  const t = textsOf(l).propose
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <ProposePage
      l={l}
      organisations={organisationsOf(c)}
      proposals={actor && can(actor, 'news.propose') ? await listProposalsOf(db, actor.personId, now) : []}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}
