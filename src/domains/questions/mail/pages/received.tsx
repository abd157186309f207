import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { textsOf } from '../texts.ts'

export interface ReceivedPageProps {
  l: Locale
  /** Null in `refused`: taken. */
  counts: { refused: string | null; mails: number; latest: Date }[]
  /** Whether the program takes mail. */
  isOn: boolean
}

/** How many mails were taken, and how many were not, and why. */
export function ReceivedPage({ l, counts, isOn }: ReceivedPageProps) {
  const t = textsOf(l).received
  return (
    <>
      <Breadcrumbs
        l={l}
        steps={[{ href: l.href('/kansli'), label: l.language === 'sv' ? 'Kansliet' : 'Secretariat' }]}
      />
      <PageHeader title={t.title} lead={t.lead} />
      {!isOn && (
        <Notice>
          <p>{t.off}</p>
        </Notice>
      )}
      {counts.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          l={l}
          id="post"
          caption={t.title}
          captionHidden
          rows={counts}
          rowKey={({ refused }) => refused ?? 'taken'}
          columns={[
            {
              key: 'what',
              head: t.what,
              rowHead: true,
              cell: ({ refused }) => (refused === null ? t.taken : (t.reasons[refused] ?? refused)),
            },
            { key: 'count', head: t.count, numeric: true, cell: ({ mails }) => l.number(mails) },
            { key: 'latest', head: t.latest, cell: ({ latest }) => l.moment(latest) },
          ]}
        />
      )}
    </>
  )
}
