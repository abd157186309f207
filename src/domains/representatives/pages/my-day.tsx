import type { Locale } from '#platform/i18n.ts'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { textsOf } from '../texts.ts'
import type { MyPageProps } from './my-page.tsx'

/** So much of what has happened is shown at first. */
const shownAtFirst = 8

/** What waits for the reader, the most urgent first. */
export function Waiting({ l, waiting }: MyPageProps) {
  const t = textsOf(l).mine
  if (waiting.length === 0) {
    return (
      <EmptyState title={t.nothingWaits}>
        <p>{t.nothingWaitsHow}</p>
      </EmptyState>
    )
  }
  return (
    <section class="flow" aria-labelledby="vantar">
      <h2 id="vantar">{t.waiting}</h2>
      {waiting.map(({ urgency, items }) => (
        <div key={urgency} class="flow">
          <h3>{t.urgencies[urgency]}</h3>
          <ul class="tasks">
            {items.map(({ text, href, due }) => (
              <li key={href + text}>
                <a href={l.href(href)}>
                  {text}
                  {due && (
                    <span class="subtle">
                      , {urgency === 'late' ? t.late(l.date(due)) : t.due(l.date(due))}
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** What has happened with those whom the reader follows, the newest first. */
export function Happened({ l, happened, allHappened }: MyPageProps) {
  const t = textsOf(l).mine
  const shown = allHappened ? happened : happened.slice(0, shownAtFirst)
  if (happened.length === 0) {
    return (
      <EmptyState title={t.nothingHappened}>
        <p>{t.nothingHappenedHow}</p>
        <FollowsLink l={l} />
      </EmptyState>
    )
  }
  return (
    <section id="hant" class="flow" aria-labelledby="har-hant">
      <h2 id="har-hant">{t.happened}</h2>
      <p>{t.happenedLead}</p>
      <ul class="people">
        {shown.map(({ at, text, href, madeUp }) => (
          <li key={href + text + at.getTime()}>
            <div>
              <a href={l.href(href)}>{text}</a> {madeUp && <MadeUpBadge label={t.madeUp} />}
            </div>
            <time class="subtle" dateTime={at.toISOString()}>
              {l.date(at)}
            </time>
          </li>
        ))}
      </ul>
      {shown.length < happened.length && (
        <p>
          <a href={l.href('/mina-sidor?visa=allt#hant')}>{t.allHappened(happened.length)}</a>
        </p>
      )}
      <FollowsLink l={l} />
    </section>
  )
}

function FollowsLink({ l }: { l: Locale }) {
  return (
    <p>
      <a href={l.href('/mina-sidor/foljer')}>{textsOf(l).mine.follows}</a>
    </p>
  )
}
