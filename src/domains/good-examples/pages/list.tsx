import { type Locale, otherLanguage, toldIn } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { Details } from '#ui/components/details.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { Input, type Option, Select } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Pagination } from '#ui/components/pagination.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { type AskedFor, type FacetField, queryOf } from '../asked.ts'
import { examplePaths } from '../paths.ts'
import type { PublishedExample } from '../queries.ts'
import { textsOf } from '../texts.ts'

export interface ListPageProps {
  l: Locale
  asked: AskedFor
  /** What can be chosen in each facet, with how many there are. */
  options: Record<FacetField, Option[]>
  examples: PublishedExample[]
  total: number
  pages: number
}

/** The library: search, facets, and what fits. */
export function ListPage({ l, asked, options, examples, total, pages }: ListPageProps) {
  const t = textsOf(l).list
  const narrowed = queryOf({ ...asked, sida: 1 }) !== ''
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <Filters l={l} asked={asked} options={options} />
      <section class="flow" aria-labelledby="traffar">
        <h2 id="traffar">{total === 0 ? t.none : t.found(total)}</h2>
        {total === 0 ? (
          <EmptyState level={3} title={t.noneHelp}>
            <p>
              <a href={l.href(examplePaths.list)}>{t.clear}</a>
            </p>
          </EmptyState>
        ) : (
          <CardGrid size="large">
            {examples.map((example) => (
              <ExampleCard key={example.id} l={l} example={example} />
            ))}
          </CardGrid>
        )}
        <Pagination
          l={l}
          page={asked.sida}
          pages={pages}
          href={(page) => l.href(examplePaths.list) + queryOf({ ...asked, sida: page })}
        />
        {narrowed && total > 0 && (
          <p>
            <a href={l.href(examplePaths.list)}>{t.clear}</a>
          </p>
        )}
      </section>
      <p class="row">
        <ButtonLink variant="secondary" href={l.href(examplePaths.mine)}>
          {t.write}
        </ButtonLink>
        <a href={l.href(examplePaths.feed)}>{t.feed}</a>
      </p>
    </>
  )
}

function Filters({ l, asked, options }: Pick<ListPageProps, 'l' | 'asked' | 'options'>) {
  const t = textsOf(l).list
  const facets: [FacetField, string][] = [
    ['nyckeltal', t.figure],
    ['kriterium', t.criterion],
    ['mal', t.sdg],
    ['lan', t.county],
    ['grupp', t.group],
    ['organisation', t.organisation],
  ]
  return (
    <form class="chooser flow" method="get" action={l.href(examplePaths.list)}>
      <div class="chooser__fields">
        <Input
          id="sok"
          name="sok"
          type="search"
          label={t.text}
          hint={t.textHint}
          value={asked.sok}
          autocomplete="off"
        />
      </div>
      <Details summary={t.more} open={facets.some(([field]) => asked[field] !== '')}>
        <div class="chooser__fields">
          {facets.map(([field, label]) => (
            <Select
              key={field}
              id={field}
              name={field}
              label={label}
              value={asked[field]}
              options={[{ value: '', label: t.any }, ...options[field]]}
            />
          ))}
        </div>
      </Details>
      <Button>{t.show}</Button>
    </form>
  )
}

/** An example among others: what it is called, who did it and what came of it. */
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
  if (!title) return null
  const lang = otherLanguage(title.language, l)
  return (
    <Card level={level} title={<span lang={lang}>{title.text}</span>} href={l.href(example.address)}>
      <p class="subtle">
        {t.who(example.organisation.name, example.year)} {example.madeUp && <MadeUpBadge label={madeUp} />}
      </p>
      {summary && <p lang={lang}>{summary.text}</p>}
    </Card>
  )
}
