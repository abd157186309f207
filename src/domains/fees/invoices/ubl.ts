import XMLBuilder from 'fast-xml-builder'
import {
  type Buyer,
  type InvoiceDocument,
  type InvoiceLine,
  lineNet,
  type Seller,
  totalsOf,
  type Vat,
  type VatPart,
} from './document.ts'
import { CannotBeEInvoice, missingForEInvoice } from './ubl-missing.ts'
import { xmlKronor, xmlQuantity, xmlText } from './ubl-text.ts'

export { CannotBeEInvoice, type Missing, missingForEInvoice } from './ubl-missing.ts'

/** An element by the names of its children, in the order of the schema. Undefined is left out. */
interface Element {
  [name: string]: string | Element | Element[] | undefined
}

const namespaces = 'urn:oasis:names:specification:ubl:schema:xsd'
const specification = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'
const process = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'
const fTax = 'Godkänd för F-skatt'
const currency = 'SEK'
const builder = new XMLBuilder({
  format: true,
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
})

/**
 * A document as an e-invoice: UBL 2.1 Invoice or CreditNote by Peppol BIS Billing 3.0, which is EN 16931 with the
 * Swedish rules SE-R-001 to 013. Both parties are in Sweden. Throws CannotBeEInvoice when something is missing.
 */
export function ublOf(document: InvoiceDocument): string {
  const missing = missingForEInvoice(document)
  if (missing.length > 0) throw new CannotBeEInvoice(document.number, missing)
  const root = document.kind === 'invoice' ? 'Invoice' : 'CreditNote'
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    [root]: {
      '@_xmlns': `${namespaces}:${root}-2`,
      '@_xmlns:cac': `${namespaces}:CommonAggregateComponents-2`,
      '@_xmlns:cbc': `${namespaces}:CommonBasicComponents-2`,
      ...(document.kind === 'invoice' ? invoice(document) : creditNote(document)),
    },
  })
}

function invoice(document: InvoiceDocument): Element {
  return {
    ...heading(document),
    'cbc:DueDate': document.dueOn,
    'cbc:InvoiceTypeCode': '380',
    ...body(document),
    'cac:PaymentMeans': paymentMeans(document),
    ...sums(document),
    'cac:InvoiceLine': document.lines.map((line, i) => invoiceLine(line, i, 'cbc:InvoicedQuantity')),
  }
}

/** A credit note asks for no payment, so it has neither a due date nor a way to pay. */
function creditNote(document: InvoiceDocument): Element {
  return {
    ...heading(document),
    'cbc:CreditNoteTypeCode': '381',
    ...body(document),
    ...sums(document),
    'cac:CreditNoteLine': document.lines.map((line, i) => invoiceLine(line, i, 'cbc:CreditedQuantity')),
  }
}

function heading(document: InvoiceDocument): Element {
  return {
    'cbc:CustomizationID': specification,
    'cbc:ProfileID': process,
    'cbc:ID': xmlText(document.number),
    'cbc:IssueDate': document.issuedOn,
  }
}

function body({ note, buyerReference, period, credits, seller, buyer, lines }: InvoiceDocument): Element {
  return {
    'cbc:Note': xmlText(note),
    'cbc:DocumentCurrencyCode': currency,
    'cbc:BuyerReference': xmlText(buyerReference),
    'cac:InvoicePeriod': period ? { 'cbc:StartDate': period.from, 'cbc:EndDate': period.to } : undefined,
    'cac:BillingReference': credits
      ? {
          'cac:InvoiceDocumentReference': {
            'cbc:ID': xmlText(credits.number),
            'cbc:IssueDate': credits.issuedOn,
          },
        }
      : undefined,
    'cac:AccountingSupplierParty': { 'cac:Party': sellerParty(seller, lines) },
    'cac:AccountingCustomerParty': { 'cac:Party': buyerParty(buyer) },
  }
}

/** Outside the scope of VAT no VAT number may stand on the invoice (BR-O-02), approval for F-skatt may. */
function sellerParty(seller: Seller, lines: InvoiceLine[]): Element {
  const isTaxable = lines.some(({ vat }) => vat.category !== 'O')
  const schemes: Element[] = []
  if (isTaxable && seller.vatNumber) schemes.push({ 'cbc:CompanyID': seller.vatNumber, ...taxScheme('VAT') })
  if (seller.approvedForFTax) schemes.push({ 'cbc:CompanyID': fTax, ...taxScheme('TAX') })
  return {
    'cbc:EndpointID': identifier('0007', seller.organisationNumber),
    ...nameAndAddress(seller),
    'cac:PartyTaxScheme': schemes,
    ...legalEntity(seller),
    'cac:Contact': contact(seller.email, seller.phone),
  }
}

function buyerParty(buyer: Buyer): Element {
  const { electronicAddress: address } = buyer
  return {
    'cbc:EndpointID': address ? identifier(address.scheme, address.identifier) : undefined,
    ...nameAndAddress(buyer),
    ...legalEntity(buyer),
    'cac:Contact': contact(buyer.email),
  }
}

function nameAndAddress({ name, address, city, postalCode }: Seller | Buyer): Element {
  return {
    'cac:PartyName': { 'cbc:Name': xmlText(name) },
    'cac:PostalAddress': {
      'cbc:StreetName': xmlText(address),
      'cbc:CityName': xmlText(city),
      'cbc:PostalZone': xmlText(postalCode),
      'cac:Country': { 'cbc:IdentificationCode': 'SE' },
    },
  }
}

function legalEntity({ name, organisationNumber }: Seller | Buyer): Element {
  return {
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': xmlText(name),
      'cbc:CompanyID': organisationNumber === null ? undefined : identifier('0007', organisationNumber),
    },
  }
}

function contact(email: string, phone = ''): Element | undefined {
  const ways = { 'cbc:Telephone': xmlText(phone), 'cbc:ElectronicMail': xmlText(email) }
  return ways['cbc:Telephone'] || ways['cbc:ElectronicMail'] ? ways : undefined
}

function paymentMeans({ ocr, seller: { account } }: InvoiceDocument): Element {
  return {
    'cbc:PaymentMeansCode': '30',
    'cbc:PaymentID': xmlText(ocr),
    'cac:PayeeFinancialAccount': {
      'cbc:ID': account.number,
      'cac:FinancialInstitutionBranch': { 'cbc:ID': `SE:${account.kind.toUpperCase()}` },
    },
  }
}

function sums({ lines }: InvoiceDocument): Element {
  const { netOre, vatOre, totalOre, parts } = totalsOf(lines)
  return {
    'cac:TaxTotal': {
      'cbc:TaxAmount': amount(vatOre),
      'cac:TaxSubtotal': parts.map((part) => taxSubtotal(part, lines)),
    },
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': amount(netOre),
      'cbc:TaxExclusiveAmount': amount(netOre),
      'cbc:TaxInclusiveAmount': amount(totalOre),
      'cbc:PayableAmount': amount(totalOre),
    },
  }
}

/** There is one exempt category however many reasons there are (BR-E-01), so it carries all of them. */
function taxSubtotal({ vat, netOre, vatOre }: VatPart, lines: InvoiceLine[]): Element {
  const reasons = lines.flatMap((line) => (line.vat.category === 'E' ? [line.vat.reason] : []))
  return {
    'cbc:TaxableAmount': amount(netOre),
    'cbc:TaxAmount': amount(vatOre),
    'cac:TaxCategory': {
      ...categoryAndRate(vat),
      'cbc:TaxExemptionReasonCode': vat.category === 'O' ? 'VATEX-EU-O' : undefined,
      'cbc:TaxExemptionReason': vat.category === 'E' ? xmlText([...new Set(reasons)].join('; ')) : undefined,
      ...taxScheme('VAT'),
    },
  }
}

/** A price is never negative (BR-27): a line that takes something off has a negative quantity instead. */
function invoiceLine(line: InvoiceLine, index: number, quantityName: string): Element {
  const isOff = line.unitPriceOre < 0
  const quantity = isOff ? -line.quantity : line.quantity
  return {
    'cbc:ID': String(index + 1),
    [quantityName]: { '@_unitCode': 'C62', '#text': xmlQuantity(quantity) },
    'cbc:LineExtensionAmount': amount(lineNet(line)),
    'cac:Item': {
      'cbc:Description': xmlText(line.description),
      'cbc:Name': xmlText(line.name),
      'cac:ClassifiedTaxCategory': { ...categoryAndRate(line.vat), ...taxScheme('VAT') },
    },
    'cac:Price': { 'cbc:PriceAmount': amount(Math.abs(line.unitPriceOre)) },
  }
}

/** Outside the scope of VAT there is no rate (BR-O-05), exempt from it the rate is 0 (BR-E-05). */
function categoryAndRate(vat: Vat): Element {
  if (vat.category === 'O') return { 'cbc:ID': 'O' }
  return { 'cbc:ID': vat.category, 'cbc:Percent': vat.category === 'S' ? String(vat.percent) : '0' }
}

function taxScheme(id: 'VAT' | 'TAX'): Element {
  return { 'cac:TaxScheme': { 'cbc:ID': id } }
}

function identifier(scheme: string, text: string): Element {
  return { '@_schemeID': scheme, '#text': text }
}

function amount(ore: number): Element {
  return { '@_currencyID': currency, '#text': xmlKronor(ore) }
}
