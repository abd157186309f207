import type { Database } from '#database/tables.ts'
import { type Askable, listAskable } from '#domains/contacts/index.ts'
import {
  effectOfExample,
  listPublishedExamples,
  type PublishedExample,
} from '#domains/good-examples/index.ts'
import {
  type CountedReading,
  counted,
  type EffectOfMeasure,
  type FigureView,
  loadNearness,
  mostImproved,
  type Standing,
} from '#domains/key-figures/index.ts'
import { isMember } from '#domains/members/index.ts'
import type { Asked } from '#platform/http/context.ts'
import { alikeIn, type Trait } from './rules.ts'

/** What somebody did, and what the curve did after it. */
export interface Told {
  example: PublishedExample
  effect: EffectOfMeasure | null
}

/** One to learn from: how it has improved, what it did, and whom to ask. */
export interface Suggestion {
  standing: Standing
  /** First and last value of the trend. */
  from: CountedReading
  to: CountedReading
  /** What it is alike mine in; null where that is not known. */
  alike: Trait[] | null
  told: Told[]
  /** Those who can be asked and show themselves to this reader. */
  people: Askable[]
  /** Somebody more can be asked, but only members see who. */
  peopleForMembers: boolean
  member: boolean
}

/** So many are told of at length; the rest stand in the table. */
export const mostSuggested = 5
const mostExamples = 3
const mostPeople = 3

/** Those of the group who have improved most, mine not among them. */
export function improvedOthers(view: FigureView): Standing[] {
  return mostImproved(view).filter(({ organisation }) => organisation.code !== view.mine?.organisation.code)
}

/** How many others have been tested, and how many of them go the right way; a large group is not listed whole. */
export function countOthers(
  { members, mine, many, ways }: FigureView,
  improved: Standing[],
): { tested: number; right: number } {
  if (!many || !ways) {
    const others = members.filter((one) => one !== mine && one.trend.word !== 'too-few')
    return { tested: others.length, right: improved.length }
  }
  const own = mine?.trend.word
  const tested = ways.right + ways.wrong + ways.unchanged - (own && own !== 'too-few' ? 1 : 0)
  return { tested, right: ways.right - (own === 'right' ? 1 : 0) }
}

/** The first and the last value that a trend leans on. */
export function endsOf({ readings, trend }: Standing): { from: CountedReading; to: CountedReading } | null {
  const values = counted(readings)
  const from = values.find(({ year }) => year === trend.since)
  const to = values.find(({ year }) => year === trend.until)
  return from && to ? { from, to } : null
}

/** Who reads: a member sees more people than a visitor, and is not told to ask itself. */
export interface Reading {
  member: boolean
  personId: number | null
}

/** Who to learn from in a view, with what they did and whom to ask, as far as this reader may see. */
export async function loadSuggestions(
  asked: Asked<Database>,
  view: FigureView,
  reading: Reading,
): Promise<Suggestion[]> {
  const improved = improvedOthers(view).slice(0, mostSuggested)
  const codes = improved.map(({ organisation }) => organisation.code)
  const figureId = view.figure.id
  const [nearness, examples, people] = await Promise.all([
    view.mine ? loadNearness(asked, view.mine.organisation.code, codes) : [],
    codes.length === 0
      ? []
      : listPublishedExamples(asked.db, { figureIds: [figureId], organisationCodes: codes }),
    listAskable(asked.db, { codes, figureId, today: asked.today }),
  ])
  const suggestions = improved.map(async (standing): Promise<Suggestion[]> => {
    const { code } = standing.organisation
    const ends = endsOf(standing)
    if (!ends) return []
    const differences = nearness.find((one) => one.code === code)?.differences
    const theirs = people.filter(
      ({ organisationCode, personId }) => organisationCode === code && personId !== reading.personId,
    )
    const seen = theirs.filter(({ shownTo }) => reading.member || shownTo === 'everyone')
    const told = examples.filter(({ organisation }) => organisation.code === code).slice(0, mostExamples)
    return [
      {
        standing,
        ...ends,
        alike: differences ? alikeIn(differences) : null,
        told: await Promise.all(
          told.map(async (example) => ({ example, effect: await effectOfExample(asked, example, figureId) })),
        ),
        people: seen.slice(0, mostPeople),
        peopleForMembers: seen.length < theirs.length,
        member: isMember(standing.organisation, asked.today),
      },
    ]
  })
  return (await Promise.all(suggestions)).flat()
}
