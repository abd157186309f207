import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { inAddress, only } from '#domains/accounts/index.ts'
import { organisationsNamed } from '#domains/members/index.ts'
import { downloadHeaders } from '#platform/files/download.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { privateTable } from '#platform/http/table-response.ts'
import { page } from '#ui/page.tsx'
import { formTable, formWorkbook } from './files.ts'
import { loadFacts } from './load.ts'
import { FormsPage } from './pages/forms.tsx'
import { formPaths } from './paths.ts'
import { findSignOff, listForms } from './queries.ts'
import { fillForm } from './rules.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

const code = ':code{\\d{4}}'
const year = ':year{\\d{4}}'
const form = ':form{[a-z0-9-]+}'

routes.get(formPaths.forms(code, year), only('reports.write', inAddress), async (c) => {
  const { locale: l } = c.var
  const t = textsOf(l)
  const filled = await filledIn(c)
  const title = t.title(filled.name, filled.year)
  return page(
    c,
    { title, description: t.description, noIndex: true, wide: true },
    <FormsPage l={l} {...filled} />,
  )
})

routes.get(formPaths.workbook(code, year, form), only('reports.write', inAddress), async (c) => {
  const { filled, figures, fileName } = await oneIn(c)
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const bytes = await formWorkbook(filled, figures, c.var.locale)
  return c.body(new Uint8Array(bytes), 200, downloadHeaders({ name: `${fileName}.xlsx`, mediaType }))
})

routes.get(formPaths.table(code, year, form), only('reports.write', inAddress), async (c) => {
  const { filled, figures, fileName } = await oneIn(c)
  return privateTable({ ...formTable(filled, figures, c.var.locale), name: fileName }, 'formular.csv')
})

/** States in which a report has left the member's hands. */
const signedOff = ['approved', 'verified', 'published']

/** Every form of the member and year of the address, filled; a {@link Problem} before the report is signed off. */
async function filledIn(c: C) {
  const { db, locale: l, config } = c.var
  const t = textsOf(l)
  const organisation = (await organisationsNamed(c.var, { codes: [c.req.param('code') ?? ''] })).byCode.get(
    c.req.param('code') ?? '',
  )
  const asked = Number(c.req.param('year'))
  const signOff = organisation && (await findSignOff(db, organisation.code, asked))
  if (!organisation || !signOff) throw new Problem(404, t.none)
  const { code: own, name } = organisation
  if (!signedOff.includes(signOff.state)) {
    throw new Problem(409, t.notSigned, [{ href: `/rapportera/${own}/${asked}`, label: t.back }])
  }
  const forms = await listForms(db)
  const { facts, figures } = await loadFacts(
    c.var,
    l,
    {
      organisation,
      year: asked,
      signOff: { ...signOff, madeUp: signOff.madeUp || config.mode === 'demo' },
    },
    forms,
  )
  const filled = forms.map((one) => fillForm(one, facts, l.language)).filter(({ rows }) => rows.length > 0)
  return { code: own, name, year: asked, forms: filled, figures }
}

async function oneIn(c: C) {
  const { forms, figures, code: own, year: asked } = await filledIn(c)
  const filled = forms.find(({ form: { id } }) => id === c.req.param('form'))
  if (!filled) throw new Problem(404, textsOf(c.var.locale).noForm)
  return { filled, figures, fileName: `${filled.form.id}-${own}-${asked}` }
}
