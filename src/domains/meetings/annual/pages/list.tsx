import type { Locale } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting } from '../../queries.ts'
import { annualPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { titleOf, whenOf } from '../words.ts'

/** All annual meetings, the newest first. */
export function ListPage({
  l,
  meetings,
  mayPlan,
  done,
}: {
  l: Locale
  meetings: Meeting[]
  mayPlan: boolean
  done: string | undefined
}) {
  const t = textsOf(l)
  return (
    <>
      <Done text={done && t.notices[done]} />
      <PageHeader title={t.listTitle} lead={t.listLead}>
        {mayPlan ? (
          <p>
            <ButtonLink href={l.href(annualPaths.newMeeting)}>{t.plan}</ButtonLink>
          </p>
        ) : null}
      </PageHeader>
      {meetings.length === 0 ? <EmptyState title={t.none} /> : null}
      <ul class="flow">
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <a href={l.href(annualPaths.meeting(annualSlug(meeting)))}>{titleOf(l, meeting)}</a>{' '}
            <Tag tone={meeting.state === 'open' ? 'brand' : 'neutral'}>{t.states[meeting.state]}</Tag>{' '}
            {meeting.madeUp && <MadeUpBadge label={t.madeUp} />}
            <br />
            {whenOf(l, meeting)}
            {meeting.place ? `, ${meeting.place}` : ''}
          </li>
        ))}
      </ul>
    </>
  )
}
