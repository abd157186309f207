import { eventPaths } from '#domains/events/index.ts'
import { newsPaths } from '#domains/news/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Happening } from '../facts.ts'
import { textsOf } from '../texts.ts'

/** The newest news beside the next events; what there is none of is left out. */
export function Happenings({ l, news, events }: { l: Locale; news: Happening[]; events: Happening[] }) {
  const t = textsOf(l).start
  const parts = [
    { id: 'nyheter', title: t.newsTitle, all: t.allNews, path: newsPaths.list, happenings: news },
    { id: 'pa-gang', title: t.eventsTitle, all: t.allEvents, path: eventPaths.list, happenings: events },
  ].filter(({ happenings }) => happenings.length > 0)
  if (parts.length === 0) return null
  return (
    <div class="side-by-side">
      {parts.map(({ id, title, all, path, happenings }) => (
        <section key={id} class="flow" aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          <ul class="task-list">
            {happenings.map((one) => (
              <li key={one.path}>
                <div>
                  <a href={l.href(one.path)} lang={one.lang}>
                    {one.title}
                  </a>
                  <br />
                  <span class="subtle">{one.when}</span>
                </div>
                {one.madeUp && <MadeUpBadge label={textsOf(l).madeUp} />}
              </li>
            ))}
          </ul>
          <p>
            <a href={l.href(path)}>{all}</a>
          </p>
        </section>
      ))}
    </div>
  )
}
