import type { Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Card } from '#ui/components/card.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Hall, Running } from '../asking.ts'
import { votingPaths } from '../paths.ts'
import type { Refusal } from '../tables.ts'
import { votingTexts } from '../texts.ts'
import { resultView } from '../words.ts'

export interface BallotsPageProps {
  l: Locale
  year: string
  hall: Hall
  /** For those who run ballots; null for everybody else. */
  office: { openToAll: boolean; refusals: { reason: Refusal; person: string | null; at: Date }[] } | null
  done: string | undefined
}

/** Everything that a meeting has voted on. */
export function BallotsPage({ l, year, hall, office, done }: BallotsPageProps) {
  const t = votingTexts(l)
  const said = t.ballots.done[done === 'alla' ? 'alla' : 'bara-kansliet']
  return (
    <>
      <PageHeader title={t.ballots.title(hall.meeting.title)} lead={t.ballots.lead} />
      <Done text={done !== undefined && said} />
      {office && (
        <p class="row">
          <ButtonLink href={l.href(votingPaths.new(year))}>{t.ballots.new}</ButtonLink>
          <ButtonLink href={l.href(votingPaths.projector(year))} variant="secondary">
            {t.ballots.projector}
          </ButtonLink>
        </p>
      )}
      {hall.ballots.length === 0 && (
        <EmptyState title={t.ballots.empty}>
          <p>{t.ballots.emptyText}</p>
        </EmptyState>
      )}
      {hall.ballots.toReversed().map((running) => (
        <BallotCard key={running.ballot.id} l={l} year={year} running={running} runs={office !== null} />
      ))}
      {office && <Office l={l} year={year} {...office} />}
    </>
  )
}

function BallotCard({
  l,
  year,
  running,
  runs,
}: {
  l: Locale
  year: string
  running: Running
  runs: boolean
}) {
  const t = votingTexts(l)
  const { ballot, course } = running
  const last = course.judged.at(-1)
  const state =
    course.next.step === 'close' ? t.ballots.goesOn : course.next.step === 'done' ? '' : t.ballots.notDone
  return (
    <Card title={ballot.question} level={2} href={l.href(votingPaths.ballot(year, ballot.id))}>
      <p class="subtle">
        {t.item(ballot.item.ordinal, ballot.item.title)}. {ballot.secret ? t.secret : t.open}.{' '}
        {ballot.madeUp && <MadeUpBadge label={t.madeUp} />}
      </p>
      {last && course.next.step !== 'close' && <p>{resultView(l, ballot, last).headline}</p>}
      {state && <p>{state}</p>}
      {runs && course.next.step !== 'done' && (
        <p>
          <a href={l.href(votingPaths.run(year, ballot.id))}>{t.ballots.run}</a>
        </p>
      )}
    </Card>
  )
}

function Office({
  l,
  year,
  openToAll,
  refusals,
}: { l: Locale; year: string } & NonNullable<BallotsPageProps['office']>) {
  const t = votingTexts(l)
  return (
    <>
      <h2>{t.ballots.projector}</h2>
      <form method="post" action={l.href(votingPaths.openToAll(year))} class="flow">
        <p>{openToAll ? t.ballots.isOpenToAll : t.ballots.openToAllHint}</p>
        <Button variant="secondary" name="alla" value={openToAll ? 'nej' : 'ja'}>
          {openToAll ? t.ballots.closeToAll : t.ballots.openToAll}
        </Button>
      </form>
      <h2>{t.ballots.refusals}</h2>
      <p>{refusals.length > 0 ? t.ballots.refusalsLead : t.ballots.noRefusals}</p>
      {refusals.length > 0 && (
        <DataTable
          l={l}
          id="nekade"
          caption={t.ballots.refusals}
          captionHidden
          fit
          columns={[
            { key: 'at', head: t.ballots.when, cell: ({ at }) => l.moment(at), rowHead: true },
            { key: 'who', head: t.ballots.who, cell: ({ person }) => person ?? t.ballots.somebody },
            { key: 'why', head: t.ballots.why, cell: ({ reason }) => t.reasons[reason] },
          ]}
          rows={refusals}
          rowKey={({ at, reason, person }) => `${at.toISOString()} ${person} ${reason}`}
        />
      )}
    </>
  )
}
