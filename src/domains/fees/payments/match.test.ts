import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOcr, ocrOf } from '../references.ts'
import { matchPayment, type OpenInvoice } from './match.ts'
import type { IncomingPayment } from './payment.ts'

const invoiceOf = (id: number, more: Partial<OpenInvoice> = {}): OpenInvoice => ({
  id,
  number: `2026000${id}`,
  ocr: ocrOf('1382', `2026000${id}`),
  openOre: 1_657_360,
  totalOre: 1_657_360,
  buyerName: 'Falkenbergs kommun',
  buyerOrganisationNumber: '2120001231',
  state: 'open',
  ...more,
})
const paymentOf = (more: Partial<IncomingPayment>): IncomingPayment => ({
  identity: 'x',
  bookedOn: '2026-03-02',
  amountOre: 1_657_360,
  currency: 'SEK',
  reference: '',
  payerName: '',
  payerOrganisationNumber: null,
  payerAccount: '',
  ...more,
})
const one = invoiceOf(1)
const two = invoiceOf(2, { buyerName: 'Region Uppsala', buyerOrganisationNumber: '232100-0024' })
const nobody = invoiceOf(4, { buyerOrganisationNumber: null, buyerName: 'Okänd', openOre: 300 })

describe('a payment with the reference of an invoice', () => {
  test.each([one.ocr, '1382 2026 0001 2', `OCR: ${one.ocr}, tack`, `Avser 2026 faktura 1382 20260001 2`])(
    'belongs to it for certain: %s',
    (reference) => {
      expect(matchPayment(paymentOf({ reference }), [two, one])).toEqual({
        outcome: 'exact',
        reference: 'found',
        certain: one,
        allocations: [{ invoiceId: 1, amountOre: 1_657_360 }],
        suggestions: [],
      })
    },
  )

  test.each([
    ['partial', 100, 100],
    ['over', 2_000_000, 1_657_360],
  ])('is %s when the amount is another', (outcome, amountOre, placed) => {
    const match = matchPayment(paymentOf({ reference: one.ocr, amountOre }), [one])
    expect(match).toMatchObject({ outcome, certain: one, allocations: [{ invoiceId: 1, amountOre: placed }] })
  })

  test.each([
    ['already-paid', 'paid'],
    ['credited', 'credited'],
  ] as const)('is %s, and nothing is booked, when nothing is open', (outcome, state) => {
    const done = { ...one, openOre: 0, state }
    expect(matchPayment(paymentOf({ reference: one.ocr }), [done])).toMatchObject({
      outcome,
      certain: done,
      allocations: [],
    })
  })

  test('waits for somebody when it names several, or is money taken back', () => {
    const both = matchPayment(paymentOf({ reference: `${one.ocr} ${two.ocr}`, amountOre: 2_000_000 }), [
      one,
      two,
    ])
    expect(both).toMatchObject({
      outcome: 'several',
      certain: null,
      allocations: [],
      suggestions: [
        { invoice: one, amountOre: 1_657_360 },
        { invoice: two, amountOre: 342_640 },
      ],
    })
    const back = matchPayment(paymentOf({ reference: one.ocr, amountOre: -100 }), [{ ...one, state: 'paid' }])
    expect(back).toMatchObject({
      outcome: 'taken-back',
      certain: null,
      allocations: [],
      suggestions: [{ amountOre: -100 }],
    })
  })
})

describe('a payment without it', () => {
  test('is suggested by amount and organisation, more weakly by amount and name', () => {
    const byNumber = paymentOf({ payerOrganisationNumber: '2321000024', payerName: 'FALKENBERGS KOMMUN' })
    expect(matchPayment(byNumber, [one, two])).toMatchObject({
      outcome: 'exact',
      certain: null,
      allocations: [],
      suggestions: [{ invoice: two, ground: 'organisation' }],
    })
    const byName = paymentOf({ payerName: 'FALKENBERGS KOMMUN EKONOMIENHETEN' })
    expect(matchPayment(byName, [one, two]).suggestions).toMatchObject([{ invoice: one, ground: 'name' }])
    expect(matchPayment(byName, [one, invoiceOf(3)])).toMatchObject({ outcome: 'several', certain: null })
  })

  test.each([
    ['another amount', { amountOre: 1_657_361, payerOrganisationNumber: '2120001231' }],
    ['another name', { payerName: 'Falköpings kommun' }],
    ['another kind of organisation', { payerName: 'Uppsala kommun' }],
    ['a name that says nothing', { payerName: 'Kommunen' }],
    ['nothing', {}],
    ['no organisation number', { amountOre: 300 }],
  ])('is unknown with %s', (_, payment) => {
    expect(matchPayment(paymentOf(payment), [one, two, nobody])).toMatchObject({
      outcome: 'unknown',
      suggestions: [],
    })
  })

  test('is told when the reference has a wrong check digit', () => {
    const judged = (reference: string) => matchPayment(paymentOf({ reference }), [one]).reference
    expect(judged('1382202600013')).toBe('wrong')
    expect(judged('1382 2026 0001 3')).toBe('wrong')
    expect(judged('Avgift, OCR-nr 1382202600013')).toBe('wrong')
    expect(judged(ocrOf('1', '20260009'))).toBe('other')
    expect(judged('medlemsavgift 2026')).toBe('other')
    expect(judged('  ')).toBe('missing')
    expect(judged(`${one.ocr}7`)).not.toBe('found')
  })
})

describe('whatever the payment', () => {
  const invoices = fc
    .array(
      fc.record({
        openOre: fc.integer({ min: 0, max: 5000 }),
        state: fc.constantFrom('open' as const, 'paid' as const, 'credited' as const),
        ocr: fc.constantFrom(one.ocr, two.ocr, ocrOf('1', '20260003'), '1382202600013', ''),
      }),
      { maxLength: 5 },
    )
    .map((all) => all.map((more, i) => invoiceOf(i + 1, more)))
  const reference = fc
    .array(
      fc.oneof(
        fc.constantFrom(one.ocr, two.ocr, '1382202600013', '1382', '20260001', '2', ' ', 'OCR'),
        fc.string(),
      ),
    )
    .map((parts) => parts.join(' '))
  const payment = fc
    .record({
      reference,
      amountOre: fc.integer({ min: -5000, max: 5000 }),
      payerName: fc.constantFrom('', 'Falkenberg', 'Sala kommun'),
      payerOrganisationNumber: fc.constantFrom(null, '2120001231'),
    })
    .map(paymentOf)

  test('nothing is certain without a valid reference that is an invoice’s, digit by digit', () => {
    fc.assert(
      fc.property(payment, invoices, (given, all) => {
        const { certain, allocations } = matchPayment(given, all)
        if (!certain) {
          expect(allocations).toEqual([])
          return
        }
        expect(isOcr(certain.ocr)).toBe(true)
        expect(given.reference.replace(/\s/g, '')).toContain(certain.ocr)
        expect(all.filter(({ ocr }) => ocr === certain.ocr)).toHaveLength(1)
      }),
      { numRuns: 2000 },
    )
  })

  test('never more is placed than was paid, nor than is open', () => {
    fc.assert(
      fc.property(payment, invoices, (given, all) => {
        const { allocations, suggestions } = matchPayment(given, all)
        const openOre = new Map(all.map((invoice) => [invoice.id, invoice.openOre]))
        expect(allocations.reduce((sum, { amountOre }) => sum + amountOre, 0)).toBeLessThanOrEqual(
          Math.max(0, given.amountOre),
        )
        for (const { invoiceId, amountOre } of allocations) {
          expect(amountOre).toBeGreaterThan(0)
          expect(amountOre).toBeLessThanOrEqual(openOre.get(invoiceId) ?? 0)
        }
        if (given.amountOre <= 0) return
        for (const { invoice, amountOre, ground } of suggestions) {
          expect(amountOre).toBeLessThanOrEqual(Math.min(given.amountOre, invoice.openOre))
          if (ground !== 'reference') expect(amountOre).toBe(invoice.openOre)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
