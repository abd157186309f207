import { type Locale, otherLanguage, toldIn } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/components/button.tsx'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Pagination } from '#ui/components/pagination.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { newsPaths } from '../paths.ts'
import type { NewsItem } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { LeadPicture } from './lead-picture.tsx'

export interface ListPageProps {
  l: Locale
  news: NewsItem[]
  page: number
  pages: number
  mayWrite: boolean
  mayPropose: boolean
}

/** What has happened, newest first. */
export function ListPage({ l, news, page, pages, mayWrite, mayPropose }: ListPageProps) {
  const texts = textsOf(l)
  const t = texts.list
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      {news.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <CardGrid size="large">
          {news.map((item) => (
            <NewsCard key={item.id} l={l} item={item} />
          ))}
        </CardGrid>
      )}
      <Pagination
        l={l}
        page={page}
        pages={pages}
        href={(other) => l.href(newsPaths.list) + (other > 1 ? `?sida=${other}` : '')}
      />
      <p class="row">
        {mayWrite && (
          <ButtonLink variant="secondary" href={l.href(newsPaths.office)}>
            {texts.office.new}
          </ButtonLink>
        )}
        {mayPropose && <a href={l.href(newsPaths.propose)}>{t.propose}</a>}
        <a href={l.href(newsPaths.magazine)}>{t.magazine}</a>
        <a href={l.href(newsPaths.feed)}>{t.feed}</a>
      </p>
    </>
  )
}

function NewsCard({ l, item }: { l: Locale; item: NewsItem }) {
  const { madeUp } = textsOf(l)
  const told = toldIn(item.texts, l)
  if (!told) return null
  const lang = otherLanguage(told.language, l)
  return (
    <Card
      level={2}
      title={<span lang={lang}>{told.text.title}</span>}
      href={l.href(newsPaths.item(item.slug))}
    >
      <LeadPicture picture={item.picture ?? undefined} />
      <p class="subtle">
        {item.publishAt && l.date(item.publishAt)} {item.madeUp && <MadeUpBadge label={madeUp} />}
      </p>
      <p lang={lang}>{told.text.lead}</p>
    </Card>
  )
}
