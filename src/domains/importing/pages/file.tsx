import type { KeyFigure } from '#domains/key-figures/index.ts'
import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Details } from '#ui/components/details.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { ImportFile } from '../file/file-queries.ts'
import type { Preview } from '../file/preview.ts'
import { importPaths } from '../paths.ts'
import { headingRow } from '../rules/guess.ts'
import { textsOf } from '../texts.ts'
import { FilePreview } from './file-preview.tsx'
import { MappingForm } from './mapping-form.tsx'

export interface FilePageProps {
  l: Locale
  file: ImportFile
  figures: KeyFigure[]
  titles: Map<string, string>
  typed: Typed
  errors: Record<string, string>
  /** Null until somebody has said what the columns mean. */
  preview: Preview | null
}

const sampleRows = 5

/** What the columns of a file mean, and what the file would change. */
export function FilePage(props: FilePageProps) {
  const { l, file, errors, preview, titles } = props
  const texts = textsOf(l)
  const t = texts.files
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(importPaths.front), label: texts.front.title },
          { href: l.href(importPaths.files), label: t.title },
        ]}
      />
      <PageHeader title={t.mapTitle(file.fileName)} lead={t.mapLead} />
      {preview && <FilePreview l={l} file={file} preview={preview} titles={titles} />}
      <Details summary={t.sample} open={!preview}>
        {file.tables.map((table, i) => (
          <Sample key={table.name} l={l} table={table} number={i} />
        ))}
      </Details>
      <MappingForm {...props} />
    </>
  )
}

function Sample({ l, table, number }: { l: Locale; table: ImportFile['tables'][number]; number: number }) {
  const t = textsOf(l).files
  const at = Math.max(0, headingRow(table))
  const headings = table.rows[at]?.cells ?? []
  return (
    <DataTable
      l={l}
      id={`rader-${number}`}
      caption={table.name ? t.sheetOf(table.name) : t.table}
      rows={table.rows.slice(at + 1, at + 1 + sampleRows)}
      rowKey={({ line }) => String(line)}
      columns={[
        { key: 'line', head: t.line, rowHead: true, cell: ({ line }) => line },
        ...headings.map((heading, i) => ({
          key: `column-${i}`,
          head: String(heading),
          cell: ({ cells }: { cells: (string | number)[] }) => String(cells[i] ?? ''),
        })),
      ]}
    />
  )
}
