import type { ComponentProps } from 'preact'
import { FeeProposalView } from '#domains/fees/index.ts'
import { type Statutes, StatutesChanges } from '#domains/statutes/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Markdown } from '#ui/components/markdown.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting } from '../../queries.ts'
import { annualPaths } from '../paths.ts'
import type { Proposal } from '../proposal-queries.ts'
import { textsOf } from '../texts.ts'
import { MeetingFrame } from './frame.tsx'

/** A proposal of the board with all that the members need to judge it. */
export function ProposalPage({
  l,
  meeting,
  proposal,
  fee,
  statutes,
  mayWithdraw,
  done,
}: {
  l: Locale
  meeting: Meeting
  proposal: Proposal
  fee: ComponentProps<typeof FeeProposalView>['compared'] | undefined
  statutes: { before: Statutes; after: Statutes } | undefined
  mayWithdraw: boolean
  done: string | undefined
}) {
  const t = textsOf(l).proposals
  const year = annualSlug(meeting)
  return (
    <MeetingFrame
      l={l}
      meeting={meeting}
      title={proposal.title}
      lead={`${t.kinds[proposal.kind]}. ${proposal.business ? t.takesEffect : ''}`}
      done={done}
      madeUp={proposal.madeUp}
    >
      {fee || statutes ? null : <Markdown text={proposal.text} />}
      {fee ? <FeeProposalView l={l} compared={fee} /> : null}
      {statutes ? <StatutesChanges l={l} before={statutes.before} after={statutes.after} /> : null}
      {mayWithdraw ? (
        <form method="post" action={l.href(`${annualPaths.proposal(year, proposal.id)}/ta-tillbaka`)}>
          <Button variant="tertiary">{t.withdraw}</Button>
        </form>
      ) : null}
    </MeetingFrame>
  )
}
