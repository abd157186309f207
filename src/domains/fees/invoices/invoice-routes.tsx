import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { privateTable } from '#platform/http/table-response.ts'
import { wakeJob } from '#platform/jobs/queries.ts'
import { page } from '#ui/page.tsx'
import { amount, typedKronor } from '../money.ts'
import { InvoicePage } from '../pages/invoice.tsx'
import { InvoicesPage } from '../pages/invoices.tsx'
import { feePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { invoiceFile } from './deliver.ts'
import { retryFailed } from './delivery-queries.ts'
import { fileName } from './file-names.ts'
import { type InvoiceFilter, invoiceStatuses } from './invoice-filter.ts'
import { findInvoice, listInvoiceEvents, listInvoices } from './invoice-queries.ts'
import { invoiceTable } from './invoice-table.ts'
import { creditInvoice, deliveryJob } from './issue.ts'
import { remindOfOverdue } from './remind.ts'
import { listOverdue } from './reminder-queries.ts'
import { missingForEInvoice } from './ubl.ts'

type C = Context<AppEnv<Database>>

/** Invoices and credit notes, and what is done with them. */
export const invoiceRoutes = new Hono<AppEnv<Database>>()

const number = ':number{\\d{8}}'

invoiceRoutes.get(feePaths.invoices, only('fees.read'), async (c) => {
  const { locale: l, db, actor, today } = c.var
  const filter = filterOf(c)
  const [rows, overdue] = await Promise.all([listInvoices(db, filter, today), listOverdue(db, today)])
  const { title, lead } = textsOf(l).invoices
  return page(
    c,
    { title, description: lead, noIndex: true, wide: true },
    <InvoicesPage
      l={l}
      filter={filter}
      rows={rows}
      today={today}
      toRemind={can(actor, 'fees.edit') ? overdue.length : null}
      done={c.req.query('klart')}
      count={Number(c.req.query('antal') ?? 0)}
    />,
  )
})

invoiceRoutes.get('/kansli/avgifter/:file{fakturor\\.(csv|xlsx)}', only('fees.read'), async (c) => {
  const { db, today, locale } = c.var
  const rows = await listInvoices(db, filterOf(c), today)
  return privateTable(invoiceTable(locale, rows, today), c.req.param('file'))
})

invoiceRoutes.post(feePaths.remindAll, only('fees.edit'), async (c) => {
  const sent = await remindOfOverdue(c.var.db, c.var.actor, c.var.today)
  return c.redirect(`${c.var.locale.href(feePaths.invoices)}?status=overdue&klart=paminda&antal=${sent}`, 303)
})

invoiceRoutes.get(feePaths.invoice(number), only('fees.read'), (c) => show(c))

invoiceRoutes.get(`${feePaths.invoices}/:file{\\d{8}\\.(pdf|xml)}`, only('fees.read'), (c) =>
  answerFile(c, c.req.param('file')),
)

invoiceRoutes.post(feePaths.send(number), only('fees.edit'), async (c) => {
  const { db, actor } = c.var
  const invoice = await invoiceIn(c)
  await act(db, actor, 'send an invoice again', async (trx) => {
    await retryFailed(trx, invoice.id)
    await wakeJob(trx, deliveryJob)
  })
  return redirect(c, feePaths.invoice(invoice.number), 'skickas')
})

invoiceRoutes.post(feePaths.remind(number), only('fees.edit'), async (c) => {
  const invoice = await invoiceIn(c)
  const sent = await remindOfOverdue(c.var.db, c.var.actor, c.var.today, invoice.number)
  if (sent === 0) throw new Problem(409, textsOf(c.var.locale).invoice.notReminded)
  return redirect(c, feePaths.invoice(invoice.number), 'pamind')
})

const creditSchema = z.object({
  belopp: amount('amount-wrong', { min: 1 }),
  skal: z.string().min(5, 'reason-missing').max(500, 'too-long'),
  krediterat: z.coerce.number().int(),
})

invoiceRoutes.post(feePaths.credit(number), only('fees.edit'), async (c) => {
  const { db, actor, today, locale } = c.var
  const invoice = await invoiceIn(c)
  const form = await readForm(c, creditSchema)
  if (!form.ok) return show(c, form, 422)
  const { belopp, skal, krediterat } = form.values
  const result = await creditInvoice(db, actor, {
    number: invoice.number,
    amountOre: belopp,
    reason: skal,
    issuedOn: today,
    seenCreditedOre: krediterat,
  })
  if (result.done) return redirect(c, feePaths.invoice(result.number), 'krediterad')
  if (result.reason === 'gone' || result.reason === 'changed') {
    throw new Problem(409, textsOf(locale).invoice.changed)
  }
  return show(c, { typed: form.typed, errors: { belopp: result.reason } }, 422)
})

/** A file of an invoice by its name, `20260001.pdf`; made at the first wish. */
export async function answerFile(c: C, file: string, organisationCode?: string): Promise<Response> {
  const [wanted = '', ending] = file.split('.')
  const invoice = await findInvoice(c.var.db, wanted)
  const t = textsOf(c.var.locale).invoice
  if (!invoice || (organisationCode && invoice.organisation_code !== organisationCode))
    throw new Problem(404, t.gone)
  const pdf = ending === 'pdf'
  const missing = pdf ? [] : missingForEInvoice(invoice.document)
  if (missing.length > 0)
    throw new Problem(409, t.noEInvoice(c.var.locale.list(missing.map((one) => t.missing[one]))))
  const content = await invoiceFile(c.var.db, invoice, pdf ? 'pdf' : 'peppol')
  const name = pdf ? fileName(invoice.kind, invoice.number) : `${invoice.number}.xml`
  return c.body(new Uint8Array(content), 200, {
    'content-type': pdf ? 'application/pdf' : 'application/xml',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
}

async function invoiceIn(c: C) {
  const invoice = await findInvoice(c.var.db, c.req.param('number') ?? '')
  if (!invoice) {
    const t = textsOf(c.var.locale)
    throw new Problem(404, t.invoice.gone, [{ href: feePaths.invoices, label: t.invoices.title }])
  }
  return invoice
}

async function show(
  c: C,
  form: { typed: Typed; errors: Record<string, string> } | null = null,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { locale: l, db, actor, today } = c.var
  const invoice = await invoiceIn(c)
  const [rows, events, overdue] = await Promise.all([
    listInvoices(db, { status: 'all', search: invoice.number }, today),
    listInvoiceEvents(db, invoice.id),
    listOverdue(db, today, invoice.number),
  ])
  const row = rows.find((one) => one.number === invoice.number)
  if (!row) throw new Problem(404, textsOf(l).invoice.gone)
  const t = textsOf(l).invoice
  const creditableOre = invoice.kind === 'invoice' ? row.totalOre - row.creditedOre : 0
  const title = t.title[invoice.kind](invoice.number)
  return page(
    c,
    { title, description: title, noIndex: true, wide: true },
    <InvoicePage
      l={l}
      row={row}
      document={invoice.document}
      events={events}
      today={today}
      mayEdit={can(actor, 'fees.edit')}
      missing={missingForEInvoice(invoice.document).map((one) => t.missing[one])}
      creditableOre={creditableOre}
      mayRemind={overdue.length > 0}
      typed={form?.typed ?? { belopp: typedKronor(creditableOre), krediterat: String(row.creditedOre) }}
      errors={form?.errors ?? {}}
      done={c.req.query('klart')}
    />,
    status,
  )
}

function filterOf(c: C): InvoiceFilter {
  return {
    status: z.enum(invoiceStatuses).catch('all').parse(c.req.query('status')),
    search: (c.req.query('sok') ?? '').trim().slice(0, 100),
    year: z.coerce.number().int().min(1990).max(2100).optional().catch(undefined).parse(c.req.query('ar')),
  }
}
