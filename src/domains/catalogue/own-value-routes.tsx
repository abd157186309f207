import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { inAddress, only } from '#domains/accounts/index.ts'
import { loadFigureData, warningsOf } from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { type Typed, textIn, typedIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { canReport, reportOwnValue } from './own-actions.ts'
import { readOwnValue } from './own-form.ts'
import {
  type C,
  codeInPath,
  type FormState,
  figureIn,
  figureInPath,
  memberIn,
  overtaken,
  placeOf,
} from './own-routes.tsx'
import { amountOf, expectationOf, valueBefore } from './own-values.ts'
import { titleOf } from './pages/own-list.tsx'
import { OwnValuePage } from './pages/own-value.tsx'
import { cataloguePaths } from './paths.ts'
import { textsOf } from './texts.ts'

/** A year's value of an own key figure, by somebody who follows it. */
export const ownValueRoutes = new Hono<AppEnv<Database>>()

const path = cataloguePaths.value(codeInPath, figureInPath)
const mayEdit = only('own-figures.edit', inAddress)

ownValueRoutes.get(path, mayEdit, async (c) => show(c, null, 200))

ownValueRoutes.post(path, mayEdit, async (c) => {
  const [member, figure] = [await memberIn(c), await figureIn(c)]
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const read = readOwnValue(typed, c.var.today)
  if (!read.ok) return show(c, { typed, errors: read.errors }, 422)
  const here = cataloguePaths.ownFigure(member.code, figure.id)
  if (!(await reportOwnValue(placeOf(c), member, figure.id, read.value))) throw overtaken(c, here)
  const { year, value, comment } = read.value
  const data = await loadFigureData(c.var, figure.id, null, [member.code])
  const odd =
    value !== null &&
    comment === '' &&
    warningsOf(value, expectationOf(data, figure, member.code, year)).length > 0
  return odd
    ? redirect(c, `${cataloguePaths.value(member.code, figure.id)}?ar=${year}`, 'ovanligt')
    : redirect(c, here, 'varde')
})

async function show(c: C, sent: FormState | null, status: 200 | 422): Promise<Response> {
  const { locale: l, today } = c.var
  const [{ code, name }, figure] = [await memberIn(c), await figureIn(c)]
  if (!canReport(figure, code)) throw overtaken(c, cataloguePaths.ownFigure(code, figure.id))
  const data = await loadFigureData(c.var, figure.id, null, [code])
  const lastYear = Number(today.slice(0, 4)) - 1
  const year = Number(c.req.query('ar') ?? lastYear)
  const reading = data.byCode.get(code)?.find((one) => one.year === year)
  const written: Typed = {
    ar: String(year),
    varde: reading && reading.value !== null ? String(reading.value).replace('.', ',') : '',
    saknas: reading?.missing ?? '',
    kommentar: reading?.comment ?? '',
  }
  const { typed, errors } = sent ?? { typed: written, errors: {} }
  const before = valueBefore(data, code, Number(textIn(typed, 'ar')))
  const value = reading?.value ?? null
  const asksAgain = c.req.query('klart') === 'ovanligt' && value !== null
  const title = textsOf(l).value.title(titleOf(figure, l))
  return page(
    c,
    { title, description: title, noIndex: true },
    <OwnValuePage
      l={l}
      code={code}
      name={name}
      figure={figure}
      before={before && { year: before.year, value: amountOf(figure, before.value, l) }}
      warnings={asksAgain ? warningsOf(value, expectationOf(data, figure, code, year)) : []}
      typed={typed}
      errors={errors}
    />,
    status,
  )
}
