import type { Locale } from '#platform/i18n.ts'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { reportingPaths } from '../paths.ts'
import type { Report } from '../report-queries.ts'
import { textsOf } from '../texts.ts'
import { ReportTag } from './round.tsx'

/** The reports of the organisations that somebody reports for. */
export function MinePage({ l, reports }: { l: Locale; reports: Report[] }) {
  const t = textsOf(l).mine
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      {reports.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <ul class="people">
          {reports.map((report) => (
            <li key={`${report.code}-${report.year}`}>
              <div>
                <p>
                  <a href={l.href(reportingPaths.report(report.code, report.year))}>
                    {report.name}, {report.year}
                  </a>
                </p>
                <p class="subtle">
                  {t.due(l.date(report.dueOn))} · {t.answered(report.answered, report.figures.length)}
                </p>
              </div>
              <ReportTag l={l} state={report.state} />
            </li>
          ))}
        </ul>
      )}
      <ul>
        {[...new Map(reports.map(({ code, name }) => [code, name]))].map(([code, name]) => (
          <li key={code}>
            <a href={l.href(reportingPaths.targets(code))}>{textsOf(l).targets.link(name)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
