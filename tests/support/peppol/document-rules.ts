import { all, everything, textAt } from '../xml.ts'
import {
  buyer,
  companyNumber,
  given,
  line,
  ore,
  oreAt,
  type Rule,
  rule,
  seller,
  subtotals,
  sum,
  vatNumbers,
} from './rule.ts'

/** EN 16931: what a document must hold, and how its sums hang together. */
export const documentRules: Rule[] = [
  rule('BR-01', 'names its specification', given('CustomizationID'), ['municipality', /<cbc:Cust.*\n/, '']),
  rule('BR-02', 'has a number', given('ID'), ['municipality', '<cbc:ID>20260001</cbc:ID>', '']),
  rule('BR-03', 'has a day of issue', (x) => /^\d{4}-\d\d-\d\d$/.test(textAt(x, 'IssueDate') ?? ''), [
    'municipality',
    /<cbc:IssueDate>.*\n/,
    '',
  ]),
  rule(
    'BR-04',
    'tells its type',
    (x) =>
      (textAt(x, 'InvoiceTypeCode') ?? textAt(x, 'CreditNoteTypeCode')) ===
      (x.name === 'Invoice' ? '380' : '381'),
    ['credit note', /<cbc:CreditNoteTypeCode>.*\n/, ''],
  ),
  rule('BR-05', 'is in Swedish kronor', (x) => textAt(x, 'DocumentCurrencyCode') === 'SEK', [
    'municipality',
    /<cbc:DocumentCurrencyCode>.*\n/,
    '',
  ]),
  rule('BR-06', 'names the seller', given(`${seller}/PartyLegalEntity/RegistrationName`), [
    'municipality',
    '<cbc:RegistrationName>Exempelföreningen',
    '<cbc:RegistrationName>',
  ]),
  rule('BR-07', 'names the buyer', given(`${buyer}/PartyLegalEntity/RegistrationName`), [
    'municipality',
    '<cbc:RegistrationName>Falkenbergs kommun',
    '<cbc:RegistrationName>',
  ]),
  rule(
    'BR-09',
    'says in which country the seller is',
    given(`${seller}/PostalAddress/Country/IdentificationCode`),
    ['municipality', '>SE<', '><'],
  ),
  rule(
    'BR-11',
    'says in which country the buyer is',
    given(`${buyer}/PostalAddress/Country/IdentificationCode`),
    ['municipality', />SE<(?=[\s\S]*PaymentMeansCode)(?![\s\S]*>SE<)/, '><'],
  ),
  rule('BR-16', 'has a line', (x) => line(x).length > 0, [
    'municipality',
    /<cac:InvoiceLine>[\s\S]*<\/cac:InvoiceLine>/,
    '',
  ]),
  rule(
    'BR-27',
    'has no negative price',
    (x) => line(x).every((one) => oreAt(one, 'Price/PriceAmount') >= 0),
    ['three rates', />50\.01</, '>-50.01<'],
  ),
  rule(
    'BR-29',
    'has a period that ends after it began',
    (x) => (textAt(x, 'InvoicePeriod/StartDate') ?? '') <= (textAt(x, 'InvoicePeriod/EndDate') ?? ''),
    ['municipality', '2026-12-31', '2025-12-31'],
  ),
  rule(
    'BR-50',
    'says where to pay',
    (x) => x.name === 'CreditNote' || given('PaymentMeans/PayeeFinancialAccount/ID')(x),
    ['municipality', '>50501055<', '><'],
  ),
  rule(
    'BR-55',
    'a credit note names the invoice',
    (x) => x.name === 'Invoice' || given('BillingReference/InvoiceDocumentReference/ID')(x),
    ['credit note', '<cbc:ID>20260001</cbc:ID>', ''],
  ),
  rule(
    'BR-62',
    'tells by which scheme the seller is addressed',
    (x) => all(x, `${seller}/EndpointID`)[0]?.attributes.schemeID === '0007',
    ['municipality', 'schemeID="0007"', ''],
  ),
  rule(
    'BR-63',
    'tells by which scheme the buyer is addressed',
    (x) => /^(0007|0088)$/.test(all(x, `${buyer}/EndpointID`)[0]?.attributes.schemeID ?? ''),
    ['GLN address', 'schemeID="0088"', ''],
  ),
]

export const sumRules: Rule[] = [
  rule(
    'BR-CO-10',
    'net is the sum of the lines',
    (x) => oreAt(x, 'LegalMonetaryTotal/LineExtensionAmount') === sum(line(x), 'LineExtensionAmount'),
    ['municipality', /16573\.60(<\/cbc:LineExt)/, '16573.59$1'],
  ),
  rule(
    'BR-CO-13',
    'without allowances, net is what is taxed',
    (x) =>
      oreAt(x, 'LegalMonetaryTotal/TaxExclusiveAmount') ===
      oreAt(x, 'LegalMonetaryTotal/LineExtensionAmount'),
    ['municipality', /16573\.60(<\/cbc:TaxExcl)/, '16573.61$1'],
  ),
  rule(
    'BR-CO-14',
    'VAT is the sum of its categories',
    (x) => oreAt(x, 'TaxTotal/TaxAmount') === sum(subtotals(x), 'TaxAmount'),
    ['event with VAT', '900.00', '900.01'],
  ),
  rule(
    'BR-CO-15',
    'the total is net and VAT',
    (x) =>
      oreAt(x, 'LegalMonetaryTotal/TaxInclusiveAmount') ===
      oreAt(x, 'LegalMonetaryTotal/TaxExclusiveAmount') + oreAt(x, 'TaxTotal/TaxAmount'),
    ['event with VAT', '4500.00', '4500.01'],
  ),
  rule(
    'BR-CO-16',
    'all of it is to be paid',
    (x) => oreAt(x, 'LegalMonetaryTotal/PayableAmount') === oreAt(x, 'LegalMonetaryTotal/TaxInclusiveAmount'),
    ['event with VAT', '4500.00', '4499.99'],
  ),
  rule(
    'BR-CO-17',
    'VAT is net × rate to the öre',
    (x) =>
      subtotals(x).every(
        (one) =>
          oreAt(one, 'TaxAmount') ===
          Math.round((oreAt(one, 'TaxableAmount') * Number(textAt(one, 'TaxCategory/Percent') ?? 0)) / 100),
      ),
    ['event with VAT', /<cbc:Percent>25/, '<cbc:Percent>12'],
  ),
  rule('BR-CO-18', 'VAT is broken down', (x) => subtotals(x).length > 0, [
    'municipality',
    /<cac:TaxSubtotal>[\s\S]*<\/cac:TaxSubtotal>/,
    '',
  ]),
  rule(
    'BR-CO-09',
    'VAT numbers begin with their country',
    (x) => vatNumbers(x).every((one) => one.startsWith('SE')),
    ['event with VAT', '>SE8', '>8'],
  ),
  rule('BR-CO-25', 'an invoice says when to pay', (x) => x.name === 'CreditNote' || given('DueDate')(x), [
    'municipality',
    /<cbc:DueDate>.*\n/,
    '',
  ]),
  rule('BR-CO-26', 'identifies the seller', (x) => companyNumber(x) !== '', [
    'municipality',
    /<cbc:CompanyID schemeID.*8020009992.*\n/,
    '',
  ]),
  rule(
    'BR-DEC-23',
    'amounts have two decimals',
    (x) => everything(x).every(({ attributes, text }) => !attributes.currencyID || !Number.isNaN(ore(text))),
    ['municipality', /16573\.60(<\/cbc:LineExtensionAmount>\s*<cac:Item>)/, '16573.601$1'],
  ),
]
