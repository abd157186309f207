import { type Directory, isMember, latestPopulation, type Organisation } from '#domains/members/index.ts'
import type { Among } from './many/among.ts'
import { type Neighbour, similarTo } from './rules/similar.ts'
import type { GroupKind, Selection } from './selection.ts'

/** How many neighbours the program suggests, as Kolada does. */
export const neighbourCount = 7

/** Whom a figure is compared among. */
export interface Group {
  kind: GroupKind
  /** What was asked for but could not be had without a chosen organisation. */
  instead: GroupKind | null
  /** The organisations in Swedish alphabetical order, mine among them. */
  organisations: Organisation[]
  /** The suggested neighbours of mine, nearest first, whatever group is chosen; empty when none is chosen. */
  neighbours: (Neighbour & { name: string })[]
  /** County or SKR group by name, where the group is one. */
  name: { sv: string; en: string } | null
  /** Set when the group is too large to be looked at one by one; then only mine stands among `organisations`. */
  many?: Among
}

/** The comparison group of a selection as it was on a day (`YYYY-MM-DD`). */
export function groupOf(
  selection: Pick<Selection, 'mine' | 'group' | 'list'>,
  directory: Directory,
  day: string,
  preset: GroupKind = 'medlemmar',
): Group {
  const mine = selection.mine === null ? undefined : directory.byCode.get(selection.mine)
  const { kind, instead } = kindOf(selection, mine, preset)
  const sameKind = directory.all.filter((one) => one.kind === (mine?.kind ?? 'municipality'))
  const neighbours = (mine ? nearestTo(mine, sameKind, neighbourCount) : []).map((neighbour) => ({
    ...neighbour,
    name: directory.byCode.get(neighbour.code)?.name ?? neighbour.code,
  }))
  const chosen = chooser(kind, mine, neighbours, selection.list, day)
  // An own list may mix kinds; every other group is of one.
  const among = kind === 'egen' ? directory.all : sameKind
  const organisations = among.filter((one) => one.code === mine?.code || chosen(one))
  return { kind, instead, organisations, neighbours, name: nameOf(kind, mine) }
}

/** The kind of group that can be had, and what was asked for when it is another. */
export function kindOf(
  { group, list }: Pick<Selection, 'group' | 'list'>,
  mine: Organisation | undefined,
  preset: GroupKind,
): Pick<Group, 'kind' | 'instead'> {
  const asked = group ?? preset
  const missing = possible(asked, mine, list) ? null : asked
  // What nobody asked for is not missed.
  return { kind: missing ? fallback(missing, mine) : asked, instead: group ? missing : null }
}

function possible(kind: GroupKind, mine: Organisation | undefined, list: string[]): boolean {
  if (kind === 'egen') return list.length > 0
  if (kind === 'lan') return mine?.kind === 'municipality'
  if (kind === 'skr') return Boolean(mine?.groupCode)
  return kind !== 'liknande' || Boolean(mine?.landAreaKm2)
}

function fallback(asked: GroupKind, mine: Organisation | undefined): GroupKind {
  return mine?.landAreaKm2 && asked !== 'egen' ? 'liknande' : 'medlemmar'
}

function chooser(
  kind: GroupKind,
  mine: Organisation | undefined,
  neighbours: Neighbour[],
  list: string[],
  day: string,
): (one: Organisation) => boolean {
  const near = new Set(neighbours.map(({ code }) => code))
  const own = new Set(list)
  switch (kind) {
    case 'medlemmar':
      return (one) => isMember(one, day)
    case 'sverige':
      return () => true
    case 'lan':
      return (one) => one.countyCode === mine?.countyCode
    case 'skr':
      return (one) => one.groupCode === mine?.groupCode
    case 'liknande':
      return (one) => near.has(one.code)
    case 'egen':
      return (one) => own.has(one.code)
  }
}

/** Those of the same kind that are most like mine, nearest first. Empty where the size of mine is not known. */
export function nearestTo(
  mine: Organisation,
  sameKind: Organisation[],
  count = sameKind.length,
): Neighbour[] {
  const candidates = sameKind.flatMap((one) => {
    const population = latestPopulation(one)?.inhabitants
    return population && one.landAreaKm2
      ? [{ code: one.code, population, landAreaKm2: one.landAreaKm2, groupCode: one.groupCode }]
      : []
  })
  return candidates.some(({ code }) => code === mine.code) ? similarTo(mine.code, candidates, count) : []
}

/** The name of a group that is a county or an SKR group. */
export function nameOf(kind: GroupKind, mine: Organisation | undefined): Group['name'] {
  if (kind === 'lan' && mine) return { sv: mine.countyName, en: mine.countyName }
  return kind === 'skr' ? (mine?.groupName ?? null) : null
}
