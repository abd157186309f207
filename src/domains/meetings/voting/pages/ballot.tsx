import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Input } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Hall, Running } from '../asking.ts'
import type { JudgedRound } from '../course.ts'
import { votingPaths } from '../paths.ts'
import { votingTexts } from '../texts.ts'
import { lawWords, paperWords, resultView } from '../words.ts'
import { Result } from './result.tsx'
import { type Votes, VotesOf } from './votes.tsx'

/** What became of a receipt that was asked about. */
export type Checked = {
  typed: string
  found: { round: JudgedRound; choice: number[] } | null
  whole: boolean
}

export interface BallotPageProps {
  l: Locale
  year: string
  hall: Hall
  running: Running
  votes: Map<number, Votes>
  /** Delegates' names show to the network alone. */
  withNames: boolean
  checked: Checked | null
}

/** A ballot for everyone: how it went, every vote, and how to count again. */
export function BallotPage(props: BallotPageProps) {
  const { l, year, hall, running, votes, checked } = props
  const t = votingTexts(l)
  const { ballot, course } = running
  const cancelled = ballot.rounds.filter(({ cancelledWhy }) => cancelledWhy !== null)
  return (
    <>
      <PageHeader
        eyebrow={t.item(ballot.item.ordinal, ballot.item.title)}
        title={ballot.question}
        lead={t.ballot.lead(ballot.secret)}
      >
        {ballot.madeUp && (
          <p>
            <MadeUpBadge label={t.madeUp} />
          </p>
        )}
      </PageHeader>
      {course.next.step === 'close' && (
        <Notice>
          <p>{t.ballot.goesOn}</p>
        </Notice>
      )}
      {course.judged.toReversed().map((judged) => (
        <section key={judged.round.id} class="flow ballot">
          {course.judged.length > 1 && <p class="eyebrow">{t.round(judged.round.number)}</p>}
          <Result l={l} view={resultView(l, ballot, judged)} level={2} />
          {lawWords(l, hall, ballot, judged.round).map((sentence) => (
            <p key={sentence} class="subtle">
              {sentence}
            </p>
          ))}
          {judged.round.lotSeed && <Lot l={l} seed={judged.round.lotSeed} />}
        </section>
      ))}
      {cancelled.map(({ id, number, cancelledWhy }) => (
        <p key={id}>
          {t.round(number)}. {t.result.cancelled(cancelledWhy ?? '')}
        </p>
      ))}
      {ballot.secret && course.judged.length > 0 && <Check {...props} checked={checked} />}
      {course.judged.map((judged) => (
        <VotesOf
          key={judged.round.id}
          l={l}
          ballot={ballot}
          withNames={props.withNames}
          judged={judged}
          votes={votes.get(judged.round.id)}
        />
      ))}
      {course.judged.length > 0 && (
        <>
          <h2>{t.ballot.recount}</h2>
          <p>{t.ballot.recountLead}</p>
          <pre class="code">
            <code>{`node bin/recount.mjs roster.json`}</code>
          </pre>
          <p class="row">
            <a href={l.href(votingPaths.file(year, ballot.id, 'json'))}>JSON</a>{' '}
            <a href={l.href(votingPaths.file(year, ballot.id, 'csv'))}>CSV</a>
          </p>
        </>
      )}
      <p>
        <a href={l.href(votingPaths.ballots(year))}>{t.run.back}</a>
      </p>
    </>
  )
}

function Lot({ l, seed }: { l: Locale; seed: string }) {
  const t = votingTexts(l).ballot
  return (
    <Details summary={t.lot}>
      <p class="seed">{t.lotText(seed)}</p>
    </Details>
  )
}

function Check({ l, year, running, checked }: BallotPageProps) {
  const t = votingTexts(l)
  const { ballot } = running
  const found = checked?.found
  return (
    <section class="flow" id="kvitto">
      <h2>{t.ballot.check}</h2>
      {found && (
        <Notice tone="success" role="status">
          <p>{t.ballot.found(paperWords(l, ballot, found.round.question, found.choice))}</p>
          {ballot.rounds.length > 1 && <p>{t.ballot.foundIn(found.round.round.number)}</p>}
        </Notice>
      )}
      <p>{t.ballot.checkLead}</p>
      <form method="post" action={l.href(`${votingPaths.receipt(year, ballot.id)}#kvitto`)} class="form">
        <Input
          id="kod"
          name="kod"
          label={t.ballot.receipt}
          hint={t.ballot.receiptHint}
          value={checked?.typed}
          autocomplete="off"
          error={checked && !found ? (checked.whole ? t.ballot.notFound : t.ballot.notReceipt) : undefined}
        />
        <Button variant="secondary">{t.ballot.checkSend}</Button>
      </form>
    </section>
  )
}
