import type { Reader } from '#domains/key-figures/index.ts'
import {
  latestPopulation,
  type Organisation,
  organisationDirectory,
  organisationPaths,
} from '#domains/members/index.ts'
import type { Locale } from '#platform/i18n.ts'
import type { CartogramProps } from '#ui/charts/types.ts'
import { type Endorsement, listEndorsements } from './endorsement-queries.ts'
import { holds } from './rules/standing.ts'
import { type Weighed, type Weight, weighVoice } from './rules/weight.ts'
import { textsOf } from './texts.ts'
import { listVersions } from './version-queries.ts'

/** Who stands behind a text now, and what their voice weighs. */
export interface Voice {
  /** Those who stand behind what the text says now. */
  standing: Endorsement[]
  /** Those who stand behind something that it said before, and have not confirmed since. */
  toConfirm: Endorsement[]
  weight: Weight
}

/** Counts those who stand behind a text as it is now. */
export async function loadVoice({ db, remember }: Reader, matterId: number): Promise<Voice> {
  const [endorsements, versions, { all }] = await Promise.all([
    listEndorsements(db, matterId),
    listVersions(db, matterId),
    organisationDirectory(db, remember),
  ])
  const standing = endorsements.filter(({ version }) => holds(version, versions))
  const codes = new Set(standing.map(({ code }) => code))
  const everyone = all.map(weighed)
  return {
    standing,
    toConfirm: endorsements.filter(({ version }) => !holds(version, versions)),
    weight: weighVoice(
      everyone.filter(({ code }) => codes.has(code)),
      everyone,
      Math.max(...all.flatMap((one) => latestPopulation(one)?.year ?? [])),
    ),
  }
}

function weighed(organisation: Organisation): Weighed {
  const { code, kind, countyCode } = organisation
  return { code, kind, countyCode, inhabitants: latestPopulation(organisation)?.inhabitants ?? 0 }
}

/** So many names have room on the map. */
const mostNames = 10

/** Where those who stand behind a text lie; null when nobody does, or the association has no map. */
export async function mapOf(
  { db, remember }: Reader,
  l: Locale,
  { standing }: Pick<Voice, 'standing'>,
): Promise<CartogramProps | null> {
  if (standing.length === 0) return null
  const { all } = await organisationDirectory(db, remember)
  if (all.every(({ circle }) => circle === null)) return null
  const t = textsOf(l).voice
  const codes = new Set(standing.map(({ code }) => code))
  const counties = new Set(
    all.filter(({ code, kind }) => kind === 'region' && codes.has(code)).map(({ countyCode }) => countyCode),
  )
  return {
    id: 'rostens-karta',
    title: t.mapTitle,
    summary: t.mapSummary(
      l.list(standing.slice(0, mostNames).map(({ organisation }) => organisation)),
      standing.length,
    ),
    language: l.language,
    single: true,
    circles: all.flatMap(({ code, kind, name, countyCode, circle }) => {
      if (kind !== 'municipality' || !circle) return []
      const [own, through] = [codes.has(code), counties.has(countyCode)]
      return [
        {
          id: code,
          label: name,
          ...circle,
          level: own ? 0 : through ? 1 : null,
          text: own ? t.endorses(name) : through ? t.regionEndorses(name) : t.doesNot(name),
          tone: own && standing.length <= mostNames ? ('with' as const) : ('group' as const),
          href: l.href(organisationPaths.profile(code)),
        },
      ]
    }),
    levels: [t.mapOwn, ...(counties.size > 0 ? [t.mapRegion] : [])],
    missingLabel: t.mapNone,
    ...(standing.some(({ madeUp }) => madeUp) ? { notice: t.mapMadeUp } : {}),
  }
}
