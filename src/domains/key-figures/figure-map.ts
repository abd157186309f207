import type { Organisation } from '#domains/members/index.ts'
import type { CartogramProps } from '#ui/charts/types.ts'
import { common, toneOf } from './figure-charts.ts'
import type { FigureView } from './figure-view.ts'
import { levelsOf } from './rules/classes.ts'
import { groupName, pointSentence, type Voice } from './sentences.ts'

/** Whether the association's places are drawn on a map; without one the same stands in tables. */
export function hasMap(everyone: Pick<Organisation, 'circle'>[]): boolean {
  return everyone.some(({ circle }) => circle !== null)
}

/** The map: circles by population, coloured by class. Regions have circles of their own. */
export function cartogramOf(
  view: FigureView,
  everyone: Organisation[],
  hrefOf: (code: string) => string,
  voice: Voice,
): CartogramProps | null {
  const { figure, year, members, group, mine } = view
  const { l, t } = voice
  const values = members.flatMap(({ current }) => (current ? [current.value] : []))
  if (year === null || values.length === 0 || !hasMap(everyone)) return null
  const kind = mine?.organisation.kind ?? group.organisations[0]?.kind ?? 'municipality'
  const { levelOf, limits } = levelsOf(values, figure.direction, figure.classLimits, figure.decimals)
  const standings = new Map(members.map((standing) => [standing.organisation.code, standing]))
  return {
    ...common(view, voice, 'karta'),
    summary: t.sentences.map(year, values.length, t.figure.better),
    circles: everyone.flatMap((organisation) => {
      const { code, name, circle } = organisation
      if (!circle || organisation.kind !== kind) return []
      const current = standings.get(code)?.current
      return [
        {
          id: code,
          label: name,
          ...circle,
          level: current ? levelOf(current.value) : null,
          text: current
            ? pointSentence(figure, name, current, voice)
            : t.sentences.noValue(
                name,
                year,
                standings.has(code) ? t.missing['not-reported'] : groupName(view, voice),
              ),
          tone: toneOf(view, organisation),
          href: hrefOf(code),
        },
      ]
    }),
    levels: levelLabels(limits, figure.direction, (limit) => l.number(limit, figure.decimals), t),
    missingLabel: t.figure.missingClass,
  }
}

function levelLabels(
  limits: number[],
  direction: 'up' | 'down',
  show: (limit: number) => string,
  t: Voice['t'],
): string[] {
  if (limits.length === 0) return [t.figure.better]
  const [first, last] = [limits[0] ?? 0, limits.at(-1) ?? 0]
  const between = limits.slice(1).map((limit, index) => {
    const other = limits[index] ?? limit
    return t.figure.between(show(Math.min(limit, other)), show(Math.max(limit, other)))
  })
  return direction === 'up'
    ? [t.figure.over(show(first)), ...between, t.figure.under(show(last))]
    : [t.figure.under(show(first)), ...between, t.figure.over(show(last))]
}
