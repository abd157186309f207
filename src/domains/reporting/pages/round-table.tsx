import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { Tag } from '#ui/components/tag.tsx'
import { reportingPaths } from '../paths.ts'
import type { Remarks } from '../report-lines.ts'
import type { Round, RoundReport } from '../round-queries.ts'
import { isOpen } from '../rules.ts'
import { textsOf } from '../texts.ts'
import { ReportTag } from './report-tag.tsx'

export interface RoundTableProps {
  l: Locale
  round: Round
  reports: RoundReport[]
  remarks: Map<string, Remarks>
}

/** The reports of a round: where each stands, how much is answered, and what to look at. */
export function RoundTable({ l, round, reports, remarks }: RoundTableProps) {
  const t = textsOf(l).round
  return (
    <DataTable
      l={l}
      id="rapporter"
      caption={t.title(round.year, round.kind)}
      captionHidden
      rows={reports}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'member',
          head: t.member,
          rowHead: true,
          cell: ({ code, name }) => <a href={l.href(reportingPaths.review(round.year, code))}>{name}</a>,
        },
        {
          key: 'state',
          head: t.state,
          cell: (report) => (
            <>
              <ReportTag l={l} state={report.state} />
              {report.deliveredOn && report.deliveredOn > round.dueOn && !round.correctionsOnly && (
                <Tag tone="outline">{t.late}</Tag>
              )}
              {isOpen(report.state) && report.reporters.length === 0 && t.nobody}
              {isOpen(report.state) && report.remindedOn && t.reminded(l.date(report.remindedOn))}
            </>
          ),
        },
        {
          key: 'answered',
          head: t.answered,
          numeric: true,
          cell: ({ answered }) => `${answered}/${round.figures.length}`,
        },
        {
          key: 'remarks',
          head: t.remarks,
          cell: ({ code }) => {
            const { odd = 0, unexplained = 0 } = remarks.get(code) ?? {}
            return odd === 0 ? '' : t.odd(odd, unexplained)
          },
        },
        {
          key: 'changed',
          head: t.changed,
          cell: ({ changedAt }) => (changedAt ? l.date(new Date(changedAt)) : '–'),
        },
      ]}
    />
  )
}
