import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { reportingPaths } from '../paths.ts'
import type { Report } from '../report-queries.ts'
import { textsOf } from '../texts.ts'
import { answerFields, type Change } from '../workbook-changes.ts'

export interface WorkbookPageProps {
  l: Locale
  report: Report
  changes: Change[]
  /** Cells that cannot be taken, in words. */
  faults: string[]
}

/** What a workbook would change, figure by figure, before anything is saved. */
export function WorkbookPage({ l, report, changes, faults }: WorkbookPageProps) {
  const texts = textsOf(l)
  const t = texts.workbook
  const good = changes.filter(({ error }) => error === undefined)
  return (
    <>
      <Breadcrumbs
        l={l}
        steps={[
          {
            href: l.href(reportingPaths.report(report.code, report.year)),
            label: texts.report.title(report.name, report.year),
          },
        ]}
      />
      <PageHeader title={t.title} lead={t.lead} />
      {faults.length > 0 && (
        <Notice tone="warning" role="alert" title={t.faultsTitle}>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Notice>
      )}
      {changes.length === 0 ? (
        faults.length === 0 && <p role="status">{t.nothing}</p>
      ) : (
        <DataTable
          l={l}
          id="andringar"
          caption={t.title}
          captionHidden
          rows={changes}
          rowKey={({ figureId }) => figureId}
          columns={[
            { key: 'figure', head: texts.review.figure, rowHead: true, cell: ({ title }) => title },
            { key: 'now', head: t.now, numeric: true, cell: ({ now }) => now ?? texts.review.unanswered },
            { key: 'becomes', head: t.becomes, numeric: true, cell: ({ becomes }) => becomes ?? '–' },
            {
              key: 'odd',
              head: texts.review.remarks,
              cell: ({ error, where, warnings, understood }) =>
                error === undefined
                  ? [
                      ...understood.map((how) => t.understood[how]),
                      ...warnings.map((warning) => texts.warnings[warning]),
                    ].join(' ')
                  : `${where}: ${texts.errors[error] ?? error}`,
            },
            {
              key: 'comment',
              head: texts.review.comment,
              cell: ({ typed }) => textIn(typed, 'kommentar'),
            },
          ]}
        />
      )}
      {good.length > 0 && (
        <form method="post" action={l.href(reportingPaths.saveWorkbook(report.code, report.year))}>
          {good.map((change) => (
            <Kept key={change.figureId} change={change} />
          ))}
          <Button>{t.save(good.length)}</Button>
        </form>
      )}
    </>
  )
}

/** A change as hidden fields, so that what is saved is what was shown. */
function Kept({ change }: { change: Change }) {
  const { figureId, version, typed } = change
  const fields: Typed = { ...typed, version: String(version) }
  return (
    <>
      <input type="hidden" name="rad" value={figureId} />
      {answerFields.map((field) => (
        <input key={field} type="hidden" name={`${field}-${figureId}`} value={textIn(fields, field)} />
      ))}
    </>
  )
}
