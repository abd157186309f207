#!/usr/bin/env node
// Counts the published votes of a ballot again, with nothing of the program: node bin/recount.mjs roster.json
// Reads the JSON that the page of a ballot gives, judges each round by the rules that stand in it, and says whether it
// comes to the same as the program. Of the CSV (round,vote,choice) it can only count how often each number was chosen.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const file = process.argv[2]
if (!file) {
  console.error('Say which file: node bin/recount.mjs roster.json')
  process.exit(2)
}
const text = readFileSync(file, 'utf8')
process.exitCode = text.trimStart().startsWith('{') ? recount(JSON.parse(text)) : countRows(text)

function recount(ballot) {
  console.log(`${ballot.meeting}: ${ballot.question}`)
  if (ballot.madeUp) console.log('Made up for the demonstration.')
  let wrong = 0
  for (const round of ballot.rounds) {
    const { votes, blank, twice } = count(round.votes)
    const wins = judge(ballot, round, votes)
    const same = JSON.stringify(wins) === JSON.stringify(round.wins) && twice === 0
    if (!same) wrong += 1
    console.log(`\nRound ${round.number}: ${round.votes.length} votes, ${blank} blank`)
    for (const [number, label] of labelsOf(ballot, round))
      console.log(`  ${label}: ${votes.get(number) ?? 0}`)
    if (twice > 0) console.log(`  ${twice} votes stand twice`)
    console.log(`  wins: ${namesOf(ballot, round, wins) || 'nothing yet: the votes are equal'}`)
    console.log(
      same ? '  The program came to the same.' : `  THE PROGRAM CAME TO SOMETHING ELSE: ${round.wins}`,
    )
  }
  return wrong === 0 ? 0 : 1
}

function count(papers) {
  const votes = new Map()
  const seen = new Set()
  let [blank, twice] = [0, 0]
  for (const { id, choice } of papers) {
    if (seen.has(id)) twice += 1
    seen.add(id)
    if (choice.length === 0) blank += 1
    for (const number of new Set(choice)) votes.set(number, (votes.get(number) ?? 0) + 1)
  }
  return { votes, blank, twice }
}

function judge(ballot, round, votes) {
  const of = (number) => votes.get(number) ?? 0
  if (ballot.kind === 'names' || ballot.kind === 'lists') {
    const claims = ballot.options.flatMap(({ number, names }) =>
      Array.from({ length: ballot.kind === 'names' ? 1 : Math.min(names.length, ballot.seats) }, (_, i) => [
        number,
        of(number) / (i + 1),
      ]),
    )
    return seats(
      claims.filter(([, quotient]) => quotient > 0),
      ballot.seats,
      round,
    )
  }
  const [yes, no] = [of(1), of(2)]
  if (round.noOption === null) {
    const { moreThan, part, whole } = ballot.majority
    const [mine, needed] = [yes * whole, (yes + no) * part]
    if (yes + no > 0 && (moreThan ? mine > needed : mine >= needed)) return [1]
    if (yes !== no || part * 2 !== whole || round.tie === 'falls') return [2]
  }
  return yes === no ? broken(round, [1, 2]).slice(0, 1) : [yes > no ? 1 : 2]
}

/** The highest get the seats; those who are equal for the last ones are told apart by the chair or the lot. */
function seats(claims, count, round) {
  const sorted = claims.toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
  const [last, next] = [sorted[count - 1], sorted[count]]
  if (!last || !next || last[1] !== next[1]) return sorted.slice(0, count).map(([number]) => number)
  const sure = sorted.filter(([, quotient]) => quotient > last[1]).map(([number]) => number)
  const tied = sorted.filter(([, quotient]) => quotient === last[1]).map(([number]) => number)
  const order = broken(round, tied)
  return order.length === 0 ? [] : [...sure, ...order.slice(0, count - sure.length)]
}

/** The order of those who are tied: the chair's, or by the SHA-256 of `seed:number`; empty while neither is there. */
function broken({ casting, lotSeed }, tied) {
  if (casting) return casting
  if (!lotSeed) return []
  const drawn = (number) => createHash('sha256').update(`${lotSeed}:${number}`).digest('hex')
  return tied.toSorted((a, b) => (drawn(a) < drawn(b) ? -1 : 1))
}

function labelsOf({ kind, options }, { yesOption, noOption }) {
  if (kind === 'names' || kind === 'lists') return options.map(({ number, label }) => [number, label])
  const label = (number) => options.find((option) => option.number === number)?.label
  const side = (word, number) => (number ? `${word}: ${label(number)}` : word)
  return [
    [1, side('Yes', yesOption)],
    [2, side('No', noOption)],
  ]
}

function namesOf(ballot, round, wins) {
  const labels = new Map(labelsOf(ballot, round))
  return wins.map((number) => labels.get(number)).join(', ')
}

function countRows(csv) {
  const counts = new Map()
  for (const row of csv.split(/\r?\n/).slice(1)) {
    if (row === '') continue
    const [round, , choice = ''] = row.split(',')
    for (const number of choice === '' ? ['blank'] : choice.split(' ')) {
      const key = `round ${round}, ${number}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  for (const [what, votes] of [...counts].sort()) console.log(`${what}: ${votes}`)
  return 0
}
