import {
  type Organisation,
  OrganisationProfile,
  organisationPaths,
  type Profile,
  type PublicContact,
  PublicContacts,
  periodOn,
} from '#domains/members/index.ts'
import type { RelatedPart } from '#platform/http/context.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DownloadLinks } from '#ui/components/download-links.tsx'
import { Select } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Related } from '#ui/components/related.tsx'
import type { Group } from '../group.ts'
import { groupKinds, knownDay, type Selection, writeSelection } from '../selection.ts'
import { groupName, type Voice } from '../sentences.ts'
import type { StandingView } from '../standing-view.ts'
import { type Corrected, CorrectedSince } from './corrected-since.tsx'
import { FollowButton } from './follow-button.tsx'
import { MembersOwn } from './members-own.tsx'
import { Facts } from './organisation-facts.tsx'
import { SimilarOrganisations } from './similar-organisations.tsx'
import { StandingsTable } from './standings-table.tsx'
import { TellMe } from './tell-me.tsx'

export interface OrganisationPageProps {
  voice: Voice
  organisation: Organisation
  /** What the organisation tells of itself. */
  profile: Profile | undefined
  /** Contact persons of a member who show themselves to everyone. */
  contacts: PublicContact[]
  group: Group
  shared: StandingView[]
  own: StandingView[]
  /** What the organisation follows on its own, without a decision of the annual meeting. */
  membersOwn: StandingView[]
  selection: Selection
  notices: string[]
  /** `YYYY-MM-DD`. */
  day: string
  /** Address to cite, which later corrections do not change. */
  citeHref: string
  /** The instant that the citation points at. */
  cited: string
  corrected: Corrected
  loggedIn: boolean
  /** Whether the reader follows it; undefined for visitors. */
  followed: boolean | undefined
  /** What other houses have on the organisation. */
  related: RelatedPart[]
}

/** One organisation: which way it goes in every key figure, and how it stands among others. */
export function OrganisationPage(props: OrganisationPageProps) {
  const { voice, organisation, profile, group, shared, own, selection, notices, day, citeHref } = props
  const { l, t } = voice
  const all = [...shared, ...own]
  const judged = all.filter(({ mine }) => mine && mine.trend.word !== 'too-few')
  const count = (word: 'right' | 'wrong') => judged.filter(({ mine }) => mine?.trend.word === word).length
  const path = l.href(organisationPaths.profile(organisation.code))
  const query = writeSelection({ ...selection, mine: null })
  const file = (ending: string, extra = '') =>
    `${path}.${ending}${query}${extra && (query ? '&' : '?') + extra}`
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(organisationPaths.list), label: t.organisations.title }]} />
      <PageHeader
        title={organisation.name}
        lead={t.profile.lead(count('right'), count('wrong'), judged.length)}
      >
        <FollowButton
          voice={voice}
          field="kommun"
          value={organisation.code}
          name={organisation.name}
          followed={props.followed}
        />
      </PageHeader>
      {profile && <OrganisationProfile l={l} profile={profile} day={day} />}
      {notices.map((notice) => (
        <Notice key={notice} tone="warning">
          <p>{notice}</p>
        </Notice>
      ))}
      {group.instead && (
        <Notice>
          <p>{t.figure.insteadOf(t.groups[group.instead], t.groups[group.kind])}</p>
        </Notice>
      )}
      {selection.per && (
        <Notice>
          <p>
            {t.figure.oldKnowledge(l.date(knownDay(selection.per)))}{' '}
            <a href={path + writeSelection({ ...selection, mine: null, per: null })}>{t.figure.toNow}</a>
          </p>
        </Notice>
      )}
      <CorrectedSince
        voice={voice}
        figures={all.map(({ figure }) => figure)}
        corrected={props.corrected}
        nameFigure
      />
      <GroupChooser {...props} />
      <section aria-labelledby="tolv">
        <h2 id="tolv">{t.profile.twelve}</h2>
        <StandingsTable
          voice={voice}
          id="tolv-tabell"
          caption={`${t.profile.twelve}. ${t.profile.compare(groupName({ group }, voice))}`}
          views={shared}
          selection={selection}
        />
      </section>
      {own.length > 0 && (
        <section aria-labelledby="egna">
          <h2 id="egna">{t.profile.own}</h2>
          <StandingsTable
            voice={voice}
            id="egna-tabell"
            caption={`${t.profile.own}. ${t.profile.compare(groupName({ group }, voice))}`}
            views={own}
            selection={selection}
          />
        </section>
      )}
      {all.some(({ madeUp }) => madeUp) && <p class="subtle">{t.madeUpLong}</p>}
      <MembersOwn voice={voice} views={props.membersOwn} selection={selection} />
      <Related l={l} parts={props.related} madeUp={t.madeUp} level={2} />
      <DownloadLinks
        l={l}
        files={[
          { href: file('csv'), label: 'CSV' },
          { href: file('csv', 'format=sv'), label: t.figure.csvSwedish },
          { href: file('xlsx'), label: 'XLSX' },
          { href: file('json'), label: 'JSON' },
        ]}
      />
      {periodOn(organisation.memberships, day) && (
        <p>
          <a href={l.href(organisationPaths.yearlyReports(organisation.code))}>{t.profile.yearlyReport}</a>
        </p>
      )}
      <p>
        <a href={citeHref}>{t.figure.cite}</a>
      </p>
      <TellMe
        l={l}
        address={organisationPaths.profile(organisation.code) + query}
        cited={props.cited}
        names={[organisation.name]}
        chosenOnly
        year={selection.year}
        loggedIn={props.loggedIn}
      />
      <Facts {...props} />
      {periodOn(organisation.memberships, day) && <PublicContacts l={l} contacts={props.contacts} />}
      {group.neighbours.length > 0 && (
        <SimilarOrganisations voice={voice} organisation={organisation} group={group} shared={shared} />
      )}
    </>
  )
}

function GroupChooser({ voice, organisation, group, selection }: OrganisationPageProps) {
  const { l, t } = voice
  const kinds = groupKinds.filter((kind) => kind !== 'egen' || selection.list.length > 0)
  return (
    <form class="chooser" method="get" action={l.href(organisationPaths.profile(organisation.code))}>
      <div class="chooser__fields">
        <Select
          id="grupp"
          name="grupp"
          label={t.figure.group}
          value={group.kind}
          options={kinds.map((kind) => ({ value: kind, label: t.groups[kind] }))}
        />
      </div>
      {selection.list.length > 0 && <input type="hidden" name="lista" value={selection.list.join(',')} />}
      {selection.per && <input type="hidden" name="per" value={selection.per} />}
      <Button>{t.profile.changed}</Button>
    </form>
  )
}
