import type { Database } from '#database/tables.ts'
import { type Organisation, organisationDirectory, organisationPaths } from '#domains/members/index.ts'
import type { Asked } from '#platform/http/context.ts'
import { toldIn } from '#platform/i18n.ts'
import type { CartogramProps } from '#ui/charts/types.ts'
import { listPublishedExamples, type PublishedExample } from '../queries.ts'
import { classOf, yearClasses } from '../rules/spread.ts'
import { textsOf } from '../texts.ts'
import { listKin, listTies } from './kin-queries.ts'

/** One of a family, and whom it learned from. */
export interface Relative {
  example: PublishedExample
  learnedFrom: PublishedExample[]
}

/** How an idea has spread: everyone who did it, the first first; and where they lie. */
export interface Family {
  relatives: Relative[]
  map: CartogramProps | null
}

/** So many names have room on the map. */
const mostNames = 10

/** Everyone who did the same as in an example. */
export async function loadFamily(asked: Asked<Database>, exampleId: number): Promise<Family> {
  const { db, remember } = asked
  const ids = (await listKin(db, exampleId)).map((kin) => kin.exampleId)
  const [examples, ties, directory] = await Promise.all([
    listPublishedExamples(db, { ids, limit: ids.length }),
    ids.length > 0 ? listTies(db, ids) : [],
    organisationDirectory(db, remember),
  ])
  const byId = new Map(examples.map((example) => [example.id, example]))
  const relatives = ids.flatMap((id) => {
    const example = byId.get(id)
    if (!example) return []
    const learnedFrom = ties
      .filter((tie) => tie.exampleId === id)
      .flatMap(({ afterId }) => byId.get(afterId) ?? [])
    return [{ example, learnedFrom }]
  })
  return { relatives, map: mapOf(asked, relatives, directory.all) }
}

/** The municipalities that did it, shaded by the year; null when only regions did. */
function mapOf(
  { locale: l }: Asked<Database>,
  relatives: Relative[],
  everyone: Organisation[],
): CartogramProps | null {
  const t = textsOf(l).spread
  const years = new Map<string, { year: number; address: string }>()
  for (const { example } of relatives) {
    const { code } = example.organisation
    if (!years.has(code)) years.set(code, { year: example.year, address: example.address })
  }
  const municipalities = everyone.filter(({ kind, circle }) => kind === 'municipality' && circle)
  const yearOf = (code: string) => years.get(code)?.year ?? 0
  const those = municipalities
    .filter(({ code }) => years.has(code))
    .sort((a, b) => yearOf(a.code) - yearOf(b.code))
  if (those.length === 0) return null
  const classes = yearClasses(those.map(({ code }) => yearOf(code)))
  return {
    id: 'spridningskarta',
    title: t.mapTitle,
    summary: t.mapSummary(
      l.list(those.map(({ code, name }) => t.who(name, yearOf(code))).slice(0, mostNames)),
      those.length,
    ),
    language: l.language,
    circles: municipalities.flatMap(({ code, name, circle }) => {
      if (!circle) return []
      const done = years.get(code)
      return [
        {
          id: code,
          label: done ? t.who(name, done.year) : name,
          ...circle,
          level: done ? classOf(done.year, classes) : null,
          text: done ? t.did(name, done.year) : t.didNot(name),
          tone: done && those.length <= mostNames ? ('with' as const) : ('group' as const),
          href: l.href(done ? done.address : organisationPaths.profile(code)),
        },
      ]
    }),
    levels: classes.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)),
    missingLabel: t.none,
    ...(relatives.some(({ example }) => example.madeUp) ? { notice: t.notice } : {}),
  }
}

/** What a relative is called in the reader's language. */
export function titleOfRelative(l: Asked<Database>['locale'], { title }: PublishedExample): string {
  return toldIn(title, l)?.text ?? ''
}
