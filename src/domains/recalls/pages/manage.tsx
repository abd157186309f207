import { textsOf as textsOfFigures, type Use } from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { frameTexts } from '#ui/texts.ts'
import { recallPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** One thing that somebody follows, in words. */
export interface FollowLine {
  id: number
  kind: Use
  href: string
  what: string
  who: string
  when: string
  place: string
  /** `YYYY-MM-DD`. */
  citedOn: string | null
  since: Date
}

export interface ManagePageProps {
  l: Locale
  /** Where the page is, and its forms go. */
  path: string
  follows: FollowLine[]
  /** On one's own pages, after a login. */
  mine: boolean
  done: string | undefined
}

/** What somebody follows, each with a way to stop, and a way to stop all. */
export function ManagePage({ l, path, follows, mine, done }: ManagePageProps) {
  const t = textsOf(l).manage
  return (
    <div class="narrow">
      {mine && <Breadcrumbs l={l} steps={[{ href: l.href('/mina-sidor'), label: frameTexts(l).myPages }]} />}
      <Done text={done && t.notices[done]} />
      <PageHeader title={t.title} lead={t.lead} />
      {follows.length === 0 ? (
        <EmptyState title={mine || !done ? t.none : t.gone}>
          <p>{t.noneHow}</p>
        </EmptyState>
      ) : (
        <>
          <ul class="people">
            {follows.map((follow) => (
              <FollowItem key={follow.id} l={l} path={path} follow={follow} />
            ))}
          </ul>
          <form class="flow" method="post" action={l.href(path)}>
            {!mine && <p class="subtle">{t.stopAllText}</p>}
            <Button variant="secondary" name="sluta" value="allt">
              {t.stopAll}
            </Button>
          </form>
        </>
      )}
    </div>
  )
}

function FollowItem({ l, path, follow }: { l: Locale; path: string; follow: FollowLine }) {
  const t = textsOf(l).manage
  const { id, kind, href, what, who, when, place, citedOn, since } = follow
  const facts = [
    textsOfFigures(l).tellMe.uses[kind],
    ...(citedOn ? [t.cited(l.date(citedOn))] : []),
    ...(place ? [t.place(place)] : []),
    t.since(l.date(since)),
  ]
  return (
    <li>
      <div>
        <p>
          <a href={l.href(href)}>{what}</a>: {who}, {when}
        </p>
        <p class="subtle">{facts.join(' · ')}</p>
      </div>
      <form method="post" action={l.href(path)}>
        <Button variant="tertiary" name="sluta" value={String(id)}>
          {t.stop}
          <span class="sr-only">{` ${what}: ${who}, ${when}`}</span>
        </Button>
      </form>
    </li>
  )
}

/** One question, one button. */
export function UnsubscribePage({ l, token, step }: { l: Locale; token: string; step: 'ask' | 'done' }) {
  const t = textsOf(l).unsubscribe
  return (
    <div class="narrow">
      <PageHeader title={t.title} lead={step === 'done' ? t.done : t.ask} />
      {step === 'ask' && (
        <>
          <form method="post" action={l.href(recallPaths.unsubscribe(token))}>
            <Button>{t.button}</Button>
          </form>
          <p>
            <a href={l.href(recallPaths.manage(token))}>{t.manage}</a>
          </p>
        </>
      )}
    </div>
  )
}
