import { type Locale, toldIn } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { newsPaths } from '../paths.ts'
import type { NewsItem } from '../queries.ts'
import { stateOf } from '../rules.ts'
import { textsOf } from '../texts.ts'

export interface OfficePageProps {
  l: Locale
  news: NewsItem[]
  now: Date
  done: string | undefined
}

/** Everything the secretariat has written, drafts first. */
export function OfficePage({ l, news, now, done }: OfficePageProps) {
  const texts = textsOf(l)
  const t = texts.office
  return (
    <>
      <Done text={done && t.notices[done]} />
      <PageHeader title={t.title} lead={t.lead}>
        <p>
          <ButtonLink href={l.href(newsPaths.begin)}>{t.new}</ButtonLink>
        </p>
      </PageHeader>
      {news.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          l={l}
          id="nyheter-tabell"
          caption={t.title}
          captionHidden
          rows={news}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: 'title',
              head: t.item,
              rowHead: true,
              cell: (item) => (
                <>
                  <a href={l.href(newsPaths.edit(item.id))}>{toldIn(item.texts, l)?.text.title}</a>{' '}
                  {item.madeUp && <MadeUpBadge label={texts.madeUp} />}
                </>
              ),
            },
            { key: 'when', head: t.when, cell: ({ publishAt }) => (publishAt ? l.moment(publishAt) : '–') },
            {
              key: 'state',
              head: t.state,
              cell: (item) => {
                const state = stateOf(item, now)
                return (
                  <Tag tone={state === 'published' ? 'brand' : state === 'hidden' ? 'warning' : 'neutral'}>
                    {t.states[state]}
                  </Tag>
                )
              },
            },
          ]}
        />
      )}
    </>
  )
}
