import { ruleWords } from '#domains/statutes/index.ts'
import type { Locale } from '#platform/i18n.ts'
import type { Hall } from './asking.ts'
import { type JudgedRound, questionOf } from './course.ts'
import type { Ballot, Round } from './queries.ts'
import type { Question } from './rules/judge.ts'
import { type Choice, no, votesFor, yes } from './rules/tally.ts'
import { tieRule } from './rules/tie.ts'
import { votingTexts } from './texts.ts'

type Sides = Pick<Round, 'yesOption' | 'noOption'>

/** What can be chosen in a round, in words, with the number that stands on the paper. */
export function choicesOf(
  l: Locale,
  ballot: Ballot,
  question: Question,
): { number: number; label: string; names: string[] }[] {
  const t = votingTexts(l)
  if (question.asks === 'names' || question.asks === 'lists') return ballot.options
  return [
    { number: yes, label: t.yes, names: [] },
    { number: no, label: t.no, names: [] },
  ]
}

/** The same, with what a yes and a no stand for named beside them: `Ja: Kalmars yrkande`. */
export function sidesOf(
  l: Locale,
  ballot: Ballot,
  question: Question,
  sides: Sides,
): { number: number; label: string }[] {
  return choicesOf(l, ballot, question).map(({ number, label }) => ({
    number,
    label: question.asks === 'pair' ? `${label}: ${sideLabel(ballot, sides, number)}` : label,
  }))
}

/** What a yes and a no mean, or how many names to choose. */
export function asksWords(l: Locale, ballot: Ballot, question: Question, sides: Sides): string {
  const t = votingTexts(l).asks
  if (question.asks === 'names') return t.names(question.seats)
  if (question.asks === 'lists') return t.lists
  const label = (number: number | null) => `”${labelOf(ballot, number)}”`
  if (question.asks === 'pair') {
    const isMain = sides.yesOption === ballot.options[0]?.number
    return (isMain ? t.main : t.counter)(label(sides.yesOption), label(sides.noOption))
  }
  return ballot.kind === 'alternatives' ? t.whole(label(sides.yesOption)) : t.yesNo
}

/** By which paragraphs a round is judged, in words. */
export function lawWords(
  l: Locale,
  { statutes }: Pick<Hall, 'statutes'>,
  ballot: Ballot,
  sides: Sides,
): string[] {
  const t = votingTexts(l)
  const question = questionOf(ballot, sides, statutes)
  const election = question.asks === 'names' || question.asks === 'lists'
  const tie = tieRule(statutes.rules, { election, secret: ballot.secret, pair: question.asks === 'pair' })
  const method = question.asks === 'lists' ? t.listsMethod : t.namesMethod
  const majority = t.majority(
    ruleWords(l, statutes.rules, ballot.majority),
    statutes.rules[ballot.majority].paragraph,
  )
  return [
    ...(election ? [method] : question.asks === 'yes-no' ? [majority] : []),
    `${t.tie[tie.by]} (${t.statutes(tie.paragraph)}).`,
  ]
}

/** A paper in words: `Ja`, `Avstår`, `Anna Ek, Bo Lind`. */
export function paperWords(l: Locale, ballot: Ballot, question: Question, choice: Choice): string {
  const t = votingTexts(l)
  if (choice.length === 0) return blankWord(l, question)
  const all = choicesOf(l, ballot, question)
  const said = choice.flatMap((number) => all.find((one) => one.number === number)?.label ?? [])
  return said.join(', ') || t.blank
}

/** What a paper without a choice is called. */
export function blankWord(l: Locale, { asks }: Question): string {
  const t = votingTexts(l)
  return asks === 'names' || asks === 'lists' ? t.blank : t.abstains
}

/** One line of a result: bar, number and words. */
export interface ResultLine {
  number: number
  label: string
  votes: number
  /** Of the papers that vote for something, 0 to 1. */
  share: number
  /** `vann`, `vald`, `2 platser`; empty for the others. */
  won: string
}

/** What a round came to, ready to be shown. */
export interface ResultView {
  round: number
  asks: string
  headline: string
  /** Lines with numbers and words; what a yes and a no stood for is named in each. */
  lines: ResultLine[]
  notes: string[]
}

/** A closed round in words. */
export function resultView(l: Locale, ballot: Ballot, { round, question, verdict }: JudgedRound): ResultView {
  const t = votingTexts(l).result
  const { tally, wins, by, waits } = verdict
  const election = question.asks === 'names' || question.asks === 'lists'
  const lines = sidesOf(l, ballot, question, round).map(({ number, label }): ResultLine => {
    const votes = votesFor(tally, number)
    const seats = wins.filter((won) => won === number).length
    const won = question.asks === 'lists' ? t.seats(seats) : election ? t.isElected : t.wins
    return {
      number,
      label,
      votes,
      share: tally.cast === 0 ? 0 : votes / tally.cast,
      won: seats > 0 ? won : '',
    }
  })
  const vacant = election && !waits ? (question.seats ?? 0) - wins.length : 0
  return {
    round: round.number,
    asks: election ? '' : asksWords(l, ballot, question, round),
    headline: headlineOf(l, ballot, { round, question, verdict }),
    lines: election ? lines.toSorted((a, b) => b.votes - a.votes || a.number - b.number) : lines,
    notes: [
      waits ? '' : t.by[by],
      t.cast(tally.cast, tally.blank, round.rollSize ?? 0, election ? t.blankPapers : t.abstained),
      vacant > 0 && wins.length > 0 ? t.vacant(vacant) : '',
    ].filter((note) => note !== ''),
  }
}

function headlineOf(l: Locale, ballot: Ballot, { round, question, verdict }: JudgedRound): string {
  const t = votingTexts(l).result
  if (verdict.waits) return t.tied[verdict.by === 'votes' ? 'chair' : verdict.by]
  const [won] = verdict.wins
  if (question.asks === 'yes-no') return won === yes ? t.adopted : t.rejected
  if (question.asks === 'pair') return t.won(`”${sideLabel(ballot, round, won ?? 0)}”`)
  if (verdict.wins.length === 0) return t.nobody
  if (question.asks === 'names')
    return t.elected(l.list(verdict.wins.map((number) => labelOf(ballot, number))))
  return t.elected(
    l.list(
      ballot.options.flatMap(({ number, names }) =>
        names.slice(0, verdict.wins.filter((one) => one === number).length),
      ),
    ),
  )
}

const labelOf = ({ options }: Ballot, number: number | null): string =>
  options.find((option) => option.number === number)?.label ?? ''

const sideLabel = (ballot: Ballot, { yesOption, noOption }: Sides, number: number): string =>
  labelOf(ballot, number === yes ? yesOption : noOption)
