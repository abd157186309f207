import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { applicationPaths } from '../paths.ts'
import type { Application } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { StateTag } from './parts.tsx'

export interface QueueItem {
  application: Application
  given: number
  mine: 'none' | 'draft' | 'given' | 'conflict'
}

export interface ExpertsPageProps {
  l: Locale
  queue: QueueItem[]
  done: Application[]
  today: string
  /** Whether the reader reviews; others only look on. */
  mayReview: boolean
}

/** What waits for the expert group, the most urgent first. */
export function ExpertsPage({ l, queue, done, today, mayReview }: ExpertsPageProps) {
  const texts = textsOf(l)
  const t = texts.experts
  const pathOf = mayReview ? applicationPaths.review : applicationPaths.officeOne
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <section class="flow" aria-labelledby="ko">
        <h2 id="ko">{t.queue}</h2>
        {queue.length === 0 ? (
          <EmptyState title={t.none} level={3} />
        ) : (
          <DataTable
            l={l}
            id="granska"
            caption={t.queue}
            captionHidden
            columns={[
              {
                key: 'organisation',
                head: texts.office.organisation,
                rowHead: true,
                cell: ({ application }: QueueItem) => (
                  <a href={l.href(pathOf(application.id))}>{application.organisationName}</a>
                ),
              },
              {
                key: 'due',
                head: t.due,
                cell: ({ application: { review_due_on: due } }) =>
                  due ? `${l.date(due)}${due < today ? ` (${texts.office.overdue})` : ''}` : '–',
              },
              { key: 'views', head: t.views, numeric: true, cell: ({ given }) => l.number(given) },
              ...(mayReview
                ? [{ key: 'mine', head: t.mine, cell: ({ mine }: QueueItem) => t.mineStates[mine] }]
                : []),
            ]}
            rows={queue}
            rowKey={({ application }) => String(application.id)}
          />
        )}
      </section>
      {done.length > 0 && (
        <section class="flow" aria-labelledby="lamnade">
          <h2 id="lamnade">{t.done}</h2>
          <ul class="task-list">
            {done.map((application) => (
              <li key={application.id}>
                <a href={l.href(applicationPaths.officeOne(application.id))}>
                  {application.organisationName}
                </a>
                <StateTag l={l} application={application} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
