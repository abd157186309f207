import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tabs } from '#ui/components/tabs.tsx'
import { Tag } from '#ui/components/tag.tsx'
import { reportingPaths } from '../paths.ts'
import type { Round, RoundReport } from '../round-queries.ts'
import { isOpen, type ReportState } from '../rules.ts'
import { textsOf } from '../texts.ts'

export const roundFilters = ['alla', 'vantar', 'kontrollera', 'klara'] as const
export type RoundFilter = (typeof roundFilters)[number]

/** Whether a report shows under a filter. */
const shows: Record<RoundFilter, (state: ReportState) => boolean> = {
  alla: () => true,
  vantar: (state) => isOpen(state) || state === 'submitted',
  kontrollera: (state) => state === 'approved',
  klara: (state) => state === 'verified' || state === 'published',
}

export interface RoundPageProps {
  l: Locale
  round: Round
  reports: RoundReport[]
  shown: RoundFilter
  done: string | undefined
}

/** Who has reported, what waits for the secretariat, and reminders. */
export function RoundPage({ l, round, reports, shown, done }: RoundPageProps) {
  const texts = textsOf(l)
  const t = texts.round
  const { year } = round
  const rows = reports.filter(({ state }) => shows[shown](state))
  const verified = reports.filter(({ state }) => state === 'verified').length
  const late = reports.filter(({ state }) => isOpen(state)).length
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(reportingPaths.rounds), label: texts.rounds.title }]} />
      <Done text={done === 'oppnad' ? texts.rounds.opened : done && t.notices[done]} />
      <PageHeader title={t.title(year)} lead={t.lead(l.date(round.dueOn))} />
      <p role="status">
        <strong>{t.delivered(round.delivered, round.reports)}</strong>
      </p>
      {verified > 0 && (
        <form method="post" action={l.href(reportingPaths.publish(year))}>
          <Button>{t.publish(verified)}</Button>
        </form>
      )}
      <Tabs
        label={t.filter}
        tabs={roundFilters.map((filter) => ({
          href: `${l.href(reportingPaths.round(year))}?visa=${filter}`,
          label: t.filters[filter],
          current: filter === shown,
        }))}
      />
      <DataTable
        l={l}
        id="rapporter"
        caption={t.title(year)}
        captionHidden
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'member',
            head: t.member,
            rowHead: true,
            cell: ({ code, name }) => <a href={l.href(reportingPaths.review(year, code))}>{name}</a>,
          },
          {
            key: 'state',
            head: t.state,
            cell: (report) => (
              <>
                <ReportTag l={l} state={report.state} />
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
            key: 'changed',
            head: t.changed,
            cell: ({ changedAt }) => (changedAt ? l.date(new Date(changedAt)) : '–'),
          },
        ]}
      />
      {late > 0 && (
        <form class="flow" method="post" action={l.href(reportingPaths.remind(year))}>
          <p>{t.remindText}</p>
          <Button variant="secondary">{t.remind}</Button>
        </form>
      )}
    </>
  )
}

/** Where a report stands. */
export function ReportTag({ l, state }: { l: Locale; state: ReportState }) {
  const tone =
    state === 'published' || state === 'verified' ? 'brand' : state === 'returned' ? 'warning' : 'neutral'
  return (
    <span class="row">
      <Tag tone={tone}>{textsOf(l).states[state]}</Tag>
    </span>
  )
}
