import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { listBreaks, listSets } from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, textIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { givesBreak, readBreak } from './break-form.ts'
import { factsOf, figureForm, meaningOf, typedFigure } from './figure-form.ts'
import { type FigureRow, findFigureRow, type Weight, weighFigure } from './figure-queries.ts'
import { changeFigure } from './office-actions.ts'
import { type C, type FormState, figureInPath, placeOf } from './own-routes.tsx'
import { FigurePage } from './pages/figure.tsx'
import { PreviewPage } from './pages/preview.tsx'
import { cataloguePaths } from './paths.ts'
import { demandsOf, type Touch, touchedBy } from './rules/changes.ts'
import { textsOf } from './texts.ts'

/** A key figure of the meetings, changed where it stands. */
export const figureRoutes = new Hono<AppEnv<Database>>()

const edits = only('catalogue.edit')
const path = cataloguePaths.figure(figureInPath)

figureRoutes.get(path, edits, async (c) =>
  showFigure(c, { typed: { ...typedFigure(await rowIn(c)), motet: 'Årsmötet' }, errors: {} }, 200),
)

figureRoutes.post(path, edits, async (c) => {
  const row = await rowIn(c)
  const form = await readForm(c, figureForm)
  const { typed } = form
  const wrong = (errors: Record<string, string>) => showFigure(c, { typed, errors }, 422)
  const read = form.ok ? factsOf(form.values) : form
  const broken = givesBreak(typed) ? readBreak(typed, placeOf(c).demo) : null
  if (!form.ok || !read.ok || broken?.ok === false) {
    return wrong({ ...(read.ok ? {} : read.errors), ...(broken?.ok === false ? broken.errors : {}) })
  }
  if (textIn(typed, 'steg') === 'andra') return showFigure(c, { typed, errors: {} }, 200)

  const methodBreak = broken?.given ?? null
  const { samma: sameMeaning, version: seen } = form.values
  const touched = touchedBy(meaningOf(row), meaningOf(read.facts))
  const weight = await weighFigure(c.var.db, row.id)
  const demands = demandsOf(touched, { values: weight.values, withBreak: methodBreak !== null, sameMeaning })
  if (demands.length > 0) {
    return wrong(Object.fromEntries(demands.map((demand) => [fieldOf(demand, touched), `figure-${demand}`])))
  }
  const isHeavy = (touched.length > 0 || methodBreak !== null) && weight.values + weight.openRounds.length > 0
  if (isHeavy && textIn(typed, 'steg') !== 'spara') {
    const { figure: t, preview } = textsOf(c.var.locale)
    const items = [
      ...touched.map((touch) => t.touches[touch]),
      ...(methodBreak ? [t.withBreak(methodBreak.year)] : []),
      ...weightItems(c.var.locale, weight),
    ]
    return page(
      c,
      { title: preview.title, description: preview.title, noIndex: true },
      <PreviewPage l={c.var.locale} title={preview.title} action={c.var.path} typed={typed} items={items} />,
    )
  }
  const saved = await changeFigure(placeOf(c), row.id, read.facts, { seen, sameMeaning, methodBreak })
  if (saved === 'changed') return wrong({ namn: 'figure-changed' })
  if (saved === 'break-taken') return wrong({ brott_ar: 'break-taken' })
  return redirect(c, cataloguePaths.figure(row.id), 'sparat')
})

/** The field at which a demand is told. */
function fieldOf(demand: ReturnType<typeof demandsOf>[number], touched: Touch[]): string {
  if (demand === 'same-meaning') return 'samma'
  return demand === 'break-or-version' ? 'taljare' : touched.includes('unit') ? 'enhet' : 'riktning'
}

/** What hangs on a figure, in sentences. */
export function weightItems(l: Locale, weight: Weight): string[] {
  const t = textsOf(l).figure
  const { values, organisations, firstYear, lastYear, openRounds, targets } = weight
  return [
    ...(firstYear !== null && lastYear !== null
      ? [t.values(l.number(values), organisations, firstYear, lastYear)]
      : []),
    ...openRounds.map((year) => t.openRound(year)),
    ...(targets > 0 ? [t.targets(targets)] : []),
  ]
}

/** The figure of the address with its raw words. Throws a 404. */
export async function rowIn(c: C): Promise<FigureRow> {
  const row = await findFigureRow(c.var.db, c.req.param('figure') ?? '')
  const t = textsOf(c.var.locale).office
  if (!row) throw new Problem(404, t.noFigure, [{ href: cataloguePaths.office, label: t.title }])
  return row
}

/** The page of a figure, with its forms. */
async function showFigure(c: C, form: FormState, status: 200 | 422): Promise<Response> {
  const { locale: l, db } = c.var
  const row = await rowIn(c)
  const [sets, breaks, weight] = await Promise.all([listSets(db), listBreaks(db), weighFigure(db, row.id)])
  const title = `${row.number} ${inLanguage({ sv: row.name_sv, en: row.name_en }, l)}`.trim()
  return page(
    c,
    { title, description: title, noIndex: true },
    <FigurePage
      l={l}
      title={title}
      id={row.id}
      set={sets.find(({ id }) => id === row.set_id)}
      weight={weightItems(l, weight)}
      hasValues={weight.values > 0}
      breaks={breaks.filter(({ figureId }) => figureId === row.id)}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}
