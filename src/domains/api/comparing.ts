import { z } from 'zod'
import {
  emptySelection,
  type FigureView,
  type GroupKind,
  type KeyFigure,
  loadFigureView,
  loadGroup,
  type Selection,
} from '#domains/key-figures/index.ts'
import type { Organisation } from '#domains/members/index.ts'
import type { Asked } from './asked.ts'
import {
  figuresNamed,
  knownMoment,
  momentOf,
  mostNamed,
  organisationCode,
  organisationsNamed,
  year,
} from './lookups.ts'
import { refuseParameters } from './problem.ts'
import { textsOf } from './texts.ts'

/** The groups of the site by their names in the API. */
const groups = {
  members: 'medlemmar',
  sweden: 'sverige',
  county: 'lan',
  skr: 'skr',
  similar: 'liknande',
  list: 'egen',
} as const satisfies Record<string, GroupKind>
export const groupName = z.enum(['members', 'sweden', 'county', 'skr', 'similar', 'list'])
export type GroupName = z.output<typeof groupName>

/** The most figures of one request that compares: each is ranked by drawing. */
export const mostFigures = 12

/** What every comparison asks: in which figures, among whom, as known when. */
export const comparisonParameters = {
  figure: z
    .array(z.string().min(1).max(40))
    .min(1)
    .max(mostFigures)
    .meta({ example: ['1b'] }),
  group: groupName.optional(),
  list: z.array(organisationCode).min(1).max(mostNamed).optional(),
  since: year.optional(),
  as_known_at: knownMoment.optional(),
}

export interface Comparison {
  figure: string[]
  group?: GroupName | undefined
  list?: string[] | undefined
  since?: number | undefined
  as_known_at?: string | undefined
}

/** Looks at figures among one group, with one organisation picked out, in the year asked for or the latest. */
export interface Comparing {
  figures: KeyFigure[]
  groupName: GroupName
  /** Whom the group is made of, when it is too large to be looked at one by one. */
  many: FigureView['group']['many']
  view: (figure: KeyFigure, year: number | null, others?: string[]) => Promise<FigureView>
}

/** Understands a comparison. Throws a refusal when the group cannot be had for the organisation. */
export async function comparing(
  asked: Asked,
  question: Comparison,
  organisation: string | undefined,
): Promise<Comparing> {
  const name = question.group ?? (question.list ? 'list' : 'members')
  const figures = await figuresNamed(asked, question.figure)
  const mine = organisation === undefined ? undefined : (await organisationsNamed(asked, [organisation]))[0]
  const list = (await organisationsNamed(asked, question.list ?? [], 'list')).map(({ code }) => code)
  checkGroup(asked, name, mine, list)
  momentOf(question.as_known_at, asked)
  const selection: Selection = {
    ...emptySelection,
    mine: mine?.code ?? null,
    group: groups[name],
    list,
    since: question.since ?? null,
    per: question.as_known_at ?? null,
  }
  const group = await loadGroup(asked, selection)
  return {
    figures,
    groupName: name,
    many: group.many,
    view: (figure, inYear, others = []) =>
      loadFigureView(asked, figure, { ...selection, with: others, year: inYear }, group),
  }
}

function checkGroup({ l }: Asked, name: GroupName, mine: Organisation | undefined, list: string[]): void {
  const say = textsOf(l).problems
  if ((name === 'list') !== list.length > 0) {
    throw refuseParameters([{ parameter: 'list', detail: say.listForGroup }])
  }
  const needsMunicipality = (name === 'county' || name === 'skr') && mine?.kind !== 'municipality'
  if (needsMunicipality || (name === 'similar' && !mine)) {
    throw refuseParameters([{ parameter: 'organisation', detail: say.organisationForGroup(name) }])
  }
}
