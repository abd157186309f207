import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { checkForm } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { localeOf } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { BookkeepingPage } from '../pages/bookkeeping.tsx'
import { feePaths } from '../paths.ts'
import { type FinanceSettings, findSettings } from '../settings-queries.ts'
import { textsOf } from '../texts.ts'
import { listBookedEvents } from './book-queries.ts'
import { sieFile } from './sie.ts'
import { turnoverOf, vouchersOf } from './vouchers.ts'

type C = Context<AppEnv<Database>>

/** What the accounting program is told. */
export const bookRoutes = new Hono<AppEnv<Database>>()

const period = z
  .object({ fran: z.iso.date('day-wrong'), till: z.iso.date('day-wrong') })
  .refine(({ fran, till }) => fran <= till && fran.slice(0, 4) === till.slice(0, 4), {
    error: 'period-wrong',
    path: ['till'],
  })

bookRoutes.get(feePaths.bookkeeping, only('fees.read'), async (c) => {
  const { locale: l, db } = c.var
  const { form, typed } = periodOf(c)
  const settings = await findSettings(db)
  const names = settings && accountNames(settings)
  const vouchers =
    form.ok && settings
      ? vouchersOf(l, await listBookedEvents(db, { from: form.values.fran, to: form.values.till }), settings)
      : undefined
  const { title, lead } = textsOf(l).bookkeeping
  return page(
    c,
    { title, description: lead, noIndex: true, wide: true },
    <BookkeepingPage
      l={l}
      typed={typed}
      errors={form.ok ? {} : form.errors}
      hasSettings={settings !== undefined}
      books={
        vouchers && {
          vouchers: vouchers.length,
          turnover: turnoverOf(vouchers).map((row) => ({
            ...row,
            name: names?.find(({ number }) => number === row.account)?.name ?? '',
          })),
          href: `${l.href(feePaths.bookkeeping)}.se?fran=${typed.fran}&till=${typed.till}`,
        }
      }
    />,
    form.ok ? 200 : 422,
  )
})

bookRoutes.get('/kansli/avgifter/:file{bokforing\\.se}', only('fees.read'), async (c) => {
  const { locale: l, db, today } = c.var
  const { form } = periodOf(c)
  const settings = await findSettings(db)
  const t = textsOf(l)
  if (!form.ok) throw new Problem(400, t.errors['period-wrong'] ?? '')
  if (!settings) throw new Problem(409, t.bookkeeping.noSettings)
  const { fran: from, till: to } = form.values
  const year = from.slice(0, 4)
  const file = sieFile({
    program: { name: 'Ekokommun', version: '1' },
    association: settings.name,
    organisationNumber: settings.organisationNumber,
    fiscalYear: { from: `${year}-01-01`, to: `${year}-12-31` },
    accounts: accountNames(settings),
    vouchers: vouchersOf(localeOf('sv'), await listBookedEvents(db, { from, to }), settings),
    generatedOn: today,
  })
  return c.body(new Uint8Array(file), 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="ekokommun-${from}-${to}.se"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
})

/** The period of the address; without one, this year up to today. */
function periodOf(c: C) {
  const { today } = c.var
  const { fran = `${today.slice(0, 4)}-01-01`, till = today } = c.req.query()
  const typed = { fran, till }
  return { typed, form: checkForm(typed, period) }
}

/** The accounts with their Swedish names, as the accounting program shows them. */
function accountNames(settings: FinanceSettings): { number: string; name: string }[] {
  const { accounts } = textsOf(localeOf('sv')).bookkeeping
  return [
    { number: settings.claimsAccount, name: accounts.claims },
    { number: settings.bankAccount, name: accounts.bank },
    { number: settings.unplacedAccount, name: accounts.unplaced },
    { number: settings.feeAccount, name: accounts.fee },
    { number: settings.salesAccount, name: accounts.sales },
    { number: settings.vatAccount, name: accounts.vat },
  ]
}
