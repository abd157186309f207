import {
  groupLabel,
  isMember,
  isObserver,
  latestPopulation,
  type Organisation,
  organisationPaths,
  periodOn,
} from '#domains/members/index.ts'
import { ChartIsland } from '#ui/charts/chart-island.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Checkbox, Input } from '#ui/components/field.tsx'
import { OrganisationNames } from '#ui/components/organisation-picker.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { hasMap } from '../figure-map.ts'
import type { Voice } from '../sentences.ts'

export interface OrganisationsPageProps {
  voice: Voice
  everyone: Organisation[]
  shown: Organisation[]
  /** What was searched for; null shows everyone. */
  typed: string | null
  membersOnly: boolean
  day: string
  /** Counted ahead in a large association, of which only some stand among `everyone`. */
  members: { municipalities: number; regions: number } | null
  /** There may be more than were found. */
  some: boolean
  /** The page of a long list; null when everyone is shown, or those found. */
  pages: { page: number; last: number; count: number } | null
}

/** Every municipality and region, with the members marked, and the way to one's own. */
export function OrganisationsPage(props: OrganisationsPageProps) {
  const { voice, everyone, shown, typed, membersOnly, day } = props
  const { l, t } = voice
  const countOf = (kind: Organisation['kind']) =>
    everyone.filter((one) => one.kind === kind && isMember(one, day)).length
  const found = props.some ? t.organisations.foundSome : t.organisations.found
  const members = props.members ?? { municipalities: countOf('municipality'), regions: countOf('region') }
  const kinds = [
    { kind: 'municipality', title: t.organisations.municipalities },
    { kind: 'region', title: t.organisations.regions },
  ] as const
  return (
    <>
      <PageHeader
        title={t.organisations.title}
        lead={t.organisations.lead(l.number(members.municipalities), l.number(members.regions))}
      />
      <form class="chooser" method="get" action={l.href(organisationPaths.list)}>
        <Input
          id="sok"
          name="sok"
          type="search"
          label={t.organisations.search}
          list="organisationer"
          autocomplete="off"
          value={typed ?? ''}
        />
        <Checkbox id="medlemmar" name="medlemmar" label={t.organisations.membersOnly} checked={membersOnly} />
        <Button>{t.organisations.searchButton}</Button>
        <OrganisationNames id="organisationer" names={everyone.map(({ name }) => name)} />
      </form>
      {typed !== null && (
        <p role="status">
          {shown.length > 0 ? found(shown.length, typed) : t.organisations.none(typed)}{' '}
          <a href={l.href(organisationPaths.list)}>{t.organisations.all}</a>
        </p>
      )}
      {typed === null && props.members === null && hasMap(everyone) && <MemberMap {...props} />}
      {kinds.map(({ kind, title }) => {
        const rows = shown.filter((one) => one.kind === kind)
        return (
          rows.length > 0 && (
            <section key={kind} aria-labelledby={kind}>
              <h2 id={kind}>{title}</h2>
              <OrganisationTable voice={voice} id={`${kind}-tabell`} caption={title} rows={rows} day={day} />
            </section>
          )
        )
      })}
      {props.pages && <Pages {...props} pages={props.pages} />}
    </>
  )
}

/** The way through a long list. */
function Pages({
  voice: { l, t },
  membersOnly,
  pages: { page, last, count },
}: OrganisationsPageProps & { pages: { page: number; last: number; count: number } }) {
  const to = (number: number) =>
    `${l.href(organisationPaths.list)}?${new URLSearchParams({ ...(membersOnly && { medlemmar: '1' }), sida: String(number) })}`
  return (
    <nav aria-label={t.many.pagesLabel}>
      <p>{t.many.page(l.number(page), l.number(last), l.number(count))}</p>
      <ul class="inline-list">
        {page > 1 && (
          <li>
            <a href={to(page - 1)} rel="prev">
              {t.many.previous}
            </a>
          </li>
        )}
        {page < last && (
          <li>
            <a href={to(page + 1)} rel="next">
              {t.many.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

interface OrganisationTableProps {
  voice: Voice
  id: string
  caption: string
  rows: Organisation[]
  day: string
}

function OrganisationTable({ voice, id, caption, rows, day }: OrganisationTableProps) {
  const { l, t } = voice
  return (
    <DataTable
      l={l}
      id={id}
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'name',
          head: t.organisations.name,
          rowHead: true,
          cell: ({ code, name }) => <a href={l.href(organisationPaths.profile(code))}>{name}</a>,
        },
        {
          key: 'member',
          head: t.organisations.member,
          cell: (one) => <Membership voice={voice} organisation={one} day={day} />,
        },
        {
          key: 'county',
          head: t.organisations.county,
          cell: ({ countyName }) => <span lang="sv">{countyName}</span>,
        },
        {
          key: 'group',
          head: t.organisations.group,
          cell: (one) => groupLabel(one, l) ?? '',
        },
        {
          key: 'population',
          head: t.organisations.population,
          numeric: true,
          cell: (one) => l.number(latestPopulation(one)?.inhabitants ?? 0),
        },
      ]}
    />
  )
}

interface MembershipProps {
  voice: Voice
  organisation: Organisation
  day: string
}

function Membership({ voice: { t }, organisation, day }: MembershipProps) {
  const membership = periodOn(organisation.memberships, day)
  if (!membership) return null
  const since = t.organisations.since(membership.since.slice(0, 4))
  return (
    <>
      {membership.kind === 'full' ? (
        <Tag tone="brand">{since}</Tag>
      ) : (
        <Tag tone="outline">{`${t.organisations.mapObserver} ${since}`}</Tag>
      )}{' '}
      {membership.madeUp && <MadeUpBadge label={t.madeUp} />}
    </>
  )
}

function MemberMap({ voice, everyone, day }: OrganisationsPageProps) {
  const { l, t } = voice
  const municipalities = everyone.filter(({ kind }) => kind === 'municipality')
  const count = municipalities.filter((one) => isMember(one, day)).length
  const observers = municipalities.filter((one) => isObserver(one, day)).length
  const levels = [t.organisations.mapMember, ...(observers > 0 ? [t.organisations.mapObserver] : [])]
  return (
    <ChartIsland
      kind="map"
      props={{
        id: 'medlemskarta',
        title: t.organisations.mapTitle,
        summary: t.organisations.mapSummary(count, observers, municipalities.length),
        language: l.tongue,
        single: true,
        levels,
        missingLabel: t.organisations.mapOther,
        circles: municipalities.flatMap((one) => {
          const level = isMember(one, day) ? 0 : isObserver(one, day) ? 1 : null
          if (!one.circle) return []
          const text = `${one.name}: ${level === null ? t.organisations.mapOther : levels[level]}`
          const href = l.href(organisationPaths.profile(one.code))
          return [
            {
              id: one.code,
              label: one.name,
              ...one.circle,
              level,
              text,
              tone: 'group' as const,
              href,
            },
          ]
        }),
      }}
    />
  )
}
