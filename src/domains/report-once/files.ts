import type { KeyFigure } from '#domains/key-figures/index.ts'
import { type CellNote, cellName, workbookWithNotes } from '#platform/cell-notes.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import type { DataTable } from '#platform/table-files.ts'
import { provenanceLines, type ToldProvenance, tellProvenance } from './provenance.ts'
import type { FilledForm } from './rules.ts'
import { textsOf } from './texts.ts'

type Figures = Map<string, KeyFigure>

const told = [
  'figure',
  'year',
  'value',
  'unit',
  'conversion',
  'source',
  'reportedBy',
  'reportedOn',
  'approvedBy',
  'approvedOn',
  'comment',
  'remark',
] as const satisfies (keyof ToldProvenance)[]

/**
 * A filled form as a workbook: the form itself with a note on every filled cell, a sheet with the origin of each, and
 * one about the form.
 */
export function formWorkbook(filled: FilledForm, figures: Figures, l: Locale): Promise<Buffer> {
  const t = textsOf(l)
  const { form, rows } = filled
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const })
  const cells = rows.flatMap(({ cells: own, label }, row) =>
    own.flatMap(({ provenance }, column) =>
      provenance ? [{ row: row + 1, column, label, told: tellProvenance(provenance, figures, l) }] : [],
    ),
  )
  const notes: CellNote[] = cells.map((cell) => ({
    row: cell.row,
    column: cell.column,
    text: provenanceLines(cell.told, l).join('\n'),
  }))
  const head = [t.columns.cell, t.columns.row, ...told.map((key) => t.columns[key])]
  return workbookWithNotes(
    [
      {
        sheet: form.id,
        data: [
          form.columns.map((column) => bold(l.language === 'sv' ? column.label_sv : column.label_en)),
          ...rows.map((row) => row.cells.map(({ content }) => content)),
        ],
        stickyRowsCount: 1,
        columns: form.columns.map(({ fill }) => ({ width: fill === 'label' ? 52 : 18 })),
      },
      {
        sheet: t.sheets.provenance,
        data: [
          head.map(bold),
          ...cells.map((cell) => [cellName(cell), cell.label, ...told.map((key) => cell.told[key])]),
        ],
        stickyRowsCount: 1,
      },
      { sheet: t.sheets.about, data: aboutForm(filled, l).map((line) => [line]), columns: [{ width: 110 }] },
    ],
    notes,
  )
}

/** A filled form as a table for CSV: the form's own columns, and the origin of each row's value last. */
export function formTable(filled: FilledForm, figures: Figures, l: Locale): DataTable {
  const { form, rows } = filled
  const t = textsOf(l)
  return {
    name: form.id,
    columns: [
      ...form.columns.map((column) => ({
        key: column.key,
        label: l.language === 'sv' ? column.label_sv : column.label_en,
      })),
      { key: 'ursprung', label: t.provenance },
    ],
    rows: rows.map(({ cells }) => {
      const provenance = cells.findLast((cell) => cell.provenance)?.provenance
      const lines = provenance ? provenanceLines(tellProvenance(provenance, figures, l), l) : []
      return [...cells.map(({ content }) => content), lines.join('; ') || null]
    }),
    notes: aboutForm(filled, l),
  }
}

/** What must be said about a form: what is known of it, what is assumed, and what to mind in each row. */
function aboutForm({ form, rows, filled, wanted }: FilledForm, l: Locale): string[] {
  const t = textsOf(l)
  return [
    inLanguage(form.title, l),
    t.issuer(form.issuer),
    form.address,
    t.filled(filled, wanted),
    inLanguage(form.known, l),
    inLanguage(form.assumed, l),
    ...rows.flatMap(({ row, label }) => {
      const note = l.language === 'sv' ? row.note_sv : row.note_en
      return note ? [`${label}. ${t.note(note)}`] : []
    }),
  ]
}
