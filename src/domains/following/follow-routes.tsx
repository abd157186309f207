import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { figureTitle, keyFigurePaths, listFigures } from '#domains/key-figures/index.ts'
import {
  organisationPaths,
  organisationsNamed,
  searchOrganisations,
  suggestedOrganisations,
} from '#domains/members/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { optionalLine, readForm, type Typed, textIn, ticked } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { findRhythm } from './digest-queries.ts'
import { FollowingPage } from './pages/following.tsx'
import { followingPaths } from './paths.ts'
import { type Followable, follow, listFollowed, unfollow } from './queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** Seeing, adding and stopping what one follows. */
export const followRoutes = new Hono<AppEnv<Database>>()

/** An organisation by name or code, or a figure by its id; from the page of the thing itself or from the own page. */
const chosen = z.object({ kommun: optionalLine(), nyckeltal: optionalLine(), fran: ticked })

followRoutes.get(followingPaths.mine, only('own-pages.use'), (c) => show(c, {}, {}, 200))

followRoutes.post(followingPaths.mine, only('own-pages.use'), async (c) => {
  const { db, actor } = c.var
  const form = await readForm(c, chosen)
  const found = form.ok && (await understand(c, form.values))
  if (!form.ok || !found || !actor) {
    const field = textIn(form.typed, 'nyckeltal') === '' ? 'kommun' : 'nyckeltal'
    const error = field === 'kommun' ? 'organisation-unknown' : 'figure-unknown'
    return show(c, form.typed, { [field]: error }, 422)
  }
  await act(db, actor, 'follow', (trx) => follow(trx, actor.personId, found))
  return leadOn(c, found, form.values.fran, 'foljer')
})

followRoutes.post(followingPaths.stop, only('own-pages.use'), async (c) => {
  const { db, actor, today } = c.var
  const form = await readForm(c, chosen)
  const found = form.ok && (await understand(c, form.values))
  if (!form.ok || !found || !actor) return redirect(c, followingPaths.mine)
  await act(db, actor, 'stop following', (trx) => unfollow(trx, actor.personId, found, today))
  return leadOn(c, found, form.values.fran, 'slutat')
})

/** Back to the page of the thing, whose button shows what holds now; else to the own page. */
function leadOn(c: C, thing: Followable, fromItsPage: boolean, notice: string): Response {
  if (!fromItsPage) return redirect(c, followingPaths.mine, notice)
  const path = 'code' in thing ? organisationPaths.profile(thing.code) : keyFigurePaths.figure(thing.figureId)
  return redirect(c, `${path}#folj`)
}

async function understand(
  { var: reader }: C,
  { kommun, nyckeltal }: z.output<typeof chosen>,
): Promise<Followable | undefined> {
  if (nyckeltal !== '') {
    const figure = (await listFigures(reader.db)).find(({ id }) => id === nyckeltal)
    return figure && { figureId: figure.id }
  }
  const [organisation, ...more] = searchOrganisations(
    await organisationsNamed(reader, { typed: [kommun] }),
    kommun,
  )
  return organisation && more.length === 0 ? { code: organisation.code } : undefined
}

async function show(c: C, typed: Typed, errors: Record<string, string>, status: 200 | 422) {
  const { locale: l, db, actor, today } = c.var
  if (!actor) return c.notFound()
  const [followed, figures, suggested, rhythm] = await Promise.all([
    listFollowed(db, actor.personId, today),
    listFigures(db),
    suggestedOrganisations(c.var),
    findRhythm(db, actor.personId),
  ])
  const directory = await organisationsNamed(c.var, { codes: followed.flatMap(({ code }) => code ?? []) })
  const { title, lead } = textsOf(l).page
  const organisations = followed.flatMap(({ code, own }) => {
    const organisation = code && directory.byCode.get(code)
    return organisation ? [{ code: organisation.code, name: organisation.name, own }] : []
  })
  return page(
    c,
    { title, description: lead, noIndex: true },
    <FollowingPage
      l={l}
      organisations={organisations.toSorted((a, b) => l.compare(a.name, b.name))}
      figures={figures
        .filter(({ id }) => followed.some(({ figureId }) => figureId === id))
        .map((figure) => ({ id: figure.id, title: figureTitle(figure, l) }))}
      names={suggested.map(({ name }) => name)}
      choices={figures.map((figure) => ({ value: figure.id, label: figureTitle(figure, l) }))}
      rhythm={rhythm ?? 'never'}
      typed={typed}
      errors={errors}
      done={c.req.query('klart')}
    />,
    status,
  )
}
