import type { Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { OpenOn } from '../asking.ts'
import { votingPaths } from '../paths.ts'
import type { OwnVote } from '../queries.ts'
import { writtenReceipt } from '../receipt.ts'
import { votingTexts } from '../texts.ts'
import { asksWords, type ResultView } from '../words.ts'
import { Live } from './live.tsx'
import { fieldOf, Paper } from './paper.tsx'
import { Result } from './result.tsx'

/** An open round with the votes of the one who asks. */
export interface OpenForm extends OpenOn {
  law: string[]
  tokens: Map<number, string>
  chosen: Map<number, string[]>
  errors: Map<number, string>
}

export interface VotePageProps {
  l: Locale
  year: string
  meeting: string
  version: number
  own: OwnVote[]
  open: OpenForm | null
  latest: { question: string; view: ResultView } | null
  /** What was just taken; a receipt is null in an open ballot. */
  taken: { vote: OwnVote; receipt: string | null }[]
  refused: string | null
}

/** Where a delegate votes, on a phone: what is asked now, or the last result. */
export function VotePage(props: VotePageProps) {
  const { l, year, meeting, version, own, open, latest, taken, refused } = props
  const t = votingTexts(l).vote
  const held = own.filter(({ withdrawnWhy }) => withdrawnWhy === null)
  return (
    <>
      <PageHeader title={t.title(meeting)} lead={held.length > 0 ? t.yourVotes(held.length) : undefined} />
      {refused && (
        <Notice tone="danger" role="alert">
          <p>{refused}</p>
        </Notice>
      )}
      {taken.length > 0 && <Taken l={l} taken={taken} />}
      <Live
        events={l.href(votingPaths.events(year))}
        version={version}
        say={open ? t.say.open : t.say.closed}
        spread={1500}
        counts={false}
      >
        {held.length === 0 && <NotOnRoll l={l} own={own} />}
        {open && held.length > 0 ? (
          <Form {...props} open={open} held={held} />
        ) : (
          <EmptyState title={t.waitingTitle}>
            <p>{t.waiting}</p>
            <p>
              <ButtonLink href={l.href(votingPaths.vote(year))} variant="secondary">
                {t.reload}
              </ButtonLink>
            </p>
          </EmptyState>
        )}
        {latest && !open && (
          <>
            <p class="eyebrow">{t.latest}</p>
            <p>{latest.question}</p>
            <Result l={l} view={latest.view} level={2} />
          </>
        )}
      </Live>
    </>
  )
}

function NotOnRoll({ l, own }: { l: Locale; own: OwnVote[] }) {
  const t = votingTexts(l)
  return (
    <Notice tone="warning" title={own.length > 0 ? t.vote.withdrawn : t.vote.notOnRoll}>
      <p>{own.length > 0 ? t.refused.withdrawn : t.vote.notOnRollText}</p>
    </Notice>
  )
}

function Taken({ l, taken }: Pick<VotePageProps, 'l' | 'taken'>) {
  const t = votingTexts(l).vote
  const receipts = taken.flatMap(({ vote, receipt }) => (receipt ? [{ vote, receipt }] : []))
  return (
    <Notice tone="success" role="status" title={t.thanks(taken.length)}>
      {receipts.length === 0 ? (
        <p>{t.thanksOpen}</p>
      ) : (
        <>
          <h3>{t.receipts(receipts.length)}</h3>
          <ul class="receipts">
            {receipts.map(({ receipt }) => (
              <li key={receipt}>
                <code class="receipt">{writtenReceipt(receipt)}</code>
              </li>
            ))}
          </ul>
          <p>{t.receiptsText}</p>
        </>
      )}
    </Notice>
  )
}

function Form({ l, year, open, held }: VotePageProps & { open: OpenForm; held: OwnVote[] }) {
  const t = votingTexts(l)
  const { ballot, round, question, law, tokens, chosen, errors } = open
  const left = held.filter(({ voted }) => !voted)
  const cast = held.filter(({ voted }) => voted)
  const failed = left.flatMap((vote) => {
    const message = errors.get(vote.entryId)
    return message ? [{ field: fieldOf(vote), message }] : []
  })
  return (
    <section class="flow ballot">
      <ErrorSummary l={l} errors={failed} />
      <p class="eyebrow">
        {ballot.secret ? t.secret : t.open}
        {ballot.rounds.length > 1 && `, ${t.round(round.number).toLowerCase()}`}
      </p>
      <h2>{ballot.question}</h2>
      <p class="paper__asks">{asksWords(l, ballot, question, round)}</p>
      {left.length === 0 ? (
        <Notice tone="info" title={t.vote.voted}>
          <p>{t.vote.votedText}</p>
        </Notice>
      ) : (
        <form method="post" action={l.href(votingPaths.vote(year))} class="flow">
          {left.map((vote) => (
            <Paper
              key={vote.entryId}
              l={l}
              ballot={ballot}
              question={question}
              vote={vote}
              token={tokens.get(vote.entryId) ?? ''}
              chosen={chosen.get(vote.entryId) ?? []}
              error={errors.get(vote.entryId)}
            />
          ))}
          <Button>{t.vote.send}</Button>
        </form>
      )}
      {left.length > 0 && cast.length > 0 && (
        <ul>
          {cast.map((vote) => (
            <li key={vote.entryId}>
              {t.vote.voteOf(vote.organisationName, vote.place)}: {t.vote.isVoted}
            </li>
          ))}
        </ul>
      )}
      {law.map((sentence) => (
        <p key={sentence} class="subtle">
          {sentence}
        </p>
      ))}
    </section>
  )
}
