import { loginPaths } from '#domains/accounts/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { Input } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Pagination } from '#ui/components/pagination.tsx'
import { type Asked, searchPath } from '../asking.ts'
import type { DirectHit } from '../direct-hits.ts'
import { searchPaths } from '../paths.ts'
import type { Found } from '../queries.ts'
import { hitsPerPage, mostPages, mostWeighed } from '../rules.ts'
import { textsOf } from '../texts.ts'
import type { Word } from '../word-queries.ts'
import { HitList } from './hit-list.tsx'
import { Narrowings, Views } from './narrowings.tsx'
import { Ways } from './ways.tsx'

export interface ResultsPageProps {
  l: Locale
  asked: Asked
  words: Word[]
  direct: DirectHit[]
  /** Undefined when nothing was asked. */
  found: Found | undefined
  loggedIn: boolean
}

/** The one search: box, what was found, and what to do when that is nothing. */
export function ResultsPage(props: ResultsPageProps) {
  const { l, asked, words, direct, found, loggedIn } = props
  const t = textsOf(l)
  const corrected = words.filter(({ alike }) => alike.length > 0)
  return (
    <>
      <PageHeader title={t.title} />
      <form class="form" method="get" action={l.href(searchPaths.search)}>
        <Input
          id="sok"
          name="q"
          type="search"
          label={t.label}
          hint={t.hint}
          value={asked.typed}
          autocomplete="off"
        />
        <Button>{t.button}</Button>
      </form>
      {asked.page === 1 && direct.length > 0 && <Direct l={l} direct={direct} />}
      {corrected.length > 0 && (
        <Notice>
          {corrected.map(({ typed, alike }) => (
            <p key={typed}>{t.corrected(typed, l.list(alike))}</p>
          ))}
        </Notice>
      )}
      {found ? (
        <Results {...props} found={found} />
      ) : (
        <>
          <Ways l={l} title={asked.typed ? t.onward : t.what} loggedIn={loggedIn} />
          <Shortcut l={l} />
        </>
      )}
    </>
  )
}

function Results({ l, asked, found, loggedIn }: ResultsPageProps & { found: Found }) {
  const t = textsOf(l)
  const { total, more, facets, hits } = found
  const counted = l.number(more ? mostWeighed : total)
  const anywhere = Object.keys(facets.kinds).length > 0
  return (
    <>
      <Views l={l} asked={asked} facets={facets} />
      <Narrowings l={l} asked={asked} facets={facets} />
      <section class="flow" aria-labelledby="traffar">
        {total > 0 ? (
          <>
            <h2 id="traffar">{more ? t.foundMany(counted) : t.found(counted)}</h2>
            {more && <p class="subtle">{t.manyHint(counted)}</p>}
            <HitList l={l} hits={hits} />
            <Pagination
              l={l}
              page={asked.page}
              pages={Math.min(Math.ceil(total / hitsPerPage), mostPages)}
              href={(page) => l.href(searchPath({ ...asked, page }))}
            />
          </>
        ) : (
          <EmptyState title={t.none}>
            <p id="traffar">{anywhere ? t.noneNarrowed : t.noneHint}</p>
            {anywhere && (
              <p>
                <a href={l.href(searchPath({ typed: asked.typed }))}>{t.clear}</a>
              </p>
            )}
          </EmptyState>
        )}
      </section>
      {total === 0 && <Ways l={l} title={t.onward} loggedIn={loggedIn} />}
      {!loggedIn && (
        <p class="subtle">
          {t.forMembers}{' '}
          <a href={`${l.href(loginPaths.login)}?till=${encodeURIComponent(searchPath(asked))}`}>{t.login}</a>
        </p>
      )}
    </>
  )
}

function Direct({ l, direct }: { l: Locale; direct: DirectHit[] }) {
  const t = textsOf(l)
  return (
    <section class="flow" aria-labelledby="direkt">
      <h2 id="direkt">{t.direct}</h2>
      <ul class="direct-hits">
        {direct.map(({ kind, address, title }) => (
          <li key={address}>
            <a href={l.href(address)}>{title}</a> <span class="subtle">{t.kinds[kind].one}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The switch of the shortcut key; it shows where the key works, which takes script. */
function Shortcut({ l }: { l: Locale }) {
  const t = textsOf(l).shortcut
  return (
    <section class="flow" aria-labelledby="snabbtangent" data-shortcut hidden>
      <h2 id="snabbtangent">{t.title}</h2>
      <p>{t.text}</p>
      <p>
        <button class="ds-button" type="button" data-variant="secondary" data-on={t.on} data-off={t.off}>
          {t.off}
        </button>
      </p>
    </section>
  )
}
