import type { Locale } from '#platform/i18n.ts'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tag } from '#ui/components/tag.tsx'
import { reportingPaths } from '../paths.ts'
import type { Report } from '../report-queries.ts'
import { isOpen, roundKey } from '../rules.ts'
import { textsOf } from '../texts.ts'
import { ReportTag } from './report-tag.tsx'

export interface MinePageProps {
  l: Locale
  reports: Report[]
  /** The organisations that somebody reports for, whether or not they are asked for anything. */
  organisations: { code: string; name: string }[]
  /** `YYYY-MM-DD`. */
  today: string
}

/** The reports of the organisations that somebody reports for. */
export function MinePage({ l, reports, organisations, today }: MinePageProps) {
  const texts = textsOf(l)
  const t = texts.mine
  const rounds = new Map(
    reports.filter(({ correctionsOnly }) => !correctionsOnly).map((one) => [roundKey(one), one]),
  )
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
                  {report.correctionsOnly
                    ? t.correction
                    : `${t.due(l.date(report.dueOn))} · ${t.answered(report.answered, report.figures.length)}`}
                </p>
              </div>
              <span class="row">
                {isOpen(report.state) && !report.correctionsOnly && report.dueOn < today && (
                  <Tag tone="warning">{t.overdue}</Tag>
                )}
                <ReportTag l={l} state={report.state} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <h2 id="mer">{t.more}</h2>
      <ul>
        {[...rounds].map(([key, { year }]) => (
          <li key={key}>
            <a href={l.href(reportingPaths.progress(key))}>{texts.progress.title(year)}</a>
          </li>
        ))}
        {organisations.map(({ code, name }) => (
          <li key={code}>
            <a href={l.href(reportingPaths.targets(code))}>{texts.targets.link(name)}</a>
            {' · '}
            <a href={l.href(reportingPaths.correction(code))}>{texts.correction.link(name)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
