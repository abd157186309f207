/** Those of an organisation who fit a question in just the same way, as the database knows it. */
export interface Fit {
  personIds: number[]
  /** The member that they have a post in. */
  organisationCode: string
  /** Words of the question that stand among what they know or help with. */
  words: string[]
  subjectIds: string[]
  /** Fitting good examples that they have written or are the contact of. */
  exampleIds: number[]
  /** They report the organisation's key figures. */
  isReporter: boolean
  /** They are the ones to turn to in the organisation: reporter or contact official. */
  isTurnedTo: boolean
  /** How many questions each of them was sent in the last seven days. */
  askedLately: number
}

/** What a question leans on when it looks for people. */
export interface Wanted {
  /** The key figures that the question is about. */
  figureIds: string[]
  /** How many people could be asked at all, to tell words that few know from those that everyone does. */
  people: number
  /** Key figures among those of the question that go the right way, by organisation. */
  improved: Map<string, string[]>
  /** Place in line of each organisation, 0 for the one most like that of who asks. Empty when nobody is. */
  likeness: Map<string, number>
}

/** One thing that speaks for asking somebody. */
export type Signal =
  | { kind: 'example'; exampleId: number }
  | { kind: 'knows'; words: string[] }
  | { kind: 'subject'; subjectId: string }
  | { kind: 'improved'; figureId: string }
  | { kind: 'reports'; figureId: string }
  | { kind: 'alike' }

export interface Pick {
  personId: number
  organisationCode: string
  /** What speaks for this person, the strongest first; never empty. */
  signals: Signal[]
}

/** Never more than so many at a time, and nobody more often than that in seven days. */
export const routingLimits = { atATime: 5, aWeek: 3, waves: 4 } as const

/** So many organisations in line count as like that of who asks. */
const alikeCount = 7

/** What each thing weighs. An example that fits says most; that somebody reports the figure says least. */
const weights = {
  example: 4,
  word: 2,
  mostWords: 4,
  subject: 1.5,
  moreSubjects: 0.5,
  improved: 1.5,
  reports: 0.5,
}

/**
 * Whom to ask: those who fit at least half as well as the best come first, the most alike organisation before others,
 * one from each organisation before a second; the rest fill up in the same order. Who was asked too often lately is
 * left out.
 */
export function choosePeople(fits: Fit[], wanted: Wanted, limit: number = routingLimits.atATime): Pick[] {
  const rarity = rarityOf(fits, wanted.people)
  const far = wanted.likeness.size
  const fitting = fits
    .filter(({ askedLately }) => askedLately < routingLimits.aWeek)
    .map((fit) => ({
      fit,
      score: scoreOf(fit, wanted, rarity),
      place: wanted.likeness.get(fit.organisationCode) ?? far,
    }))
    .filter(({ score }) => score > 0)
  const best = fitting.reduce((most, { score }) => Math.max(most, score), 0)
  const ordered = fitting
    .flatMap((one) => firstOf(one.fit, limit).map((personId) => ({ ...one, personId })))
    .sort(
      (a, b) =>
        Number(b.score * 2 >= best) - Number(a.score * 2 >= best) ||
        a.place - b.place ||
        b.score - a.score ||
        a.fit.askedLately - b.fit.askedLately ||
        a.personId - b.personId,
    )
  return oneOfEachFirst(ordered)
    .slice(0, limit)
    .map(({ personId, fit }) => ({
      personId,
      organisationCode: fit.organisationCode,
      signals: signalsOf(fit, wanted),
    }))
}

/** Those among people who fit alike that can be chosen at all: more of them than are asked never are. */
function firstOf({ personIds }: Fit, limit: number): number[] {
  return personIds.toSorted((a, b) => a - b).slice(0, limit)
}

/** What speaks for somebody, the strongest first. */
export function signalsOf(fit: Fit, { figureIds, improved, likeness }: Wanted): Signal[] {
  const { exampleIds, words, subjectIds, organisationCode, isReporter } = fit
  const signals: Signal[] = [
    ...exampleIds.slice(0, 1).map((exampleId) => ({ kind: 'example' as const, exampleId })),
    ...(words.length > 0 ? [{ kind: 'knows' as const, words }] : []),
    ...subjectIds.map((subjectId) => ({ kind: 'subject' as const, subjectId })),
    ...(improved.get(organisationCode) ?? []).map((figureId) => ({ kind: 'improved' as const, figureId })),
    ...(isReporter ? figureIds.slice(0, 1).map((figureId) => ({ kind: 'reports' as const, figureId })) : []),
  ]
  const place = likeness.get(organisationCode)
  return place !== undefined && place < alikeCount ? [...signals, { kind: 'alike' }] : signals
}

function scoreOf(fit: Fit, wanted: Wanted, rarity: Map<string, number>): number {
  const { exampleIds, words, subjectIds, organisationCode, isReporter, isTurnedTo } = fit
  const known = words.reduce((sum, word) => sum + weights.word * (rarity.get(word) ?? 0), 0)
  const own =
    (exampleIds.length > 0 ? weights.example : 0) +
    Math.min(known, weights.mostWords) +
    (subjectIds.length > 0 ? weights.subject : 0) +
    (subjectIds.length > 1 ? weights.moreSubjects : 0)
  // A curve that goes the right way speaks for those who know something of the subject, or whom one turns to there.
  const improved = wanted.improved.has(organisationCode) && (own > 0 || isTurnedTo) ? weights.improved : 0
  return own + improved + (isReporter && wanted.figureIds.length > 0 ? weights.reports : 0)
}

/** How much a word tells: near 1 when few know it, 0 when everyone does. */
function rarityOf(fits: Fit[], people: number): Map<string, number> {
  const known = new Map<string, number>()
  let all = 0
  for (const { words, personIds } of fits) {
    all += personIds.length
    for (const word of words) known.set(word, (known.get(word) ?? 0) + personIds.length)
  }
  const most = Math.log(Math.max(people, all) + 1)
  return new Map([...known].map(([word, count]) => [word, Math.max(0, 1 - Math.log(count) / most)]))
}

function oneOfEachFirst<T extends { fit: Fit }>(ordered: T[]): T[] {
  const seen = new Set<string>()
  const [first, further]: [T[], T[]] = [[], []]
  for (const one of ordered) {
    if (seen.has(one.fit.organisationCode)) further.push(one)
    else first.push(one)
    seen.add(one.fit.organisationCode)
  }
  return [...first, ...further]
}
