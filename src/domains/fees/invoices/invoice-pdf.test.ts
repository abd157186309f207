import { describe, expect, test } from 'vitest'
import {
  association,
  eInvoices,
  feeLine,
  invoiceOf,
  invoiceWith,
} from '../../../../tests/support/e-invoices.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { invoicePdf } from './invoice-pdf.ts'

const pdf = async (document = invoiceWith(), language: 'sv' | 'en' = 'sv') =>
  readPdf(await invoicePdf(document, language))

describe('an invoice on paper', () => {
  test('says who, what, how much, until when and how to pay', async () => {
    const { text } = await pdf()
    for (const words of [
      'Faktura 20260001',
      'Falkenbergs kommun',
      'Medlemsavgift 2026',
      '4 000 kr + 0,30 kr × 41 912 invånare = 16 573,60 kr',
      'Er referens 9001',
      'Period 1 januari 2026 – 31 december 2026',
      'Beskrivning Antal Pris Belopp Medlemsavgift 2026',
      '1 16 573,60 kr 16 573,60 kr',
      'Att betala 16 573,60 kr',
      'Betala senast 14 februari 2026',
      'Bankgiro 5050-1055',
      'OCR-nummer 1382202600012',
      'Avgiften följer årsmötets beslut 2025, § 12.',
      'Godkänd för F-skatt',
      'omfattas inte av mervärdesskatt',
    ]) {
      expect(text).toContain(words)
    }
  })

  test('can be walked by a screen reader: language, title, headings, a table with heads', async () => {
    const { title, language, marked, roles } = await pdf()
    expect({ title, language, marked }).toEqual({
      title: 'Faktura 20260001, Exempelföreningen',
      language: 'sv',
      marked: true,
    })
    for (const role of ['H1', 'H2', 'Table', 'TH', 'TD', 'P']) expect(roles).toContain(role)
    expect(roles.indexOf('H1'), 'the heading comes before the table').toBeLessThan(roles.indexOf('Table'))
  })

  test('calls itself PDF/UA', async () => {
    expect((await invoicePdf(invoiceWith(), 'sv')).toString('latin1')).toContain('pdfuaid')
  })

  test('with the thin spaces of real amounts is PDF/UA all the same', async () => {
    const lines = [{ ...feeLine, description: '4\u202f000\u00a0kr + 0,30\u00a0kr × 41\u2009912' }]
    const bytes = await invoicePdf(invoiceWith({ lines }), 'sv')
    expect(bytes.toString('latin1')).toContain('pdfuaid')
  })

  test('is the same to the byte whenever it is made', async () => {
    const [first, second] = await Promise.all([
      invoicePdf(invoiceWith(), 'sv'),
      invoicePdf(invoiceWith(), 'sv'),
    ])
    expect(first.equals(second)).toBe(true)
    expect(first.toString('latin1'), 'made on the day of issue').toContain('CreateDate>2026-01-15')
  })

  test('shows what somebody typed and never obeys it', async () => {
    const name = '#import "x.typ" $ 1/0 $ *fet* \\ @ref <b> #panic("aj")'
    const { text } = await pdf(invoiceWith({ buyer: { ...invoiceWith().buyer, name }, note: name }))
    expect(text).toContain('#panic("aj")')
    expect(text).toContain('*fet*')
    const hostile = await pdf(eInvoices['hostile words'])
    expect(hostile.text).toContain(']]><script>&amp;"\'')
  })

  test('goes on over several pages, numbered, when it has many lines', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => ({ ...feeLine, name: `Rad ${i + 1}` }))
    const { pages } = await pdf(invoiceWith({ lines }))
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((page, i) => {
      expect(page).toContain(`Sida ${i + 1} av ${pages.length}`)
    })
    expect(pages.join(' ')).toContain('Rad 60')
  })

  test('with VAT shows rate, base and tax', async () => {
    const { text } = await pdf(invoiceOf([{ category: 'S', percent: 25 }, 120_000, 3]))
    expect(text).toContain('25 %')
    expect(text).toContain('900,00 kr')
    expect(text).toContain('Att betala 4 500,00 kr')
    expect(text).toContain(association.vatNumber ?? '')
  })

  test('exempt from VAT names every reason', async () => {
    const { text } = await pdf(eInvoices.exempt)
    expect(text).toContain('Undantaget från mervärdesskatt: Utbildning, 3 kap. 8 § mervärdesskattelagen')
    expect(text).toContain('Undantaget från mervärdesskatt: Kultur')
  })

  test('in English is English', async () => {
    const { text, language } = await pdf(invoiceWith(), 'en')
    expect(text).toContain('Invoice 20260001')
    expect(text).toContain('SEK 16,573.60')
    expect(text).toContain('Page 1 of 1')
    expect(language).toBe('en')
  })

  test('of a region at the cap, and to a plusgiro, says so', async () => {
    expect((await pdf(eInvoices['region at the cap'])).text).toContain('Att betala 49 000,00 kr')
    expect((await pdf(eInvoices.plusgiro)).text).toContain('90 20 03-3')
  })
})

test('a credit note says that it is not to be paid, and which invoice it corrects', async () => {
  const { text } = await pdf(eInvoices['credit note'])
  expect(text).toContain('Kreditfaktura 20260003')
  expect(text).toContain('Ni ska inte betala den')
  expect(text).toContain('Faktura 20260001 av den 15 januari 2026')
  expect(text).not.toContain('Betala senast')
  expect((await pdf(eInvoices['credit note'], 'en')).text).toContain('You are not to pay it')
})
