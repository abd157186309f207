import { isMember } from '#domains/members/index.ts'
import { association } from '#platform/association.ts'
import type { Unit } from './queries.ts'
import { countyGroupIdOf, memberGroupIds, skrGroupIdOf } from './rules.ts'

/** A municipality (K) or region (L). `0000` (Riket) would be one too, if we ever hold values for it. */
export interface Place {
  id: string
  title: string
  type: 'K' | 'L'
}

/** Places that have a mean of their own. */
export interface PlaceGroup {
  id: string
  title: string
  members: { id: string; title: string }[]
  /** The latest day when a member came or went, `YYYY-MM-DD`; empty for groups that stay as they are. */
  changedOn: string
}

/** All units that values can belong to, by id in order. */
export interface Units {
  places: Place[]
  placeById: Map<string, Place>
  groups: PlaceGroup[]
}

/** The units, given by code in order, as they are on a day (`YYYY-MM-DD`). A group without members is left out. */
export function unitsOf(all: Unit[], day: string): Units {
  const municipalities = all.filter(({ kind }) => kind === 'municipality')
  const regions = all.filter(({ kind }) => kind === 'region')
  const places = all.map(
    ({ code, name, kind }): Place => ({ id: code, title: name, type: kind === 'region' ? 'L' : 'K' }),
  )
  const groups = [
    membersAmong(municipalities, memberGroupIds.municipality, 'kommuner', day),
    membersAmong(regions, memberGroupIds.region, 'regioner', day),
    ...groupsBy(municipalities, ({ groupCode, groupName }) =>
      groupCode && groupName ? { id: skrGroupIdOf(groupCode), title: groupName } : null,
    ),
    ...groupsBy(municipalities, ({ countyCode, countyName }) =>
      countyCode ? { id: countyGroupIdOf(countyCode), title: `${countyName}s kommuner` } : null,
    ),
  ].filter(({ members }) => members.length > 0)
  return { places, placeById: new Map(places.map((place) => [place.id, place])), groups }
}

function membersAmong(some: Unit[], id: string, what: string, day: string): PlaceGroup {
  const changes = some
    .flatMap(({ memberships }) => memberships.flatMap(({ since, until }) => [since, until ?? '']))
    .filter((change) => change <= day)
  const members = some.filter((one) => isMember(one, day))
  const changedOn = changes.reduce((latest, change) => (change > latest ? change : latest), '')
  return group({ id, title: `${association.name.sv}, ${what}` }, members, changedOn)
}

function groupsBy(some: Unit[], groupOf: (one: Unit) => { id: string; title: string } | null): PlaceGroup[] {
  const groups = new Map<string, { head: { id: string; title: string }; members: Unit[] }>()
  for (const one of some) {
    const head = groupOf(one)
    if (!head) continue
    const known = groups.get(head.id)
    if (known) known.members.push(one)
    else groups.set(head.id, { head, members: [one] })
  }
  return [...groups.values()]
    .toSorted((a, b) => (a.head.id < b.head.id ? -1 : 1))
    .map(({ head, members }) => group(head, members, ''))
}

function group({ id, title }: { id: string; title: string }, members: Unit[], changedOn: string): PlaceGroup {
  return {
    id,
    title: `${title} (ovägt medel)`,
    members: members.map(({ code, name }) => ({ id: code, title: name })),
    changedOn,
  }
}
