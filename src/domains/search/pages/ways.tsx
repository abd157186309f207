import { contactPaths } from '#domains/contacts/index.ts'
import { eventPaths } from '#domains/events/index.ts'
import { examplePaths } from '#domains/good-examples/index.ts'
import { keyFigurePaths } from '#domains/key-figures/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import { newsPaths } from '#domains/news/index.ts'
import { questionPaths } from '#domains/questions/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { textsOf } from '../texts.ts'

/** Where to go when a search does not help, or before one has begun. */
export function Ways({ l, title, loggedIn }: { l: Locale; title: string; loggedIn: boolean }) {
  const t = textsOf(l).ways
  const ways = [
    [organisationPaths.list, t.organisations],
    [keyFigurePaths.list, t.figures],
    [examplePaths.list, t.examples],
    ...(loggedIn ? [[contactPaths.search, t.contacts] as const] : []),
    [loggedIn ? questionPaths.ask : questionPaths.list, loggedIn ? t.ask : t.questions],
    [eventPaths.list, t.events],
    [newsPaths.list, t.news],
  ] as const
  return (
    <section class="flow" aria-labelledby="vagar">
      <h2 id="vagar">{title}</h2>
      <ul>
        {ways.map(([path, label]) => (
          <li key={path}>
            <a href={l.href(path)}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
