import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { newsPaths } from '../paths.ts'
import type { Proposal } from '../proposals/proposal-queries.ts'
import { textsOf } from '../texts.ts'

/** What members have proposed, the unanswered first. */
export function ProposalsPage({
  l,
  proposals,
  done,
}: {
  l: Locale
  proposals: Proposal[]
  done: string | undefined
}) {
  const texts = textsOf(l)
  const t = texts.proposals
  return (
    <>
      <Done text={done && texts.office.notices[done]} />
      <PageHeader title={t.title} lead={t.lead} />
      {proposals.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          l={l}
          id="forslag-tabell"
          caption={t.title}
          captionHidden
          stacked
          rows={proposals}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: 'title',
              head: t.proposal,
              rowHead: true,
              cell: ({ id, title, madeUp }) => (
                <>
                  <a href={l.href(newsPaths.proposal(id))}>{title}</a>{' '}
                  {madeUp && <MadeUpBadge label={texts.madeUp} />}
                </>
              ),
            },
            { key: 'from', head: t.from, cell: ({ organisation }) => organisation.name },
            { key: 'at', head: t.at, cell: ({ proposedAt }) => l.date(proposedAt) },
            {
              key: 'state',
              head: texts.office.state,
              cell: ({ state, newsSlug }) => (
                <Tag tone={state === 'waiting' ? 'warning' : 'neutral'}>
                  {newsSlug ? t.published : t.states[state]}
                </Tag>
              ),
            },
          ]}
        />
      )}
    </>
  )
}
