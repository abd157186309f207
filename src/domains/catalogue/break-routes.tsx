import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { listBreaks } from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { textIn, typedIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { inLanguage } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { readBreak } from './break-form.ts'
import { countAround } from './figure-queries.ts'
import { rowIn } from './figure-routes.tsx'
import { addBreak, removeBreak } from './office-actions.ts'
import { type C, type FormState, figureInPath, placeOf } from './own-routes.tsx'
import { BreakFormPage } from './pages/break-form.tsx'
import { PreviewPage } from './pages/preview.tsx'
import { cataloguePaths } from './paths.ts'
import { textsOf } from './texts.ts'

/** Breaks in a figure's series: from a year on another method holds, and nothing is compared across it. */
export const breakRoutes = new Hono<AppEnv<Database>>()

const edits = only('catalogue.edit')

breakRoutes.get(cataloguePaths.breaks(figureInPath), edits, (c) =>
  showForm(c, { typed: { motet: 'Årsmötet' }, errors: {} }, 200),
)

breakRoutes.post(cataloguePaths.breaks(figureInPath), edits, async (c) => {
  const { locale: l, db } = c.var
  const row = await rowIn(c)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const read = readBreak(typed, placeOf(c).demo)
  if (!read.ok) return showForm(c, { typed, errors: read.errors }, 422)
  const step = textIn(typed, 'steg')
  if (step === 'andra') return showForm(c, { typed, errors: {} }, 200)
  const { year, reasonSv, reasonEn } = read.given
  if (step === 'spara') {
    return (await addBreak(placeOf(c), row.id, read.given))
      ? redirect(c, cataloguePaths.figure(row.id), 'brott')
      : showForm(c, { typed, errors: { brott_ar: 'break-taken' } }, 422)
  }
  const t = textsOf(l).breaks
  const { before, after } = await countAround(db, row.id, year)
  const reason = inLanguage({ sv: reasonSv, en: reasonEn }, l)
  return preview(c, typed, t.addTitle(year), [
    reason,
    t.cuts(year),
    t.around(l.number(before), l.number(after)),
  ])
})

const removal = cataloguePaths.removeBreak(figureInPath, ':year{\\d{4}}')

breakRoutes.get(removal, edits, async (c) => {
  const { locale: l, db } = c.var
  const [row, { year, reason }] = [await rowIn(c), await breakIn(c)]
  const t = textsOf(l).breaks
  const { before, after } = await countAround(db, row.id, year)
  return preview(c, {}, t.removeTitle(year), [
    inLanguage(reason, l),
    t.joins(year),
    t.around(l.number(before), l.number(after)),
  ])
})

breakRoutes.post(removal, edits, async (c) => {
  const row = await rowIn(c)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const { year } = await breakIn(c)
  if (textIn(typed, 'steg') === 'spara') {
    await removeBreak(placeOf(c), row.id, year)
    return redirect(c, cataloguePaths.figure(row.id), 'inget-brott')
  }
  return redirect(c, cataloguePaths.figure(row.id))
})

async function breakIn(c: C) {
  const year = Number(c.req.param('year'))
  const found = (await listBreaks(c.var.db)).find(
    (one) => one.figureId === c.req.param('figure') && one.year === year,
  )
  const t = textsOf(c.var.locale).office
  if (!found) throw new Problem(404, t.noBreak, [{ href: cataloguePaths.office, label: t.title }])
  return found
}

function preview(c: C, typed: ReturnType<typeof typedIn>, title: string, items: string[]) {
  return page(
    c,
    { title, description: title, noIndex: true },
    <PreviewPage l={c.var.locale} title={title} action={c.var.path} typed={typed} items={items} />,
  )
}

async function showForm(c: C, form: FormState, status: 200 | 422): Promise<Response> {
  const { locale: l } = c.var
  const row = await rowIn(c)
  const title = `${row.number} ${inLanguage({ sv: row.name_sv, en: row.name_en }, l)}`.trim()
  return page(
    c,
    { title: textsOf(l).breaks.add, description: title, noIndex: true },
    <BreakFormPage l={l} id={row.id} title={title} {...form} />,
    status,
  )
}
