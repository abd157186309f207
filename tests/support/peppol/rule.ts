import type { eInvoices } from '../e-invoices.ts'
import { all, everything, textAt, type XmlNode } from '../xml.ts'

/**
 * A rule of EN 16931 or Peppol BIS Billing 3.0 under its official id, put in our own words and code: what it says,
 * whether a document follows it, and a change to one of the samples that breaks it.
 */
export interface Rule {
  id: string
  says: string
  holds: (document: XmlNode) => boolean
  broken: { sample: string; find: string | RegExp; put: string }
}

type Breach = [sample: keyof typeof eInvoices, find: string | RegExp, put: string]

export function rule(id: string, says: string, holds: Rule['holds'], [sample, find, put]: Breach): Rule {
  return { id, says, holds, broken: { sample, find, put } }
}

export const seller = 'AccountingSupplierParty/Party'
export const buyer = 'AccountingCustomerParty/Party'
export const line = (x: XmlNode) => x.children.filter(({ name }) => /^(Invoice|CreditNote)Line$/.test(name))
export const ore = (text = '') => (/^-?\d+\.\d\d$/.test(text) ? Number(text.replace('.', '')) : Number.NaN)
export const oreAt = (x: XmlNode, path: string) => ore(textAt(x, path))
export const sum = (nodes: XmlNode[], path: string) =>
  nodes.reduce((total, node) => total + oreAt(node, path), 0)
export const given =
  (...paths: string[]) =>
  (x: XmlNode) =>
    paths.every((path) => Boolean(textAt(x, path)?.trim()))
export const category = 'Item/ClassifiedTaxCategory'
export const subtotals = (x: XmlNode, id?: string) =>
  all(x, 'TaxTotal/TaxSubtotal').filter((one) => !id || textAt(one, 'TaxCategory/ID') === id)
export const linesOf = (x: XmlNode, id: string) =>
  line(x).filter((one) => textAt(one, `${category}/ID`) === id)
export const schemes = (x: XmlNode, id: string) =>
  everything(x).filter((one) => one.name === 'PartyTaxScheme' && textAt(one, 'TaxScheme/ID') === id)
export const companyNumber = (x: XmlNode) => textAt(x, `${seller}/PartyLegalEntity/CompanyID`) ?? ''
export const vatNumbers = (x: XmlNode) => schemes(x, 'VAT').map((one) => textAt(one, 'CompanyID') ?? '')
