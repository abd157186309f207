import { type Context, Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { type Typed, textsIn, typedIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { forgetAnswers } from './change-queries.ts'
import { PopulationTablesPage } from './pages/population-tables.tsx'
import { importPaths } from './paths.ts'
import { listPopulationTables, savePopulationTables } from './population-table-queries.ts'
import { checkTables, type TypedTable } from './rules/population-form.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** The tables that the population is taken from. */
export const populationRoutes = new Hono<AppEnv<Database>>()

populationRoutes.get(importPaths.population, only('imports.run'), async (c) => {
  const tables = await listPopulationTables(c.var.db)
  const rows = tables.map(({ id, contents, basis, sinceYear, untilYear }) => ({
    id,
    contents,
    basis,
    since: String(sinceYear),
    until: untilYear === null ? '' : String(untilYear),
  }))
  return show(c, rows, {}, 200)
})

populationRoutes.post(importPaths.population, only('imports.run'), async (c) => {
  const { db, actor } = c.var
  const rows = rowsIn(typedIn(await c.req.formData().catch(() => new FormData())))
  const checked = checkTables(rows)
  if (!checked.ok) return show(c, rows, checked.errors, 422)
  await act(db, actor, 'change the tables of the population', async (trx) => {
    await savePopulationTables(trx, checked.tables)
    for (const { id } of checked.tables) await forgetAnswers(trx, 'scb', id)
  })
  return redirect(c, importPaths.population, 'sparat')
})

function rowsIn(typed: Typed): TypedTable[] {
  const column = (name: string) => textsIn(typed, name)
  return column('tabell').map((id, i) => ({
    id,
    contents: column('innehall')[i] ?? '',
    basis: column('slag')[i] ?? '',
    since: column('fran')[i] ?? '',
    until: column('till')[i] ?? '',
  }))
}

async function show(
  c: C,
  rows: TypedTable[],
  errors: Record<string, string>,
  status: 200 | 422,
): Promise<Response> {
  const { locale: l } = c.var
  const { title, lead } = textsOf(l).tables
  return page(
    c,
    { title, description: lead, noIndex: true },
    <PopulationTablesPage l={l} rows={rows} errors={errors} done={c.req.query('klart')} />,
    status,
  )
}
