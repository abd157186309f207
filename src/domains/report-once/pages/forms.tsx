import type { KeyFigure } from '#domains/key-figures/index.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { Details } from '#ui/components/details.tsx'
import { DownloadLinks } from '#ui/components/download-links.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { formPaths } from '../paths.ts'
import { provenanceLines, tellProvenance, written } from '../provenance.ts'
import type { FilledCell, FilledForm, FilledRow } from '../rules.ts'
import { textsOf } from '../texts.ts'

export interface FormsPageProps {
  l: Locale
  code: string
  name: string
  year: number
  forms: FilledForm[]
  figures: Map<string, KeyFigure>
}

/** The forms of others that a member's report fills in: how far, what is missing, and the files. */
export function FormsPage(props: FormsPageProps) {
  const { l, code, name, year, forms } = props
  const t = textsOf(l)
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(`/rapportera/${code}/${year}`), label: t.back }]} />
      <PageHeader title={t.title(name, year)} lead={t.lead} />
      {forms.map((filled) => (
        <OneForm key={filled.form.id} filled={filled} {...props} />
      ))}
    </>
  )
}

function OneForm({ l, code, year, figures, filled }: FormsPageProps & { filled: FilledForm }) {
  const t = textsOf(l)
  const { form, rows } = filled
  const id = `formular-${form.id}`
  const missing = rows.filter((row) => row.missing).map(({ label }) => label)
  const reported = rows.filter((row) => valueCell(row)?.provenance?.given?.origin === 'report').length
  return (
    <section class="flow" aria-labelledby={id}>
      <h2 id={id}>{inLanguage(form.title, l)}</h2>
      <p class="subtle">
        {t.issuer(form.issuer)}, <a href={form.address}>{new URL(form.address).hostname}</a>
      </p>
      <p>
        <strong>{t.filled(filled.filled, filled.wanted)}</strong>{' '}
        {t.origins(reported, filled.filled - reported)}
      </p>
      <DefinitionList
        items={[
          ...(missing.length > 0 ? [{ term: t.missing, meaning: l.list(missing) }] : []),
          { term: t.known, meaning: inLanguage(form.known, l) },
          { term: t.assumed, meaning: inLanguage(form.assumed, l) },
        ]}
      />
      <DownloadLinks
        l={l}
        id={`filer-${form.id}`}
        files={[
          { href: l.href(formPaths.workbook(code, year, form.id)), label: 'XLSX' },
          { href: l.href(formPaths.table(code, year, form.id)), label: t.csv },
        ]}
      />
      <Details summary={t.preview}>
        <DataTable
          l={l}
          id={`tabell-${form.id}`}
          caption={t.caption(inLanguage(form.title, l))}
          rows={rows}
          rowKey={({ row }) => row.id}
          columns={[
            { key: 'label', head: t.field, rowHead: true, cell: ({ label }) => label },
            { key: 'value', head: t.value, numeric: true, cell: (row) => shown(valueCell(row)?.content, l) },
            {
              key: 'provenance',
              head: t.provenance,
              cell: (row) => <Origin l={l} row={row} figures={figures} />,
            },
          ]}
        />
      </Details>
    </section>
  )
}

function Origin({ l, row, figures }: { l: Locale; row: FilledRow; figures: Map<string, KeyFigure> }) {
  const t = textsOf(l)
  const provenance = valueCell(row)?.provenance
  const note = l.language === 'sv' ? row.row.note_sv : row.row.note_en
  const lines = provenance
    ? provenanceLines(tellProvenance(provenance, figures, l), l)
    : [row.missing ? t.noValue : t.byHand]
  return (
    <>
      {[...lines, ...(note ? [t.note(note)] : [])].map((line) => (
        <span key={line} class="form-origin">
          {line}
        </span>
      ))}
    </>
  )
}

/** The last cell of a row with an origin is its value: years and parts stand before it. */
function valueCell({ cells }: FilledRow): FilledCell | undefined {
  return cells.findLast(({ provenance }) => provenance !== null)
}

function shown(content: string | number | null | undefined, l: Locale): string {
  return typeof content === 'number' ? written(content, l) : (content ?? '–')
}
