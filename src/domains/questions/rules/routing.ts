/** Somebody who fits a question in one way or another, as the database knows it. */
export interface Candidate {
  personId: number
  /** The member that the person has a post in. */
  organisationCode: string
  /** Words of the question that stand among what the person knows or helps with. */
  words: string[]
  subjectIds: string[]
  /** Fitting good examples that the person has written or is the contact of. */
  exampleIds: number[]
  /** Reports the organisation's key figures. */
  isReporter: boolean
  /** Is the one to turn to in the organisation: reporter or contact official. */
  isTurnedTo: boolean
  /** How many questions the person was sent in the last seven days. */
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
export function choosePeople(
  candidates: Candidate[],
  wanted: Wanted,
  limit: number = routingLimits.atATime,
): Pick[] {
  const rarity = rarityOf(candidates, wanted.people)
  const far = wanted.likeness.size
  const fitting = candidates
    .filter(({ askedLately }) => askedLately < routingLimits.aWeek)
    .map((candidate) => ({
      candidate,
      score: scoreOf(candidate, wanted, rarity),
      place: wanted.likeness.get(candidate.organisationCode) ?? far,
    }))
    .filter(({ score }) => score > 0)
  const best = fitting.reduce((most, { score }) => Math.max(most, score), 0)
  const ordered = fitting.sort(
    (a, b) =>
      Number(b.score * 2 >= best) - Number(a.score * 2 >= best) ||
      a.place - b.place ||
      b.score - a.score ||
      a.candidate.askedLately - b.candidate.askedLately ||
      a.candidate.personId - b.candidate.personId,
  )
  return oneOfEachFirst(ordered.map(({ candidate }) => candidate))
    .slice(0, limit)
    .map((candidate) => ({
      personId: candidate.personId,
      organisationCode: candidate.organisationCode,
      signals: signalsOf(candidate, wanted),
    }))
}

/** What speaks for somebody, the strongest first. */
export function signalsOf(candidate: Candidate, { figureIds, improved, likeness }: Wanted): Signal[] {
  const { exampleIds, words, subjectIds, organisationCode, isReporter } = candidate
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

function scoreOf(candidate: Candidate, wanted: Wanted, rarity: Map<string, number>): number {
  const { exampleIds, words, subjectIds, organisationCode, isReporter, isTurnedTo } = candidate
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
function rarityOf(candidates: Candidate[], people: number): Map<string, number> {
  const known = new Map<string, number>()
  for (const { words } of candidates) {
    for (const word of words) known.set(word, (known.get(word) ?? 0) + 1)
  }
  const most = Math.log(Math.max(people, candidates.length) + 1)
  return new Map([...known].map(([word, count]) => [word, Math.max(0, 1 - Math.log(count) / most)]))
}

function oneOfEachFirst(ordered: Candidate[]): Candidate[] {
  const seen = new Set<string>()
  const [first, further]: [Candidate[], Candidate[]] = [[], []]
  for (const candidate of ordered) {
    if (seen.has(candidate.organisationCode)) further.push(candidate)
    else first.push(candidate)
    seen.add(candidate.organisationCode)
  }
  return [...first, ...further]
}
