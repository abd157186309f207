import { organisationPaths } from '#domains/members/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Stats, StatTile } from '#ui/components/stat.tsx'
import type { GlanceFigure, Happening, MemberCount } from '../facts.ts'
import { textsOf } from '../texts.ts'
import { Glance } from './glance.tsx'
import { Happenings } from './happenings.tsx'
import { Loops } from './loops.tsx'

export interface StartPageProps {
  l: Locale
  glance: GlanceFigure[]
  members: MemberCount
  /** The newest first. */
  news: Happening[]
  /** The next first. */
  events: Happening[]
}

/** The first page: find your municipality, see the network, and the ways on from here. */
export function StartPage({ l, glance, members, news, events }: StartPageProps) {
  const t = textsOf(l).start
  return (
    <>
      <PageHeader title={t.promise} lead={t.lead} />
      <FindMunicipality l={l} />
      <Glance l={l} figures={glance} />
      <Happenings l={l} news={news} events={events} />
      <Loops l={l} />
      <Numbers l={l} members={members} />
    </>
  )
}

function FindMunicipality({ l }: { l: Locale }) {
  const t = textsOf(l).start
  return (
    <div class="form">
      <div class="flow">
        <form class="site-search" action={l.href(organisationPaths.list)} method="get">
          <search aria-label={t.search}>
            <label for="start-search">{t.search}</label>
            <input
              id="start-search"
              class="ds-input"
              type="search"
              name="sok"
              autocomplete="off"
              aria-describedby="start-search-hint"
            />
            <button class="ds-button" type="submit">
              {t.searchButton}
            </button>
          </search>
        </form>
        <p id="start-search-hint" class="field-hint">
          {t.searchHint}
        </p>
        <p>
          <a href={l.href(organisationPaths.list)}>{t.allOrganisations}</a>
        </p>
      </div>
    </div>
  )
}

function Numbers({ l, members }: Pick<StartPageProps, 'l' | 'members'>) {
  const t = textsOf(l).start
  const share = members.inhabitantsOfAll > 0 ? members.inhabitants / members.inhabitantsOfAll : null
  return (
    <section aria-labelledby="foreningen-i-siffror">
      <h2 id="foreningen-i-siffror">{t.numbersTitle}</h2>
      <Stats>
        <StatTile label={t.municipalities} value={l.number(members.municipalities)} />
        <StatTile label={t.regions} value={l.number(members.regions)} />
        <StatTile
          label={t.inhabitants}
          value={l.number(members.inhabitants)}
          meaning={share === null ? undefined : t.inhabitantsUnit(l.percent(share))}
        />
      </Stats>
      {members.madeUp && (
        <Notice>
          <p>{t.madeUpMembers}</p>
        </Notice>
      )}
    </section>
  )
}
