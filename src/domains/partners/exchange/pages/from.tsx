import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { countryName } from '../../countries.ts'
import { partnerPaths } from '../../paths.ts'
import { textsOf } from '../../texts.ts'
import type { Subscription } from '../queries.ts'
import type { Brought } from '../read-documents.ts'
import { toldByOthers } from '../told.ts'
import { Origin } from './origin.tsx'

/** Everything that another network has given us, with its origin. */
export function FromPage({
  l,
  subscription,
  brought,
}: {
  l: Locale
  subscription: Subscription
  brought: Brought
}) {
  const texts = textsOf(l)
  const t = texts.from
  const { id, name, country } = subscription
  const { examples, figures } = brought
  return (
    <>
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(partnerPaths.start), label: texts.back },
          { href: l.href(partnerPaths.exchange), label: texts.exchange.title },
        ]}
      />
      <PageHeader title={name} lead={t.lead(name, countryName(l, country))} />
      <Origin l={l} subscription={subscription} />
      {!examples && !figures && <p>{t.nothing}</p>}
      {examples && (
        <section class="flow" aria-labelledby="exempel">
          <h2 id="exempel">{t.examples}</h2>
          <CardGrid>
            {examples.examples.map((one) => {
              const [title, summary] = [toldByOthers(one.title, l), toldByOthers(one.summary, l)]
              return (
                <Card key={one.id} title={<span lang={title.lang}>{title.text}</span>}>
                  <p lang={summary.lang}>{summary.text}</p>
                  <p class="subtle">
                    {one.organisation}, {one.year} {one.made_up && <MadeUpBadge label={texts.madeUp} />}
                  </p>
                  <p>
                    <a href={one.address}>
                      {t.original}
                      <span class="sr-only">
                        : <span lang={title.lang}>{title.text}</span>
                      </span>
                    </a>
                  </p>
                </Card>
              )
            })}
          </CardGrid>
        </section>
      )}
      {figures && (
        <section class="flow" aria-labelledby="nyckeltal">
          <h2 id="nyckeltal">{t.figures}</h2>
          <ul>
            {figures.figures.map((figure) => {
              const { lang, text } = toldByOthers(figure.name, l)
              const count = figures.series.filter((one) => one.figure === figure.id).length
              return (
                <li key={figure.id}>
                  <a href={l.href(partnerPaths.figureFrom(id, encodeURIComponent(figure.id)))} lang={lang}>
                    {figure.number} {text}
                  </a>{' '}
                  <span class="subtle">{t.values(count)}</span>
                </li>
              )
            })}
          </ul>
        </section>
      )}
    </>
  )
}
