import type { Database } from '#database/tables.ts'
import { can } from '#domains/accounts/index.ts'
import type { Actor, Asked, WaitingItem } from '#platform/http/context.ts'
import { reportingPaths } from './paths.ts'
import { listReportsOf } from './report-queries.ts'
import { textsOf } from './texts.ts'

/** Reports that somebody's own organisation is asked for, and those that wait for the person's approval. */
export async function waitingReports(
  { db, locale: l }: Asked<Database>,
  actor: Actor,
): Promise<WaitingItem[]> {
  const t = textsOf(l).waiting
  const codes = [...new Set(actor.roles.map(({ organisationCode }) => organisationCode))].filter((code) =>
    /^\d{4}$/.test(code),
  )
  const may = (action: 'reports.write' | 'reports.approve', organisationCode: string) =>
    can(actor, action, { organisationCode })
  if (!codes.some((code) => may('reports.write', code))) return []
  return (await listReportsOf(db, codes)).flatMap(
    ({ state, closed, correctionsOnly, code, name, year, dueOn }) => {
      if (closed || correctionsOnly) return []
      const text =
        state === 'open' && may('reports.write', code)
          ? t.open(year, name)
          : state === 'returned' && may('reports.write', code)
            ? t.returned(year, name)
            : state === 'submitted' && may('reports.approve', code)
              ? t.approve(year, name)
              : undefined
      return text ? [{ text, href: reportingPaths.report(code, year), due: dueOn }] : []
    },
  )
}
