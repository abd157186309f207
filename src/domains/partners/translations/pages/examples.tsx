import type { PublishedExample } from '#domains/good-examples/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import { type Locale, localeOf } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { Done } from '#ui/components/done.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { partnerPaths } from '../../paths.ts'
import { textsOf } from '../../texts.ts'

export interface ExamplesPageProps {
  l: Locale
  examples: PublishedExample[]
  /** How many have asked for each in English. */
  wishes: Map<number, number>
  done: string | undefined
}

/** The good examples that are told in English, and a way to ask for the others. */
export function ExamplesPage({ l, examples, wishes, done }: ExamplesPageProps) {
  const texts = textsOf(l)
  const t = texts.examples
  const english = localeOf('en')
  const told = examples.filter(({ title }) => title.en !== null)
  const others = examples.filter(({ title }) => title.en === null)
  const lang = l.tongue === 'en' ? undefined : 'en'
  return (
    <>
      <Done text={done === 'onskat' && t.thanks} />
      <Breadcrumbs l={l} steps={[{ href: l.href(partnerPaths.start), label: texts.back }]} />
      <PageHeader title={t.title} lead={t.lead} />
      {told.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <CardGrid>
          {told.map((one) => (
            <Card
              key={one.id}
              level={2}
              title={<span lang={lang}>{one.title.en}</span>}
              href={english.href(one.address)}
            >
              <p lang={lang}>{one.summary.en}</p>
              <p class="subtle">
                {one.organisation.name}, {one.year} {one.madeUp && <MadeUpBadge label={texts.madeUp} />}
              </p>
            </Card>
          ))}
        </CardGrid>
      )}
      {others.length > 0 && (
        <section class="flow" aria-labelledby="svenska">
          <h2 id="svenska">{t.waiting}</h2>
          <p>{t.waitingLead}</p>
          <ul class="flow">
            {others.map((one) => (
              <li key={one.id}>
                <a href={localeOf('sv').href(one.address)} lang={l.tongue === 'sv' ? undefined : 'sv'}>
                  {one.title.sv}
                </a>
                ,{' '}
                <a href={l.href(organisationPaths.profile(one.organisation.code))}>{one.organisation.name}</a>{' '}
                {one.madeUp && <MadeUpBadge label={texts.madeUp} />}
                <br />
                <a href={l.href(partnerPaths.wish(one.id))}>{t.ask}</a>{' '}
                {wishes.has(one.id) && <span class="subtle">{t.wishes(wishes.get(one.id) ?? 0)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
