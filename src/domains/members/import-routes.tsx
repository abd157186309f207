import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { privateTable } from '#platform/http/table-response.ts'
import { patiently } from '#platform/patience.ts'
import { page } from '#ui/page.tsx'
import { largestImport, readImportFile } from './import-file.ts'
import { applyPlan, type Draft, findDraft, insertDraft, listDrafts, readKnown } from './import-queries.ts'
import { checkRow } from './import-rows.ts'
import { errorTable } from './import-table.ts'
import { ImportPage } from './pages/import.tsx'
import { type Outcome, outcomes, PreviewPage } from './pages/import-preview.tsx'
import { registerPaths } from './paths.ts'
import { type PlannedRow, planImport } from './rules/import-plan.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const pageSize = 100
/** Ten thousand people are written and made findable at once. */
const longestStatementMs = 60_000

/** Taking in a table of people and organisations: read, look, confirm. */
export const importRoutes = new Hono<AppEnv<Database>>()

importRoutes.get(registerPaths.imports, only('register.edit'), (c) => showUpload(c, null, 200))

importRoutes.post(
  registerPaths.imports,
  only('register.edit'),
  bodyLimit({
    maxSize: largestImport + 100_000,
    onError: (c: C) => showUpload(c, textsOf(c.var.locale).import.faults['file-large'], 422),
  }),
  async (c) => {
    const { db, actor, locale } = c.var
    const t = textsOf(locale).import
    const upload = (await c.req.formData().catch(() => new FormData())).get('file')
    if (!(upload instanceof File) || upload.size === 0) return showUpload(c, t.faults['file-missing'], 422)
    const table = await readImportFile(Buffer.from(await upload.arrayBuffer()))
    if ('fault' in table) return showUpload(c, t.faultOf(table.fault, table.detail ?? ''), 422)
    const fileName = upload.name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 120)
    const id = await act(db, actor, 'read a file to import', (trx) =>
      insertDraft(trx, { ...table, madeBy: actor?.personId ?? 0, fileName }),
    )
    return redirect(c, registerPaths.draft(id))
  },
)

importRoutes.get(registerPaths.draft(':id'), only('register.edit'), (c) => showDraft(c, false))

importRoutes.get(registerPaths.draftErrors(':id'), only('register.edit'), async (c) => {
  const { db, locale, today } = c.var
  const draft = await draftOf(c)
  const plan = await planOf(db, draft, today)
  return privateTable(errorTable(draft, plan, locale), 'fel.csv')
})

importRoutes.post(registerPaths.draft(':id'), only('register.edit'), async (c) => {
  const { db, actor, today } = c.var
  const { id } = await draftOf(c)
  const form = await readForm(c, z.object({ seen: z.string().default('') }))
  const result = await patiently(longestStatementMs, () =>
    act(db, actor, 'import people', async (trx) => {
      const draft = await findDraft(trx, id, true)
      if (!draft || draft.doneAt) return 'done'
      const plan = await planOf(trx, draft, today)
      if (!form.ok || form.values.seen !== fingerprint(plan)) return 'changed'
      await applyPlan(trx, plan, { draftId: id, today })
      return 'applied'
    }),
  )
  if (result === 'changed') return showDraft(c, true)
  return redirect(c, registerPaths.draft(id), result === 'applied' ? 'inlast' : undefined)
})

async function draftOf(c: C): Promise<Draft> {
  const id = c.req.param('id') ?? ''
  const draft = /^\d{1,15}$/.test(id) ? await findDraft(c.var.db, Number(id)) : undefined
  if (!draft) {
    const t = textsOf(c.var.locale).import
    throw new Problem(404, t.gone, [{ href: registerPaths.imports, label: t.title }])
  }
  return draft
}

async function planOf(db: Kysely<Database>, draft: Draft, today: string): Promise<PlannedRow[]> {
  const rows = draft.rows.map(checkRow)
  const emails = [...new Set(rows.flatMap(({ person }) => (person ? [person.email] : [])))]
  return planImport(rows, await readKnown(db, emails, today))
}

/** What somebody has seen and confirms: changes when the register has changed so that the import would do otherwise. */
function fingerprint(plan: PlannedRow[]): string {
  const seen = plan.map(({ line, outcome, effects }) => [line, outcome, effects])
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 22)
}

async function showUpload(c: C, fault: string | null | undefined, status: 200 | 422): Promise<Response> {
  const { locale: l, db } = c.var
  const { title, lead } = textsOf(l).import
  return page(
    c,
    { title, description: lead, noIndex: true },
    <ImportPage l={l} fault={fault ?? null} drafts={await listDrafts(db)} />,
    status,
  )
}

const question = z.object({
  visa: z.enum(['alla', ...outcomes]).catch('alla'),
  sida: z.coerce.number().int().min(1).catch(1),
})

async function showDraft(c: C, changed: boolean): Promise<Response> {
  const { locale: l, db, today } = c.var
  const draft = await draftOf(c)
  const plan = await planOf(db, draft, today)
  const { visa, sida } = question.parse(c.req.query())
  const shown = visa === 'alla' ? plan : plan.filter(({ outcome }) => outcome === visa)
  const count = (outcome: Outcome) => plan.filter((row) => row.outcome === outcome).length
  const title = textsOf(l).import.previewTitle(draft.fileName)
  return page(
    c,
    { title, description: title, noIndex: true, wide: true },
    <PreviewPage
      l={l}
      draft={draft}
      rows={shown.slice((sida - 1) * pageSize, sida * pageSize)}
      counts={{
        new: count('new'),
        changed: count('changed'),
        unchanged: count('unchanged'),
        error: count('error'),
      }}
      chosen={visa}
      pageNumber={sida}
      pages={Math.ceil(shown.length / pageSize)}
      seen={fingerprint(plan)}
      changed={changed}
      done={c.req.query('klart')}
    />,
    changed ? 409 : 200,
  )
}
