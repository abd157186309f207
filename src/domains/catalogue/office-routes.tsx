import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { currentSetOf, listSets, membersSet } from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { listChanges } from './decision-queries.ts'
import { hide } from './own-actions.ts'
import { findOwnFigure, listOwnFigures } from './own-queries.ts'
import { type C, type FormState, figureInPath, placeOf } from './own-routes.tsx'
import { HistoryPage } from './pages/history.tsx'
import { OfficePage } from './pages/office.tsx'
import { cataloguePaths } from './paths.ts'
import { listOfficeSets } from './set-queries.ts'
import { textsOf } from './texts.ts'

/** The secretariat's front page of the catalogue, its history, and its hand over the members' own figures. */
export const officeRoutes = new Hono<AppEnv<Database>>()

const edits = only('catalogue.edit')
const shownChanges = 200

officeRoutes.get(cataloguePaths.office, edits, (c) => showOffice(c, { typed: {}, errors: {} }, 200))

officeRoutes.get(cataloguePaths.history, edits, async (c) => {
  const { locale: l, db } = c.var
  const { title, lead } = textsOf(l).history
  return page(
    c,
    { title, description: lead, noIndex: true, wide: true },
    <HistoryPage l={l} changes={await listChanges(db, shownChanges)} />,
  )
})

officeRoutes.post(cataloguePaths.hide(figureInPath), edits, async (c) => {
  const id = await idIn(c)
  const form = await readForm(c, z.object({ orsak: z.string().max(500, 'too-long').default('') }))
  const reason = form.ok ? form.values.orsak : ''
  if (!form.ok || reason.length < 5) {
    const errors = { [`orsak-${id}`]: form.ok ? 'reason-missing' : 'too-long' }
    return showOffice(c, { typed: { [`orsak-${id}`]: reason }, errors }, 422)
  }
  await hide(placeOf(c), id, reason)
  return redirect(c, cataloguePaths.office, 'dolt')
})

officeRoutes.post(cataloguePaths.show(figureInPath), edits, async (c) => {
  await hide(placeOf(c), await idIn(c), '')
  return redirect(c, cataloguePaths.office, 'visas')
})

async function idIn(c: C): Promise<string> {
  const figure = await findOwnFigure(c.var.db, c.req.param('figure') ?? '')
  const t = textsOf(c.var.locale)
  if (!figure) throw new Problem(404, t.own.gone, [{ href: cataloguePaths.office, label: t.office.title }])
  return figure.id
}

async function showOffice(c: C, form: FormState, status: 200 | 422): Promise<Response> {
  const { locale: l, db, today } = c.var
  const [sets, known, own] = await Promise.all([listSets(db), listOfficeSets(db), listOwnFigures(db)])
  const { title, lead } = textsOf(l).office
  return page(
    c,
    { title, description: lead, noIndex: true, wide: true },
    <OfficePage
      l={l}
      sets={sets
        .filter(({ id }) => id !== membersSet)
        .map((set) => ({ ...set, figures: known.find(({ id }) => id === set.id)?.figures ?? 0 }))}
      current={currentSetOf(sets, today)}
      own={own}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}
