import type { Buyer, InvoiceDocument, InvoiceLine, Seller } from '../../src/domains/fees/invoices/document.ts'

/** A made-up association. The organisation number only has a right check digit. */
export const association: Seller = {
  name: 'Exempelföreningen',
  organisationNumber: '8020009992',
  vatNumber: 'SE802000999201',
  approvedForFTax: true,
  address: 'Exempelgatan 1',
  postalCode: '111 22',
  city: 'Exempelstad',
  email: 'ekonomi@example.org',
  phone: '070-174 06 05',
  web: 'https://example.org',
  account: { kind: 'bankgiro', number: '50501055' },
}

export const falkenberg: Buyer = {
  name: 'Falkenbergs kommun',
  organisationNumber: '2120001231',
  address: 'Box 293',
  postalCode: '311 23',
  city: 'Falkenberg',
  email: 'faktura@example.org',
  electronicAddress: { scheme: '0007', identifier: '2120001231' },
}

const region: Buyer = {
  ...falkenberg,
  name: 'Region Skåne',
  organisationNumber: '2321000255',
  electronicAddress: { scheme: '0007', identifier: '2321000255' },
}

/** 4 000 kr + 0,30 kr × 41 912 inhabitants. */
export const feeLine: InvoiceLine = {
  name: 'Medlemsavgift 2026',
  description: '4 000 kr + 0,30 kr × 41 912 invånare = 16 573,60 kr',
  quantity: 1,
  unitPriceOre: 1_657_360,
  vat: { category: 'O' },
}

/** An invoice for the fee of a municipality; whatever is given replaces its part. */
export function invoiceWith(changes: Partial<InvoiceDocument> = {}): InvoiceDocument {
  return {
    kind: 'invoice',
    number: '20260001',
    issuedOn: '2026-01-15',
    dueOn: '2026-02-14',
    ocr: '1382202600012',
    seller: association,
    buyer: falkenberg,
    buyerReference: '9001',
    period: { from: '2026-01-01', to: '2026-12-31' },
    lines: [feeLine],
    credits: null,
    note: 'Avgiften följer årsmötets beslut 2025, § 12.',
    ...changes,
  }
}

/** An invoice with one line for each way it is taxed, priced in öre. */
export function invoiceOf(...lines: [InvoiceLine['vat'], unitPriceOre: number, quantity?: number][]) {
  return invoiceWith({
    period: null,
    lines: lines.map(([vat, unitPriceOre, quantity = 1], i) => ({
      name: `Rad ${i + 1}`,
      description: 'Höstkonferensen',
      quantity,
      unitPriceOre,
      vat,
    })),
  })
}

const hostile = 'Å]]><script>&amp;"\'\u0000\u0008\ud83d \ud83c\udf3f \ufffe\r\n<!-- é مرحبا -->'

/** Documents that between them use everything an e-invoice of the association can hold. */
export const eInvoices: Record<string, InvoiceDocument> = {
  municipality: invoiceWith(),
  'region at the cap': invoiceWith({
    number: '20260002',
    buyer: region,
    lines: [{ ...feeLine, description: '4 000 kr + 0,30 kr × 150 000 invånare', unitPriceOre: 4_900_000 }],
  }),
  'credit note': invoiceWith({
    kind: 'credit-note',
    number: '20260003',
    credits: { number: '20260001', issuedOn: '2026-01-15' },
    note: 'Fakturan gick till fel medlem.',
  }),
  'credit note with VAT': {
    ...invoiceOf([{ category: 'S', percent: 25 }, 120_000]),
    kind: 'credit-note',
    credits: { number: '20260004', issuedOn: '2026-03-01' },
  },
  'event with VAT': invoiceOf([{ category: 'S', percent: 25 }, 120_000, 3]),
  'three rates': invoiceOf(
    [{ category: 'S', percent: 25 }, 99_999, 3],
    [{ category: 'S', percent: 12 }, 12_345, 7],
    [{ category: 'S', percent: 6 }, 3_333, 1.5],
    [{ category: 'S', percent: 25 }, -5_001, 2],
  ),
  exempt: invoiceOf(
    [{ category: 'E', reason: 'Utbildning, 3 kap. 8 § mervärdesskattelagen' }, 50_000],
    [{ category: 'E', reason: 'Kultur' }, 25_050],
  ),
  'exempt and taxed': invoiceOf(
    [{ category: 'E', reason: 'Utbildning' }, 50_000],
    [{ category: 'S', percent: 12 }, 25_050],
  ),
  'exempt without VAT number': {
    ...invoiceOf([{ category: 'E', reason: 'Utbildning' }, 50_000]),
    seller: { ...association, vatNumber: null },
  },
  plusgiro: invoiceWith({
    seller: {
      ...association,
      approvedForFTax: false,
      vatNumber: null,
      account: { kind: 'plusgiro', number: '9020033' },
    },
  }),
  'GLN address': invoiceWith({
    buyer: {
      ...falkenberg,
      organisationNumber: null,
      electronicAddress: { scheme: '0088', identifier: '7300010000001' },
    },
  }),
  'hostile words': invoiceWith({
    buyerReference: hostile,
    note: hostile,
    seller: {
      ...association,
      name: hostile,
      address: hostile,
      city: hostile,
      email: hostile,
      phone: hostile,
    },
    buyer: { ...falkenberg, name: hostile, address: hostile, postalCode: hostile },
    lines: [{ ...feeLine, name: hostile, description: hostile.repeat(200) }],
  }),
  'hardly anything': invoiceWith({
    note: '',
    period: null,
    seller: { ...association, email: ' ', phone: '', address: '', postalCode: '' },
    buyer: { ...falkenberg, email: '', address: '', postalCode: '', city: '' },
    lines: [{ ...feeLine, description: '\u0007', unitPriceOre: 0 }],
  }),
}
