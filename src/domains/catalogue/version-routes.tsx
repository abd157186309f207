import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { currentSetOf, type KeyFigureSet, listSets } from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, textIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { inLanguage } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { decisionFields, decisionOf, typedDecision } from './decision-form.ts'
import { factsOf, figureForm, typedFigure } from './figure-form.ts'
import { weighFigure } from './figure-queries.ts'
import { rowIn, weightItems } from './figure-routes.tsx'
import { addFigure } from './office-actions.ts'
import { type C, type FormState, figureInPath, placeOf } from './own-routes.tsx'
import { NewFigurePage } from './pages/new-figure.tsx'
import { PreviewPage } from './pages/preview.tsx'
import { cataloguePaths } from './paths.ts'
import { decidedIn, setInPath } from './set-routes.tsx'
import { textsOf } from './texts.ts'

/** Figures that a meeting adds: a new version of one there is, or one without predecessor. */
export const versionRoutes = new Hono<AppEnv<Database>>()

const edits = only('catalogue.edit')
const newFigureForm = z.object({
  ...figureForm.shape,
  ...decisionFields,
  uppsattning: z.string().default(''),
})

versionRoutes.get(cataloguePaths.newVersion(figureInPath), edits, async (c) => {
  const row = await rowIn(c)
  const latest = (await setsFor(c, row.set_id)).at(-1)
  const typed = { ...typedFigure(row), ...typedDecision(latest?.reference), uppsattning: latest?.id ?? '' }
  return showForm(c, { typed, errors: {} }, 200)
})

versionRoutes.post(cataloguePaths.newVersion(figureInPath), edits, async (c) => {
  const { locale: l, db } = c.var
  const row = await rowIn(c)
  const form = await readForm(c, newFigureForm)
  const { typed } = form
  const read = form.ok ? factsOf(form.values) : form
  const set = (await setsFor(c, row.set_id)).find(({ id }) => id === textIn(typed, 'uppsattning'))
  if (!form.ok || !read.ok || !set) {
    const errors = { ...(set ? {} : { uppsattning: 'set-missing' }), ...(read.ok ? {} : read.errors) }
    return showForm(c, { typed, errors }, 422)
  }
  const step = textIn(typed, 'steg')
  if (step === 'andra') return showForm(c, { typed, errors: {} }, 200)
  if (step !== 'spara') {
    const { figure: t, preview } = textsOf(l)
    const items = [
      t.replacesIn(row.id, inLanguage(set.name, l)),
      ...weightItems(l, await weighFigure(db, row.id)),
      t.startsEmpty,
    ]
    return page(
      c,
      { title: preview.title, description: preview.title, noIndex: true },
      <PreviewPage l={l} title={preview.title} action={c.var.path} typed={typed} items={items} />,
    )
  }
  const decision = decisionOf(form.values, placeOf(c).demo)
  const id = await addFigure(placeOf(c), set.id, read.facts, { decision, replaces: row.id })
  return redirect(c, cataloguePaths.figure(id), 'version')
})

versionRoutes.get(cataloguePaths.newFigure(setInPath), edits, async (c) => {
  const set = await decidedIn(c)
  const typed = { ...typedDecision(set.reference), uppsattning: set.id, decimaler: '1' }
  return showForm(c, { typed, errors: {} }, 200)
})

versionRoutes.post(cataloguePaths.newFigure(setInPath), edits, async (c) => {
  const set = await decidedIn(c)
  const form = await readForm(c, newFigureForm)
  const read = form.ok ? factsOf(form.values) : form
  if (!form.ok || !read.ok) {
    return showForm(c, { typed: form.typed, errors: read.ok ? {} : read.errors }, 422)
  }
  const decision = decisionOf(form.values, placeOf(c).demo)
  const id = await addFigure(placeOf(c), set.id, read.facts, { decision, replaces: null })
  return redirect(c, cataloguePaths.figure(id), 'nytt')
})

/** The decided sets in which a figure of another set can get a version: the current one and those after it. */
async function setsFor(c: C, ofFigure: string): Promise<KeyFigureSet[]> {
  const { db, today } = c.var
  const decided = (await listSets(db)).filter(({ decidedYear }) => decidedYear !== null)
  const from = decided.findIndex(({ id }) => id === currentSetOf(decided, today))
  return decided.slice(Math.max(from, 0)).filter(({ id }) => id !== ofFigure)
}

async function showForm(c: C, form: FormState, status: 200 | 422): Promise<Response> {
  const { locale: l } = c.var
  const row = c.req.param('figure') === undefined ? undefined : await rowIn(c)
  const set = row ? undefined : await decidedIn(c)
  const t = textsOf(l).figure
  const title = row ? t.versionTitle(inLanguage({ sv: row.name_sv, en: row.name_en }, l)) : t.newTitle
  return page(
    c,
    { title, description: title, noIndex: true },
    <NewFigurePage
      l={l}
      title={title}
      action={c.var.path}
      replaces={row?.id}
      sets={row ? await setsFor(c, row.set_id) : set ? [set] : []}
      {...form}
    />,
    status,
  )
}
