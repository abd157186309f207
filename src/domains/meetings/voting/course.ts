import { reaches, type Statutes } from '#domains/statutes/index.ts'
import { drawLots } from './lot.ts'
import type { Ballot, Option, Round } from './queries.ts'
import { nextStep } from './rules/elimination.ts'
import { judge, type Question, type Verdict } from './rules/judge.ts'
import { type Choice, yes } from './rules/tally.ts'
import { type TieBreak, tieRule } from './rules/tie.ts'

/** A round that has been voted in and closed, with what it came to. */
export interface JudgedRound {
  round: Round
  question: Question
  verdict: Verdict
}

/** What a ballot came to as a whole. */
export interface Result {
  /** Alternatives, candidates or lists that won; a list stands once for each of its seats. */
  winners: Option[]
  /** Whether a proposal was adopted; null where that is not what was asked. */
  adopted: boolean | null
  /** Those who are elected, by name. */
  elected: string[]
}

/** What the chair does next. */
export type Next =
  | { step: 'close'; round: Round; question: Question }
  | { step: 'break'; round: Round; by: TieBreak; tied: number[]; left: number }
  | { step: 'open'; yesOption: number | null; noOption: number | null; stage: 'counter' | 'main' | 'whole' }
  | { step: 'done'; result: Result }

/** How far a ballot has come, reckoned anew from its papers each time. */
export interface Course {
  judged: JudgedRound[]
  next: Next
}

type Choices = ReadonlyMap<number, readonly Choice[]>

/** Follows a ballot through its rounds under the statutes of its meeting. Rounds that were called off do not count. */
export function courseOf(ballot: Ballot, statutes: Pick<Statutes, 'rules'>, choices: Choices): Course {
  const judged: JudgedRound[] = []
  for (const round of ballot.rounds.filter(({ cancelledWhy }) => cancelledWhy === null)) {
    const question = questionOf(ballot, round, statutes)
    if (!round.closedAt) return { judged, next: { step: 'close', round, question } }
    const seed = round.lotSeed
    const verdict = judge(question, choices.get(round.id) ?? [], {
      casting: round.casting,
      drawn: seed === null ? null : (tied) => drawLots(seed, tied),
    })
    judged.push({ round, question, verdict })
    if (verdict.waits && verdict.tie)
      return { judged, next: { step: 'break', round, by: question.tie, ...verdict.tie } }
  }
  return { judged, next: nextOf(ballot, judged) }
}

/** What a round asks, and under which paragraphs it is judged. */
export function questionOf(
  ballot: Ballot,
  { noOption }: Pick<Round, 'noOption'>,
  statutes: Pick<Statutes, 'rules'>,
): Question {
  const { kind, options, secret } = ballot
  const pair = noOption !== null
  const election = kind === 'names' || kind === 'lists'
  const tie = tieRule(statutes.rules, { election, secret, pair }).by
  if (pair) return { asks: 'pair', tie }
  const seats = ballot.seats ?? 1
  if (kind === 'names') return { asks: 'names', numbers: options.map(({ number }) => number), seats, tie }
  if (kind === 'lists') {
    return {
      asks: 'lists',
      lists: options.map(({ number, names }) => ({ number, names: names.length })),
      seats,
      tie,
    }
  }
  const share = statutes.rules[ballot.majority].value
  return { asks: 'yes-no', passes: (inFavour, cast) => reaches(share, inFavour, cast), tie }
}

function nextOf(ballot: Ballot, judged: JudgedRound[]): Next {
  if (ballot.kind === 'alternatives') return nextAlternative(ballot, judged)
  const [only] = judged
  if (!only) return { step: 'open', yesOption: null, noOption: null, stage: 'whole' }
  const { wins } = only.verdict
  if (ballot.kind === 'yes-no') return done({ winners: [], adopted: wins[0] === yes, elected: [] })
  const winners = optionsOf(ballot, wins)
  return done({ winners, adopted: null, elected: electedOf(ballot, winners) })
}

function nextAlternative(ballot: Ballot, judged: JudgedRound[]): Next {
  const pairs = judged.filter(({ question }) => question.asks === 'pair')
  const winners = pairs.map(({ round, verdict }) => {
    const winner = verdict.wins[0] === yes ? round.yesOption : round.noOption
    return winner ?? 0
  })
  const step = nextStep(
    ballot.options.map(({ number }) => number),
    winners,
  )
  if ('pair' in step)
    return { step: 'open', yesOption: step.pair.yes, noOption: step.pair.no, stage: step.stage }
  const won = optionsOf(ballot, [step.winner])
  // The rounds pick the proposal; where the statutes ask for more than half, it must reach that as a whole.
  if (ballot.majority === 'majority') return done({ winners: won, adopted: true, elected: [] })
  const whole = judged.find(({ question }) => question.asks === 'yes-no')
  if (!whole) return { step: 'open', yesOption: step.winner, noOption: null, stage: 'whole' }
  return done({ winners: won, adopted: whole.verdict.wins[0] === yes, elected: [] })
}

const done = (result: Result): Next => ({ step: 'done', result })

const optionsOf = ({ options }: Ballot, numbers: number[]): Option[] =>
  numbers.flatMap((number) => options.find((option) => option.number === number) ?? [])

/** The names of those elected: the candidates themselves, or so many from the top of each list as it has seats. */
function electedOf({ kind, options }: Ballot, winners: Option[]): string[] {
  if (kind === 'names') return winners.map(({ label }) => label)
  return options.flatMap((list) => list.names.slice(0, winners.filter((won) => won === list).length))
}

/** What a new ballot begins with, when its options are numbered from 1. */
export function firstRound(kind: Ballot['kind'], options: number): Extract<Next, { step: 'open' }> {
  const whole = { step: 'open', yesOption: null, noOption: null, stage: 'whole' } as const
  if (kind !== 'alternatives') return whole
  const first = nextStep(
    Array.from({ length: options }, (_, i) => i + 1),
    [],
  )
  return 'pair' in first
    ? { step: 'open', yesOption: first.pair.yes, noOption: first.pair.no, stage: first.stage }
    : whole
}
