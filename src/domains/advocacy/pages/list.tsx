import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { Input } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Pagination } from '#ui/components/pagination.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { type AskedFor, type FoundInArchive, queryOf } from '../archive.ts'
import type { Matter } from '../matter-queries.ts'
import { advocacyPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { weightWords } from '../weight-words.ts'
import { ArchiveFacets } from './archive-facets.tsx'
import { StateTag } from './state-tag.tsx'

export interface ListPageProps {
  l: Locale
  /** What the network works with now; nothing for visitors. */
  ongoing: Matter[]
  asked: AskedFor
  found: FoundInArchive
  responses: Matter[]
  mayBegin: boolean
}

/** What goes on, and the archive of everything that was sent. */
export function ListPage({ l, ongoing, asked, found, responses, mayBegin }: ListPageProps) {
  const t = textsOf(l).list
  const isNarrowed = queryOf({ ...asked, page: 1 }) !== ''
  return (
    <>
      <PageHeader title={t.title} lead={t.lead}>
        <p class="row">
          <a href={l.href(advocacyPaths.demands)}>{t.demands}</a>
          <a href={l.href(advocacyPaths.feed)}>{t.feed}</a>
        </p>
      </PageHeader>
      {mayBegin && (
        <p>
          <ButtonLink variant="secondary" href={l.href(advocacyPaths.begin)}>
            {t.begin}
          </ButtonLink>
        </p>
      )}
      {ongoing.length > 0 && (
        <section class="flow" aria-labelledby="pagar">
          <h2 id="pagar">{t.ongoing}</h2>
          <CardGrid>
            {ongoing.map((matter) => (
              <OngoingCard key={matter.id} l={l} matter={matter} />
            ))}
          </CardGrid>
        </section>
      )}
      <section class="flow" aria-labelledby="arkivet">
        <h2 id="arkivet">{t.archive}</h2>
        <form class="chooser flow" method="get" action={l.href(advocacyPaths.list)}>
          <div class="chooser__fields">
            <Input
              id="sok"
              name="sok"
              type="search"
              label={t.search}
              value={asked.words}
              autocomplete="off"
            />
          </div>
          <Button>{t.show}</Button>
        </form>
        <div class="library">
          <div class="flow">
            <h3>{found.total === 0 ? t.none : t.found(found.total)}</h3>
            {isNarrowed && (
              <p>
                <a href={l.href(advocacyPaths.list)}>{t.clear}</a>
              </p>
            )}
            {found.total === 0 ? (
              <EmptyState level={3} title={isNarrowed ? t.noneHelp : t.noneYet} />
            ) : (
              <CardGrid>
                {responses.map((matter) => (
                  <ResponseCard key={matter.id} l={l} matter={matter} />
                ))}
              </CardGrid>
            )}
            <Pagination
              l={l}
              page={asked.page}
              pages={found.pages}
              href={(page) => l.href(advocacyPaths.list) + queryOf({ ...asked, page })}
            />
          </div>
          <ArchiveFacets l={l} links={found.links} />
        </div>
      </section>
    </>
  )
}

function OngoingCard({ l, matter }: { l: Locale; matter: Matter }) {
  const t = textsOf(l)
  const { id, title, counterpart, deadline, language, state, kind, madeUp } = matter
  return (
    <Card
      title={<span lang={otherLanguage(language, l)}>{title}</span>}
      href={l.href(advocacyPaths.matter(id, title))}
    >
      <p class="subtle">
        {t.kinds[kind]}, {counterpart}
      </p>
      <p>
        <StateTag l={l} state={state} /> {deadline && t.list.deadline(l.date(deadline))}{' '}
        {madeUp && <MadeUpBadge label={t.madeUp} />}
      </p>
    </Card>
  )
}

function ResponseCard({ l, matter }: { l: Locale; matter: Matter }) {
  const t = textsOf(l)
  const { id, title, counterpart, language, sent, kind, madeUp, summary } = matter
  const lang = otherLanguage(language, l)
  return (
    <Card level={4} title={<span lang={lang}>{title}</span>} href={l.href(advocacyPaths.matter(id, title))}>
      <p class="subtle">
        {t.kinds[kind]}, {counterpart} {sent && `· ${l.date(sent.at)}`}{' '}
        {madeUp && <MadeUpBadge label={t.madeUp} />}
      </p>
      <p lang={lang}>{summary}</p>
      {sent && <p class="subtle">{weightWords(l, sent.weight)}</p>}
    </Card>
  )
}
