import { Hono } from 'hono'
import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { inAddress, only } from '#domains/accounts/index.ts'
import { organisationsNamed, populationIn } from '#domains/members/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { page } from '#ui/page.tsx'
import { listInvoices, listLedger, listYearSums } from './invoices/invoice-queries.ts'
import { answerFile } from './invoices/invoice-routes.tsx'
import { planOf } from './invoices/issue.ts'
import { listYearsBegun } from './invoices/run-queries.ts'
import { scheduleOn } from './join-routes.tsx'
import { kronor } from './money.ts'
import { DeskPage, type Waits } from './pages/desk.tsx'
import { LedgerPage } from './pages/ledger.tsx'
import { OwnInvoicesPage } from './pages/own-invoices.tsx'
import { feePaths } from './paths.ts'
import { listPayments } from './payments/payment-queries.ts'
import { feeOf } from './rules/fee.ts'
import { listSchedules } from './schedule-queries.ts'
import { textsOf } from './texts.ts'

/** The desk of the finances, each member's ledger, and its own invoices. */
export const deskRoutes = new Hono<AppEnv<Database>>()

deskRoutes.get(feePaths.desk, only('fees.read'), async (c) => {
  const { locale: l, db, today } = c.var
  const [sums, schedules, waits] = await Promise.all([
    listYearSums(db, today),
    listSchedules(db),
    waitsIn(db, today),
  ])
  const { title, lead } = textsOf(l).desk
  return page(
    c,
    { title, description: lead, noIndex: true, wide: true },
    <DeskPage l={l} year={schedules[0]?.year ?? Number(today.slice(0, 4))} sums={sums} waits={waits} />,
  )
})

/** What waits for somebody in the finances. */
export async function waitsIn(db: Kysely<Database>, today: string): Promise<Waits> {
  const [overdue, undelivered, unplaced] = await Promise.all([
    listInvoices(db, { status: 'overdue', search: '' }, today),
    listInvoices(db, { status: 'undelivered', search: '' }, today),
    listPayments(db, 'unplaced'),
  ])
  const [begun, schedules] = await Promise.all([
    listYearsBegun(db, Number(today.slice(0, 4))),
    listSchedules(db),
  ])
  const uninvoiced = await Promise.all(
    schedules
      .filter(({ year }) => begun.includes(year))
      .map(async (schedule) => ({
        year: schedule.year,
        members: (await planOf(db, schedule, today)).filter(({ issuedNumber }) => issuedNumber === null)
          .length,
      })),
  )
  return {
    overdue: overdue.length,
    undelivered: undelivered.length,
    unplaced: unplaced.length,
    uninvoiced,
  }
}

deskRoutes.get(feePaths.ledger(':code{[A-Za-z0-9-]+}'), only('fees.read'), async (c) => {
  const { locale: l, db, remember } = c.var
  const { name, code } = await organisationIn({ db, remember }, c.req.param('code'), textsOf(l).ledger.none)
  const rows = await listLedger(db, code)
  const title = textsOf(l).ledger.title(name)
  return page(
    c,
    { title, description: title, noIndex: true, wide: true },
    <LedgerPage l={l} code={code} name={name} rows={rows} />,
  )
})

deskRoutes.get(feePaths.own(':code{[A-Za-z0-9-]+}'), only('invoices.see', inAddress), async (c) => {
  const { locale: l, db, today, remember } = c.var
  const t = textsOf(l).own
  const organisation = await organisationIn({ db, remember }, c.req.param('code'), t.none)
  const [rows, schedules] = await Promise.all([
    listInvoices(db, { status: 'all', search: '', organisationCode: organisation.code }, today),
    listSchedules(db),
  ])
  const schedule = scheduleOn(schedules, today)
  const people = schedule && populationIn(organisation, schedule.populationYear)?.inhabitants
  const fee =
    schedule && people !== undefined
      ? t.fee(schedule.year, kronor(l, feeOf(schedule, organisation.kind, people).totalOre))
      : undefined
  const title = t.title(organisation.name)
  return page(
    c,
    { title, description: title, noIndex: true, wide: true },
    <OwnInvoicesPage
      l={l}
      code={organisation.code}
      name={organisation.name}
      rows={rows}
      today={today}
      fee={fee}
    />,
  )
})

deskRoutes.get(
  feePaths.ownFile(':code{[A-Za-z0-9-]+}', ':file{\\d{8}\\.(pdf|xml)}'),
  only('invoices.see', inAddress),
  (c) => answerFile(c, c.req.param('file'), c.req.param('code')),
)

async function organisationIn(
  reader: Pick<AppEnv<Database>['Variables'], 'db' | 'remember'>,
  code: string,
  gone: string,
) {
  const organisation = (await organisationsNamed(reader, { codes: [code] })).byCode.get(code)
  if (!organisation) throw new Problem(404, gone)
  return organisation
}
