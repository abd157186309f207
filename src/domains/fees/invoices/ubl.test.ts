import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eInvoices, feeLine, invoiceWith } from '../../../../tests/support/e-invoices.ts'
import { rules } from '../../../../tests/support/peppol/rules.ts'
import { all, everything, readXml, textAt } from '../../../../tests/support/xml.ts'
import type { InvoiceDocument, Vat } from './document.ts'
import { CannotBeEInvoice, type Missing, missingForEInvoice, ublOf } from './ubl.ts'
import { xmlKronor, xmlQuantity, xmlText } from './ubl-text.ts'

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
    expect(textAt(xml, 'BillingReference/InvoiceDocumentReference/IssueDate')).toBe('2026-01-15')
    expect(all(xml, 'PaymentMeans')).toEqual([])
  })

  test('is every fact of the document at its place', () => {
    const xml = readXml(ublOf(sample('municipality')))
    const supplier = 'AccountingSupplierParty/Party'
    const customer = 'AccountingCustomerParty/Party'
    const facts = {
      IssueDate: '2026-01-15',
      DueDate: '2026-02-14',
      Note: 'Avgiften följer årsmötets beslut 2025, § 12.',
      BuyerReference: '9001',
      'InvoicePeriod/StartDate': '2026-01-01',
      'InvoicePeriod/EndDate': '2026-12-31',
      [`${supplier}/PartyName/Name`]: 'Exempelföreningen',
      [`${supplier}/PostalAddress/StreetName`]: 'Exempelgatan 1',
      [`${supplier}/Contact/Telephone`]: '070-174 06 05',
      [`${supplier}/Contact/ElectronicMail`]: 'ekonomi@example.org',
      [`${customer}/PostalAddress/StreetName`]: 'Box 293',
      [`${customer}/PostalAddress/CityName`]: 'Falkenberg',
      [`${customer}/PostalAddress/PostalZone`]: '311 23',
      [`${customer}/PartyLegalEntity/CompanyID`]: '2120001231',
      'PaymentMeans/PaymentID': '1382202600012',
      'PaymentMeans/PayeeFinancialAccount/ID': '50501055',
      'InvoiceLine/Item/Name': 'Medlemsavgift 2026',
      'InvoiceLine/Item/Description': '4 000 kr + 0,30 kr × 41 912 invånare = 16 573,60 kr',
    }
    expect(Object.fromEntries(Object.keys(facts).map((path) => [path, textAt(xml, path)]))).toEqual(facts)
  })

  test('is each line under its own number, and every reason to be exempt', () => {
    const ids = all(readXml(ublOf(sample('three rates'))), 'InvoiceLine/ID').map(({ text }) => text)
    expect(ids).toEqual(['1', '2', '3', '4'])
    const reason = 'TaxTotal/TaxSubtotal/TaxCategory/TaxExemptionReason'
    expect(textAt(readXml(ublOf(sample('exempt'))), reason)).toBe(
      'Utbildning, 3 kap. 8 § mervärdesskattelagen; Kultur',
    )
  })

  test('is words, whatever somebody typed', () => {
    const xml = ublOf(sample('hostile words'))
    expect(xml).not.toContain('<script>')
    expect(xml.isWellFormed(), 'no halves of letters, which would change when written').toBe(true)
    const names = everything(readXml(xml)).filter(({ name }) => name === 'RegistrationName')
    expect(names).toHaveLength(2)
    for (const { text } of names) expect(text).toContain('script')
  })

  test.each([
    ['a\r\nb\rc\td', 'a\nb\nc\td'],
    ['a\u0000\u0008\ufffe\uffff\ud83d\udf3f!', 'a\ud83d\udf3f!'],
    ['\ud83d half', ' half'],
    [' \u0007\n', undefined],
  ])('keeps of the text %j what XML can carry', (text, kept) => {
    expect(xmlText(text)).toBe(kept)
  })

  test.each([
    [0, '0.00'],
    [7, '0.07'],
    [-5, '-0.05'],
    [4_900_000, '49000.00'],
  ])('writes %i öre as kronor', (ore, kronor) => {
    expect(xmlKronor(ore)).toBe(kronor)
  })

  test('writes no number that is none', () => {
    expect(xmlQuantity(0.0000001)).toMatch(/^0\.0000001/)
    expect(() => xmlKronor(0.5)).toThrow(RangeError)
    expect(() => xmlKronor(2 ** 53)).toThrow(RangeError)
    expect(() => xmlQuantity(Number.NaN)).toThrow(RangeError)
  })

  test('sums up however the lines are', () => {
    const taxed = fc.constantFrom<Vat[]>(
      { category: 'S', percent: 25 },
      { category: 'S', percent: 12 },
      { category: 'S', percent: 6 },
      { category: 'E', reason: 'Utbildning' },
    )
    // Prices below zero take something off, quantities have decimals: there öre are lost, if anywhere.
    const linesWith = (vat: fc.Arbitrary<Vat>) =>
      fc.array(
        fc.record({
          name: fc.constant('Rad'),
          description: fc.string(),
          quantity: fc.oneof(
            fc.integer({ min: 1, max: 999 }),
            fc.integer({ min: 1, max: 99_999 }).map((thousandths) => thousandths / 1000),
          ),
          unitPriceOre: fc.integer({ min: -5_000_000, max: 5_000_000 }),
          vat,
        }),
        { minLength: 1, maxLength: 12 },
      )
    const outside = fc.constant<Vat>({ category: 'O' })
    const kind = fc.constantFrom<Partial<InvoiceDocument>[]>(
      { kind: 'invoice' },
      { kind: 'credit-note', credits: { number: '20260001', issuedOn: '2026-01-15' } },
    )
    fc.assert(
      fc.property(fc.oneof(linesWith(taxed), linesWith(outside)), kind, (lines, changes) => {
        const xml = readXml(ublOf(invoiceWith({ ...changes, lines, period: null })))
        const broken = rules.filter(({ holds }) => !holds(xml)).map(({ id }) => id)
        expect(broken).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

describe('a document that cannot be an e-invoice', () => {
  const { seller, buyer } = sample('municipality')
  const taxed = { ...feeLine, vat: { category: 'S', percent: 25 } } as const
  const exempt = { ...feeLine, vat: { category: 'E', reason: 'Utbildning' } } as const
  const withoutVatNumber = { ...seller, vatNumber: null }
  const wanting: [Partial<InvoiceDocument>, Missing[]][] = [
    [{ buyer: { ...buyer, name: '\u0007 ' } }, ['buyer-name']],
    [{ seller: { ...seller, name: '' } }, ['seller-name']],
    [{ seller: withoutVatNumber, lines: [taxed] }, ['seller-vat-number']],
    [{ seller: { ...withoutVatNumber, approvedForFTax: false }, lines: [exempt] }, ['seller-vat-number']],
    [{ seller: { ...seller, vatNumber: 'SE8020009992' }, lines: [taxed] }, ['seller-vat-number']],
    [{ lines: [feeLine, { ...feeLine, name: ' ' }] }, ['line-name']],
    [{ lines: [{ ...exempt, vat: { category: 'E', reason: '' } }] }, ['exemption-reason']],
    [{ seller: { ...seller, account: { kind: 'plusgiro', number: '9020034' } } }, ['payment-account']],
    [{ buyerReference: ' ' }, ['buyer-reference']],
    [{ buyer: { ...buyer, electronicAddress: null } }, ['electronic-address']],
    [{ buyer: { ...buyer, organisationNumber: '2120001232' } }, ['buyer-organisation-number']],
    [{ buyer: { ...buyer, organisationNumber: '002120001231' } }, ['buyer-organisation-number']],
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
    [{ lines: [feeLine, taxed] }, ['unmixed-vat']],
  ]
  test.each(wanting.map(([changes, missing]) => ({ changes, missing })))(
    'lacks $missing',
    ({ changes, missing }) => {
      const document = invoiceWith(changes)
      expect(missingForEInvoice(document)).toEqual(missing)
      expect(() => ublOf(document)).toThrow(new CannotBeEInvoice(document.number, missing))
    },
  )
})
