import { type IncomingPayment, type PaymentFile, UnreadablePaymentFile } from './payment.ts'
import { dayOf, decimalOre, identified, joined, payerOrganisation, type Unnamed } from './values.ts'
import { readXml, type XmlElement } from './xml.ts'

const messages = {
  'camt.053': { root: 'BkToCstmrStmt', report: 'Stmt' },
  'camt.054': { root: 'BkToCstmrDbtCdtNtfctn', report: 'Ntfctn' },
} as const

/**
 * Reads an ISO 20022 message: camt.053.001.02 or .08 (statement), camt.054.001.02 or .08 (notification).
 *
 * Taken are booked credits (`Sts` BOOK), and booked debits that reverse a credit (`RvslInd`), which are negative.
 * Other entries are counted as skipped. A batch gives one payment for each `TxDtls`; their sum must be the entry's.
 * Several `Strd` in one `TxDtls` become payments of their own when each tells its amount (`RmtdAmt`, or `CdtNoteAmt`,
 * which is negative) and the amounts add up to the transaction; otherwise it stays one payment with all references.
 * Throws UnreadablePaymentFile.
 */
export function readCamt(text: string): PaymentFile {
  const xml = readXml(text)
  const format = formatOf(text)
  const { root, report } = messages[format]
  const message = xml.first('Document', root)
  const reports = message?.all(report) ?? []
  if (!message || reports.length === 0) throw new UnreadablePaymentFile('structure', `${root}/${report}`)
  const header = message.first('GrpHdr')
  const entries = reports.flatMap((one) => entriesOf(one))
  return {
    format,
    messageId: header?.text('MsgId') ?? '',
    account: joined(reports.map(accountOf), ', '),
    createdOn: dayOf(header?.text('CreDtTm') ?? '', 'GrpHdr/CreDtTm'),
    payments: identified(entries.flat()),
    skipped: entries.filter((payments) => payments.length === 0).length,
  }
}

/** Which message it is, by the namespace of the root element; `not-a-payment-file` for every other one. */
function formatOf(text: string): keyof typeof messages {
  const root = /<((?:[A-Za-z_][\w.-]*:)?)([A-Za-z_][\w.-]*)([^<>]*)>/.exec(
    text.replace(/<!--[\s\S]*?-->/g, ''),
  )
  const [, prefix = '', name, attributes = ''] = root ?? []
  const declaration = prefix ? `xmlns:${prefix.slice(0, -1)}` : 'xmlns'
  const spaces = [...attributes.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
  const [, , double, single] = spaces.find(([, attribute]) => attribute === declaration) ?? []
  const space = (double ?? single ?? '').replace('urn:iso:std:iso:20022:tech:xsd:', '')
  if (name === 'Document' && /^camt\.053\.001\.(?:02|08)$/.test(space)) return 'camt.053'
  if (name === 'Document' && /^camt\.054\.001\.(?:02|08)$/.test(space)) return 'camt.054'
  throw new UnreadablePaymentFile('not-a-payment-file', space || name || 'XML')
}

function accountOf(report: XmlElement): string {
  return report.text('Acct', 'Id', 'IBAN') || report.text('Acct', 'Id', 'Othr', 'Id')
}

/** The payments of each entry; none where it is no payment in. */
function entriesOf(report: XmlElement): Unnamed[][] {
  const account = accountOf(report)
  const currency = report.text('Acct', 'Ccy')
  if (currency && currency !== 'SEK') throw new UnreadablePaymentFile('currency', `${report.where}/Acct/Ccy`)
  return report.all('Ntry').map((entry) => {
    const ore = amountOf(entry, ['Amt'])
    const sign = signOf(entry)
    const status = entry.text('Sts') || entry.text('Sts', 'Cd') || entry.text('Sts', 'Prtry')
    if (!status) throw new UnreadablePaymentFile('structure', `${entry.where}/Sts`)
    const isIn = (sign === 1) !== (entry.text('RvslInd') === 'true' || entry.text('RvslInd') === '1')
    if (status !== 'BOOK' || !isIn || ore === 0) return []
    return paymentsOf(entry, account, sign * ore)
  })
}

function paymentsOf(entry: XmlElement, account: string, entryOre: number): Unnamed[] {
  const day = ['BookgDt', 'ValDt']
    .flatMap((name) => [`${name}/Dt`, `${name}/DtTm`])
    .map((path) => entry.text(...path.split('/')))
    .find(Boolean)
  const bookedOn = dayOf(day ?? '', `${entry.where}/BookgDt`)
  const details = entry.all('NtryDtls', 'TxDtls')
  const entryReference = entry.text('AcctSvcrRef')
  if (details.length === 0) {
    return [{ bankReference: entryReference, account, payment: paymentOf(entry, bookedOn, entryOre) }]
  }
  const transactions = details.map((detail) => ({
    detail,
    ore: transactionOre(detail, entryOre, details.length),
  }))
  const sum = transactions.reduce((total, { ore }) => total + ore, 0)
  if (sum !== entryOre) throw new UnreadablePaymentFile('sum', entry.where)
  return transactions.flatMap(({ detail, ore }, i) => {
    const own = detail.text('Refs', 'AcctSvcrRef')
    const numbered = details.length > 1 ? `${entryReference}/${i + 1}` : entryReference
    const bankReference = own || (entryReference && numbered)
    return partsOf(detail, paymentOf(detail, bookedOn, ore)).map((payment, part) => ({
      bankReference: bankReference && part > 0 ? `${bankReference}/part ${part + 1}` : bankReference,
      account,
      payment,
    }))
  })
}

const transactionAmounts = [['Amt'], ['AmtDtls', 'TxAmt', 'Amt'], ['AmtDtls', 'InstdAmt', 'Amt']]

/** Öre of one transaction. It may be left out where the entry has no other; it has the entry's sign unless it tells. */
function transactionOre(detail: XmlElement, entryOre: number, count: number): number {
  const path = transactionAmounts.find((names) => detail.first(...names))
  if (!path && count > 1) throw new UnreadablePaymentFile('amount', `${detail.where}/Amt`)
  if (!path) return entryOre
  const sign = detail.first('CdtDbtInd') ? signOf(detail) : Math.sign(entryOre)
  const ore = amountOf(detail, path)
  if (ore === 0) throw new UnreadablePaymentFile('amount', `${detail.where}/Amt`)
  return sign * ore
}

function signOf(element: XmlElement): 1 | -1 {
  const indicator = element.text('CdtDbtInd')
  if (indicator === 'CRDT') return 1
  if (indicator === 'DBIT') return -1
  throw new UnreadablePaymentFile('structure', `${element.where}/CdtDbtInd`)
}

function amountOf(element: XmlElement, path: string[]): number {
  const amount = element.first(...path)
  const where = amount?.where ?? `${element.where}/${path.join('/')}`
  if (!amount) throw new UnreadablePaymentFile('amount', where)
  if (amount.attribute('Ccy') !== 'SEK') throw new UnreadablePaymentFile('currency', where)
  return decimalOre(amount.text(), where)
}

type Payment = Omit<IncomingPayment, 'identity'>

/** What a transaction (or an entry without details) tells. `Dbtr` holds its name in `Pty` from version 08 on. */
function paymentOf(detail: XmlElement, bookedOn: string, amountOre: number): Payment {
  const parties = detail.first('RltdPties')
  const debtors = ['Dbtr', 'UltmtDbtr'].flatMap((name) => [
    ...(parties?.all(name, 'Pty') ?? []),
    ...(parties?.all(name) ?? []),
  ])
  const organisations = debtors
    .flatMap((debtor) => debtor.all('Id', 'OrgId', 'Othr', 'Id'))
    .map((id) => payerOrganisation(id.text()))
  const account = parties?.first('DbtrAcct', 'Id')
  const references = detail.all('RmtInf', 'Strd').map(referenceOf)
  const words = detail.all('RmtInf', 'Ustrd').map((line) => line.text())
  return {
    bookedOn,
    amountOre,
    currency: 'SEK',
    reference: joined(references) || joined(words),
    payerName: joined(
      debtors
        .map((debtor) => debtor.text('Nm'))
        .filter(Boolean)
        .slice(0, 1),
    ),
    payerOrganisationNumber: organisations.find((number) => number !== null) ?? null,
    payerAccount: account?.text('IBAN') || account?.text('Othr', 'Id') || '',
  }
}

function referenceOf(part: XmlElement): string {
  const own = part.text('CdtrRefInf', 'Ref') || part.text('RfrdDocInf', 'Nb')
  return own || joined(part.all('AddtlRmtInf').map((line) => line.text()))
}

/** A transaction that pays several invoices as one payment for each, when the file tells every amount. */
function partsOf(detail: XmlElement, whole: Payment): Payment[] {
  const structured = detail.all('RmtInf', 'Strd')
  const known = structured.every(
    (part) => part.first('RfrdDocAmt', 'RmtdAmt') ?? part.first('RfrdDocAmt', 'CdtNoteAmt'),
  )
  if (structured.length < 2 || !known) return [whole]
  const parts = structured.map((part) => {
    const isCredit = !part.first('RfrdDocAmt', 'RmtdAmt')
    const ore = amountOf(part, ['RfrdDocAmt', isCredit ? 'CdtNoteAmt' : 'RmtdAmt'])
    return { ...whole, amountOre: isCredit ? -ore : ore, reference: joined([referenceOf(part)]) }
  })
  const sum = parts.reduce((total, { amountOre }) => total + amountOre, 0)
  return sum === whole.amountOre && parts.every(({ amountOre }) => amountOre !== 0) ? parts : [whole]
}
