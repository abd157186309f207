import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eInvoices, feeLine, invoiceWith } from '../../../../tests/support/e-invoices.ts'
import { rules } from '../../../../tests/support/peppol/rules.ts'
import { all, everything, readXml, textAt } from '../../../../tests/support/xml.ts'
import type { InvoiceDocument, InvoiceLine } from './document.ts'
import { CannotBeEInvoice, missingForEInvoice, ublOf } from './ubl.ts'

const samples = Object.entries(eInvoices)
const sample = (name: string) => {
  const document = eInvoices[name]
  if (!document) throw new Error(`No sample ${name}`)
  return document
}

/** The children of a UBL 2.1 Invoice and CreditNote in the order of the schema, those that we use. */
const order = [
  'CustomizationID',
  'ProfileID',
  'ID',
  'IssueDate',
  'DueDate',
  'InvoiceTypeCode',
  'CreditNoteTypeCode',
  'Note',
  'DocumentCurrencyCode',
  'BuyerReference',
  'InvoicePeriod',
  'BillingReference',
  'AccountingSupplierParty',
  'AccountingCustomerParty',
  'PaymentMeans',
  'TaxTotal',
  'LegalMonetaryTotal',
  'InvoiceLine',
  'CreditNoteLine',
]

describe.each(samples)('an e-invoice: %s', (_, document) => {
  test('follows every rule', () => {
    const xml = readXml(ublOf(document))
    expect(rules.filter(({ holds }) => !holds(xml)).map(({ id, says }) => `${id}: ${says}`)).toEqual([])
  })

  test('has its elements in the order of the schema', () => {
    const places = readXml(ublOf(document)).children.map(({ name }) => order.indexOf(name))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})

describe('each rule', () => {
  test.each(rules)('$id, “$says”, finds what breaks it', ({ holds, broken }) => {
    const xml = ublOf(sample(broken.sample))
    const spoilt = xml.replace(broken.find, broken.put)
    expect(spoilt, 'the change changes something').not.toBe(xml)
    expect(holds(readXml(xml))).toBe(true)
    expect(holds(readXml(spoilt))).toBe(false)
  })

  test('stands once', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  })
})

describe('what an e-invoice says', () => {
  test('is the fee of a municipality, and of a region at the cap', () => {
    const payable = (name: string) => textAt(readXml(ublOf(sample(name))), 'LegalMonetaryTotal/PayableAmount')
    expect(payable('municipality')).toBe('16573.60')
    expect(payable('region at the cap')).toBe('49000.00')
  })

  test('of a credit note is the invoice that it corrects, and nothing to pay', () => {
    const xml = readXml(ublOf(sample('credit note')))
    expect(xml.name).toBe('CreditNote')
    expect(textAt(xml, 'BillingReference/InvoiceDocumentReference/ID')).toBe('20260001')
    expect(all(xml, 'PaymentMeans')).toEqual([])
  })

  test('is words, whatever somebody typed', () => {
    const xml = ublOf(sample('hostile words'))
    expect(xml).not.toContain('<script>')
    const names = everything(readXml(xml)).filter(({ name }) => name === 'RegistrationName')
    expect(names).toHaveLength(2)
    for (const { text } of names) expect(text).toContain('script')
  })

  test('sums up however the lines are', () => {
    const vat = fc.constantFrom(
      { category: 'S', percent: 25 } as const,
      { category: 'S', percent: 12 } as const,
      { category: 'S', percent: 6 } as const,
      { category: 'E', reason: 'Utbildning' } as const,
    )
    const line = fc.record({
      name: fc.constant('Rad'),
      description: fc.string(),
      quantity: fc.integer({ min: 1, max: 999 }),
      unitPriceOre: fc.integer({ min: 0, max: 5_000_000 }),
      vat,
    })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines: InvoiceLine[]) => {
        const xml = readXml(ublOf(invoiceWith({ lines, period: null })))
        const broken = rules.filter(({ holds }) => !holds(xml)).map(({ id }) => id)
        expect(broken).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('a document that cannot be an e-invoice', () => {
  const { seller, buyer } = sample('municipality')
  const wanting: [Partial<InvoiceDocument>, string[]][] = [
    [{ buyerReference: ' ' }, ['buyer-reference']],
    [{ buyer: { ...buyer, electronicAddress: null } }, ['electronic-address']],
    [{ buyer: { ...buyer, organisationNumber: '2120001232' } }, ['buyer-organisation-number']],
    [
      { buyer: { ...buyer, electronicAddress: { scheme: '0088', identifier: '7300010000002' } } },
      ['electronic-address'],
    ],
    [{ seller: { ...seller, account: { kind: 'bankgiro', number: '50501056' } } }, ['payment-account']],
    [
      { seller: { ...seller, organisationNumber: '123' }, lines: [] },
      ['seller-organisation-number', 'lines'],
    ],
    [{ kind: 'credit-note' }, ['credited-invoice']],
    [{ lines: [feeLine, { ...feeLine, vat: { category: 'S', percent: 25 } }] }, ['unmixed-vat']],
  ]
  test.each(wanting.map(([changes, missing]) => ({ changes, missing })))(
    'lacks $missing',
    ({ changes, missing }) => {
      const document = invoiceWith(changes)
      expect(missingForEInvoice(document)).toEqual(missing)
      expect(() => ublOf(document)).toThrow(CannotBeEInvoice)
    },
  )
})
