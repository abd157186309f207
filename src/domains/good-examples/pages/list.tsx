import { type Locale, otherLanguage, toldIn } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { Input } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Pagination } from '#ui/components/pagination.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { type AskedFor, fieldOfFacet, queryOf } from '../asked.ts'
import type { FacetLink } from '../facet-options.ts'
import { examplePaths } from '../paths.ts'
import type { PublishedExample } from '../queries.ts'
import { type Facet, facets } from '../rules/facets.ts'
import { textsOf } from '../texts.ts'
import { ChosenFacets, FacetList } from './facets.tsx'

export interface ListPageProps {
  l: Locale
  asked: AskedFor
  /** What can be chosen in each facet, with how many there are. */
  links: Record<Facet, FacetLink[]>
  examples: PublishedExample[]
  total: number
  pages: number
}

/** The library: search, facets, and what fits. */
export function ListPage({ l, asked, links, examples, total, pages }: ListPageProps) {
  const t = textsOf(l).list
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <Search l={l} asked={asked} />
      <div class="library">
        <section class="flow" aria-labelledby="traffar">
          <h2 id="traffar">{total === 0 ? t.none : t.found(total)}</h2>
          <p class="library__jump">
            <a href="#begransa">{t.facets}</a>
          </p>
          <ChosenFacets l={l} asked={asked} links={links} />
          {total === 0 ? (
            <EmptyState level={3} title={t.noneHelp}>
              <p>
                <a href={l.href(examplePaths.list)}>{t.clear}</a>
              </p>
            </EmptyState>
          ) : (
            <CardGrid>
              {examples.map((example) => (
                <ExampleCard key={example.id} l={l} example={example} />
              ))}
            </CardGrid>
          )}
          <Pagination
            l={l}
            page={asked.page}
            pages={pages}
            href={(page) => l.href(examplePaths.list) + queryOf({ ...asked, page })}
          />
          <p class="row">
            <ButtonLink variant="secondary" href={l.href(examplePaths.mine)}>
              {t.write}
            </ButtonLink>
            <a href={l.href(examplePaths.feed)}>{t.feed}</a>
          </p>
        </section>
        <FacetList l={l} links={links} />
      </div>
    </>
  )
}

/** The words to look for; what is chosen goes along. */
function Search({ l, asked }: { l: Locale; asked: AskedFor }) {
  const t = textsOf(l).list
  return (
    <form class="chooser flow" method="get" action={l.href(examplePaths.list)}>
      <div class="chooser__fields">
        <Input
          id="sok"
          name="sok"
          type="search"
          label={t.text}
          hint={t.textHint}
          value={asked.text}
          autocomplete="off"
        />
      </div>
      {facets.flatMap((facet) =>
        asked.chosen[facet].map((value) => (
          <input key={`${facet} ${value}`} type="hidden" name={fieldOfFacet[facet]} value={value} />
        )),
      )}
      <Button>{t.show}</Button>
    </form>
  )
}

/** An example among others: a picture, what it is called, who did it and what came of it. */
export function ExampleCard({
  l,
  example,
  level = 3,
}: {
  l: Locale
  example: PublishedExample
  level?: 2 | 3
}) {
  const { list: t, madeUp } = textsOf(l)
  const title = toldIn(example.title, l)
  const summary = toldIn(example.summary, l)
  const { picture } = example
  const alt = picture && toldIn(picture.alt, l)
  if (!title) return null
  const lang = otherLanguage(title.language, l)
  return (
    <Card level={level} title={<span lang={lang}>{title.text}</span>} href={l.href(example.address)}>
      {picture && alt && (
        <img
          class="card__picture"
          src={picture.address}
          width={picture.width}
          height={picture.height}
          alt={alt.text}
          lang={otherLanguage(alt.language, l)}
          loading="lazy"
          decoding="async"
        />
      )}
      <p class="subtle">
        {t.who(example.organisation.name, example.year)} {example.madeUp && <MadeUpBadge label={madeUp} />}
      </p>
      {summary && <p lang={lang}>{summary.text}</p>}
    </Card>
  )
}
