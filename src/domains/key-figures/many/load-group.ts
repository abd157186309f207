import { findOrganisations, type Organisation } from '#domains/members/index.ts'
import { type Group, kindOf, nameOf, neighbourCount } from '../group.ts'
import { limitOf, loadOrganisations, type Reader } from '../reader.ts'
import type { GroupKind, Selection } from '../selection.ts'
import { type Among, amongOf } from './among.ts'
import { findNearest } from './near.ts'
import { listGroupCodes } from './read-queries.ts'

/** The comparison group of a selection in a large association: reads those alone that belong to it. */
export async function loadGroupAmongMany(
  reader: Reader,
  selection: Pick<Selection, 'mine' | 'group' | 'list'>,
  day: string,
  preset: GroupKind = 'medlemmar',
): Promise<Group> {
  const { mine: code, list } = selection
  const [known, nearest] = await Promise.all([
    code === null ? undefined : loadOrganisations(reader, [code]),
    code === null ? [] : findNearest(reader.db, code, neighbourCount),
  ])
  const mine = known?.byCode.get(code ?? '')
  const { kind, instead } = kindOf(selection, mine, preset)
  const near = nearest.map((one) => one.code)
  const among = amongFor(kind, mine, day)
  const found = among
    ? await reader.remember(`codes ${among.key} ${day}`, () =>
        listGroupCodes(reader.db, among, limitOf(reader) + 1),
      )
    : []
  const many = among && found.length > limitOf(reader) ? among : undefined
  const chosen = new Set(many ? [] : among ? found : kind === 'egen' ? list : near)
  if (mine) chosen.add(mine.code)
  const { all, byCode } = await findOrganisations(reader.db, { codes: [...chosen, ...near] })
  return {
    kind,
    instead,
    organisations: all.filter((one) => chosen.has(one.code)),
    neighbours: nearest.map((one) => ({ ...one, name: byCode.get(one.code)?.name ?? one.code })),
    name: nameOf(kind, mine),
    ...(many && { many }),
  }
}

function amongFor(group: GroupKind, mine: Organisation | undefined, day: string): Among | null {
  const belonging = {
    kind: mine?.kind ?? 'municipality',
    countyCode: mine?.countyCode || null,
    groupCode: mine?.groupCode ?? null,
  }
  const key = amongOf(group, belonging)
  return key === null ? null : { key, group, belonging, day }
}
