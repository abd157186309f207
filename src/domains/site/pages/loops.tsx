import { eventPaths } from '#domains/events/index.ts'
import { examplePaths } from '#domains/good-examples/index.ts'
import { keyFigurePaths } from '#domains/key-figures/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { sitePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** The three things the association does, each with the ways into what there is of it. */
export function Loops({ l }: { l: Locale }) {
  const { loops, loopsTitle } = textsOf(l).start
  const { follow, learn, govern } = loops
  const cards = [
    {
      ...follow,
      links: [
        { path: keyFigurePaths.list, label: follow.figures },
        { path: organisationPaths.list, label: follow.organisations },
      ],
    },
    {
      ...learn,
      links: [
        { path: examplePaths.list, label: learn.examples },
        { path: keyFigurePaths.compare, label: learn.compare },
        { path: eventPaths.list, label: learn.events },
      ],
    },
    {
      ...govern,
      links: [
        { path: sitePaths.about, label: govern.about },
        { path: sitePaths.criteria, label: govern.criteria },
      ],
    },
  ]
  return (
    <section aria-labelledby="tre-saker">
      <h2 id="tre-saker">{loopsTitle}</h2>
      <CardGrid>
        {cards.map(({ title, text, links }) => (
          <Card key={title} title={title} accent>
            <p>{text}</p>
            <div class="card__end">
              {links.map(({ path, label }) => (
                <p key={path}>
                  <a href={l.href(path)}>{label}</a>
                </p>
              ))}
            </div>
          </Card>
        ))}
      </CardGrid>
    </section>
  )
}
