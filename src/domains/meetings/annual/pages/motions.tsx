import type { Breach } from '#domains/statutes/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/components/button.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting } from '../../queries.ts'
import type { Motion } from '../motion-queries.ts'
import { annualPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { MeetingFrame } from './frame.tsx'

/** The motions to a meeting that the reader may see. */
export function MotionsPage({
  l,
  meeting,
  motions,
  documentsOpen,
  deadline,
  mayWrite,
  done,
}: {
  l: Locale
  meeting: Meeting
  motions: Motion[]
  documentsOpen: boolean
  deadline: Breach
  mayWrite: boolean
  done: string | undefined
}) {
  const texts = textsOf(l)
  const t = texts.motions
  const year = annualSlug(meeting)
  return (
    <MeetingFrame
      l={l}
      meeting={meeting}
      title={t.title}
      lead={t.lead(l.date(deadline.latest), deadline.paragraph)}
      done={done}
    >
      {documentsOpen ? null : <p>{t.hidden}</p>}
      {motions.length === 0 ? <EmptyState title={t.none} /> : null}
      <ul class="flow">
        {motions.map((motion) => (
          <li key={motion.id}>
            <a href={l.href(annualPaths.motion(year, motion.id))}>{motion.title}</a>,{' '}
            {motion.organisationName}{' '}
            {motion.outcome ? <Tag tone="brand">{texts.decisions.outcomes[motion.outcome]}</Tag> : null}{' '}
            {motion.madeUp && <MadeUpBadge label={texts.madeUp} />}
          </li>
        ))}
      </ul>
      {mayWrite ? <ButtonLink href={l.href(annualPaths.newMotion(year))}>{t.new}</ButtonLink> : null}
    </MeetingFrame>
  )
}
