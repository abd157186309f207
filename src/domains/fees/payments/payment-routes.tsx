import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { can, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { amount, typedKronor } from '../money.ts'
import { PaymentPage } from '../pages/payment.tsx'
import { PaymentsPage } from '../pages/payments.tsx'
import { feePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { matchPayment } from './match.ts'
import { UnreadablePaymentFile } from './payment.ts'
import {
  findPayment,
  listAllocations,
  listFiles,
  listForMatching,
  listPayments,
  type PaymentRow,
} from './payment-queries.ts'
import { largestPaymentFile, readPaymentFile } from './read-payment-file.ts'
import { placePayment, settlePayment, takeIn, unplacePayment } from './take-in.ts'

type C = Context<AppEnv<Database>>

/** Payments: the bank's files in, and somebody's yes to what is not certain. */
export const paymentRoutes = new Hono<AppEnv<Database>>()

paymentRoutes.get(feePaths.payments, only('fees.read'), (c) => showList(c, undefined, 200))

paymentRoutes.post(
  feePaths.payments,
  only('fees.edit'),
  bodyLimit({
    maxSize: largestPaymentFile + 100_000,
    onError: (c: C) => showList(c, textsOf(c.var.locale).payments.faults['too-large'](), 422),
  }),
  async (c) => {
    const { db, actor, today, locale: l } = c.var
    const t = textsOf(l).payments
    const upload = (await c.req.formData().catch(() => new FormData())).get('fil')
    if (!(upload instanceof File) || upload.size === 0) return showList(c, t.faults.missing(), 422)
    const bytes = new Uint8Array(await upload.arrayBuffer())
    const read = readable(bytes)
    if (read instanceof UnreadablePaymentFile) {
      return showList(c, t.faults[read.reason](read.where), 422)
    }
    const name = upload.name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 120)
    const result = await takeIn(db, actor, { name, bytes, file: read, today })
    if (!result.done) {
      const { before } = result
      return showList(
        c,
        t.before(before?.name ?? name, l.moment(before?.readAt ?? new Date()), before?.readBy ?? ''),
        409,
      )
    }
    const { added, placed, left, known } = result
    return c.redirect(`${l.href(feePaths.payments)}?inlast=${added}-${placed}-${left}-${known}`, 303)
  },
)

function readable(bytes: Uint8Array) {
  try {
    return readPaymentFile(bytes)
  } catch (error) {
    if (error instanceof UnreadablePaymentFile) return error
    throw error
  }
}

const address = ':id{\\d{1,12}}'

paymentRoutes.get(feePaths.payment(address), only('fees.read'), (c) => showOne(c, null, 200))

const placing = z.object({
  faktura: z
    .string('invoice-missing')
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{8}$/, 'invoice-missing')),
  belopp: amount('amount-wrong', { min: 1 }),
})

paymentRoutes.post(feePaths.payment(address), only('fees.edit'), async (c) => {
  const { db, actor, today } = c.var
  const { id } = await paymentIn(c)
  const form = await readForm(c, placing)
  if (!form.ok) return showOne(c, form, 422)
  const { faktura, belopp } = form.values
  const result = await placePayment(db, actor, {
    paymentId: id,
    invoiceNumber: faktura,
    amountOre: belopp,
    today,
  })
  if (result === 'placed') return redirect(c, feePaths.payment(id), 'placerad')
  if (result === 'gone') throw new Problem(409, textsOf(c.var.locale).payment.changed)
  const field = result === 'no-invoice' ? 'faktura' : 'belopp'
  return showOne(c, { typed: form.typed, errors: { [field]: result } }, 422)
})

const note = z.string('note-missing').min(5, 'note-missing').max(300, 'too-long')

paymentRoutes.post(feePaths.settle(address), only('fees.edit'), async (c) => {
  const { db, actor, today } = c.var
  const { id } = await paymentIn(c)
  const form = await readForm(c, z.object({ anteckning: note, kvar: z.coerce.number().int() }))
  if (!form.ok) return showOne(c, form, 422)
  const settled = await settlePayment(db, actor, {
    paymentId: id,
    note: form.values.anteckning,
    seenLeftOre: form.values.kvar,
    today,
  })
  if (!settled) throw new Problem(409, textsOf(c.var.locale).payment.changed)
  return redirect(c, feePaths.payment(id), 'klar')
})

paymentRoutes.post(feePaths.takeBack(address), only('fees.edit'), async (c) => {
  const { db, actor, today } = c.var
  const { id } = await paymentIn(c)
  const form = await readForm(c, z.object({ faktura: z.string().regex(/^\d{8}$/), skal: note }))
  if (!form.ok) {
    const { faktura } = form.typed
    return showOne(c, { typed: form.typed, errors: { [`skal-${faktura}`]: form.errors.skal ?? '' } }, 422)
  }
  const { faktura, skal } = form.values
  const undone = await unplacePayment(db, actor, { paymentId: id, invoiceNumber: faktura, note: skal, today })
  if (!undone) throw new Problem(409, textsOf(c.var.locale).payment.changed)
  return redirect(c, feePaths.payment(id), 'tillbaka')
})

async function paymentIn(c: C): Promise<PaymentRow> {
  const payment = await findPayment(c.var.db, Number(c.req.param('id')))
  if (payment) return payment
  const t = textsOf(c.var.locale)
  throw new Problem(404, t.payment.gone, [{ href: feePaths.payments, label: t.payments.title }])
}

async function showList(c: C, fault: string | undefined, status: 200 | 409 | 422): Promise<Response> {
  const { locale: l, db, actor } = c.var
  const which = c.req.query('visa') === 'alla' ? 'all' : 'unplaced'
  const [rows, files] = await Promise.all([listPayments(db, which), listFiles(db)])
  const [, added, placed, left, known] = /^(\d+)-(\d+)-(\d+)-(\d+)$/.exec(c.req.query('inlast') ?? '') ?? []
  const t = textsOf(l).payments
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true, wide: true },
    <PaymentsPage
      l={l}
      which={which}
      rows={rows}
      files={files}
      mayEdit={can(actor, 'fees.edit')}
      fault={fault}
      taken={added && t.taken(Number(added), Number(placed), Number(left), Number(known))}
    />,
    status,
  )
}

async function showOne(
  c: C,
  form: { typed: Typed; errors: Record<string, string> } | null,
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db, actor } = c.var
  const payment = await paymentIn(c)
  const [allocations, invoices] = await Promise.all([listAllocations(db, payment.id), listForMatching(db)])
  const leftOre = payment.amountOre - payment.placedOre
  const match =
    leftOre === 0 ? undefined : matchPayment({ ...payment, amountOre: leftOre, currency: 'SEK' }, invoices)
  const t = textsOf(l)
  const title = t.payment.title(
    l.number(payment.amountOre / 100, 2),
    payment.payerName || t.payments.unknownPayer,
  )
  return page(
    c,
    { title, description: title, noIndex: true, wide: true },
    <PaymentPage
      l={l}
      payment={payment}
      match={match}
      allocations={allocations}
      mayEdit={can(actor, 'fees.edit')}
      typed={form?.typed ?? { belopp: typedKronor(Math.abs(leftOre)) }}
      errors={form?.errors ?? {}}
      done={c.req.query('klart')}
    />,
    status,
  )
}
