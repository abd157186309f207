import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { Details } from '#ui/components/details.tsx'
import type { JudgedRound } from '../course.ts'
import type { RollCall } from '../published-queries.ts'
import type { Ballot } from '../queries.ts'
import { writtenReceipt } from '../receipt.ts'
import { votingTexts } from '../texts.ts'
import { paperWords } from '../words.ts'

/** The published votes of a round. */
export type Votes = { rollCall: RollCall[] } | { papers: { code: string; choice: number[] }[] }

/** Longer lists are one click away. */
const shownAtOnce = 12

interface VotesOfProps {
  l: Locale
  ballot: Ballot
  withNames: boolean
  judged: JudgedRound
  votes: Votes | undefined
}

/** Every vote of a round: the roll call of an open ballot, the papers of a secret one. */
export function VotesOf({ l, ballot, withNames, judged, votes }: VotesOfProps) {
  const t = votingTexts(l).ballot
  if (!votes) return null
  const said = (choice: number[]) => paperWords(l, ballot, judged.question, choice)
  const { number } = judged.round
  if ('rollCall' in votes) {
    const person = { key: 'person', head: t.person, cell: (row: RollCall) => row.person ?? t.gone }
    return (
      <Details summary={t.rollCall(number)} open={votes.rollCall.length <= shownAtOnce}>
        <DataTable
          l={l}
          id={`upprop-${number}`}
          caption={t.rollCall(number)}
          captionHidden
          fit
          columns={[
            { key: 'organisation', head: t.organisation, cell: (row) => row.organisationName, rowHead: true },
            { key: 'place', head: t.voteNumber, cell: (row) => row.place, numeric: true },
            ...(withNames ? [person] : []),
            { key: 'choice', head: t.choice, cell: (row) => said(row.choice) },
          ]}
          rows={votes.rollCall}
          rowKey={(row) => `${row.organisationCode} ${row.place}`}
        />
      </Details>
    )
  }
  return (
    <Details summary={t.papers(number)} open={votes.papers.length <= shownAtOnce}>
      <p>{t.papersLead}</p>
      <DataTable
        l={l}
        id={`sedlar-${number}`}
        caption={t.papers(number)}
        captionHidden
        fit
        columns={[
          {
            key: 'code',
            head: t.code,
            cell: ({ code }) => <code>{writtenReceipt(code)}</code>,
            rowHead: true,
          },
          { key: 'choice', head: t.choice, cell: ({ choice }) => said(choice) },
        ]}
        rows={votes.papers}
        rowKey={({ code }) => code}
      />
    </Details>
  )
}
