import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { page } from '#ui/page.tsx'
import { auditPageSize, listAudit, listAuditChoices } from './audit-queries.ts'
import { only } from './guard.ts'
import { AuditPage } from './pages/audit.tsx'
import { loginPaths } from './paths.ts'
import { textsOf } from './texts.ts'

const question = z.object({
  vem: z.string().trim().max(100).catch(''),
  atgard: z.string().max(100).catch(''),
  tabell: z.string().max(100).catch(''),
  fore: z.coerce.number().int().positive().optional().catch(undefined),
})

/** The log of every change. */
export const auditRoutes = new Hono<AppEnv<Database>>()

auditRoutes.get(loginPaths.audit, only('audit.read'), async (c) => {
  const { locale: l, db } = c.var
  const { vem, atgard, tabell, fore } = question.parse(c.req.query())
  const [entries, choices] = await Promise.all([
    listAudit(db, { who: vem, action: atgard, table: tabell, before: fore }),
    listAuditChoices(db),
  ])
  const { title, lead } = textsOf(l).audit
  return page(
    c,
    { title, description: lead, noIndex: true, wide: true },
    <AuditPage
      l={l}
      entries={entries.slice(0, auditPageSize)}
      more={entries.length > auditPageSize}
      choices={choices}
      chosen={{ vem, atgard, tabell, paged: fore !== undefined }}
    />,
  )
})
