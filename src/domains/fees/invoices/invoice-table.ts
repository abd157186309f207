import type { Locale } from '#platform/i18n.ts'
import type { DataTable } from '#platform/table-files.ts'
import { currencySign } from '../money.ts'
import { textsOf } from '../texts.ts'
import type { InvoiceLineItem } from './invoice-queries.ts'

/** Invoices as a table to take along; amounts in the association's currency. */
export function invoiceTable(l: Locale, rows: InvoiceLineItem[], today: string): DataTable {
  const t = textsOf(l).invoices
  return {
    name: `${t.fileName}-${today}`,
    columns: [
      { key: 'number', label: t.number },
      { key: 'kind', label: t.kind },
      { key: 'code', label: t.code },
      { key: 'member', label: t.member },
      { key: 'issued', label: t.issued },
      { key: 'due', label: t.due },
      { key: 'ocr', label: 'OCR' },
      { key: 'total', label: `${t.amount} (${currencySign(l)})` },
      { key: 'credited', label: `${t.credited} (${currencySign(l)})` },
      { key: 'paid', label: `${t.paid} (${currencySign(l)})` },
      { key: 'left', label: `${t.left} (${currencySign(l)})` },
    ],
    rows: rows.map((row) => [
      row.number,
      t.kinds[row.kind],
      row.organisationCode,
      row.organisationName,
      row.issuedOn,
      row.kind === 'invoice' ? row.dueOn : null,
      row.ocr,
      (row.kind === 'invoice' ? row.totalOre : -row.totalOre) / 100,
      row.creditedOre / 100,
      row.paidOre / 100,
      row.openOre / 100,
    ]),
    notes: [t.title, l.date(today)],
  }
}
