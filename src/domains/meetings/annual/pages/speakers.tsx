import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { Once } from '#ui/components/once.tsx'
import { Tag } from '#ui/components/tag.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting, MeetingItem } from '../../queries.ts'
import { annualPaths } from '../paths.ts'
import type { Speaker } from '../speaking-queries.ts'
import { textsOf } from '../texts.ts'
import { MeetingFrame } from './frame.tsx'

/** Who waits for the floor; the chair ticks off, delegates ask and take back. */
export function SpeakersPage({
  l,
  meeting,
  current,
  speakers,
  personId,
  mayAsk,
  chairs,
  done,
}: {
  l: Locale
  meeting: Meeting
  current: MeetingItem | null
  speakers: Speaker[]
  personId: number
  mayAsk: boolean
  chairs: boolean
  done: string | undefined
}) {
  const t = textsOf(l).speakers
  const year = annualSlug(meeting)
  const mine = speakers.filter((speaker) => speaker.personId === personId)
  const ask = (kind: 'floor' | 'order') =>
    mine.some((speaker) => speaker.kind === kind) ? null : (
      <form method="post" action={l.href(annualPaths.speakers(year))}>
        <Once />
        <input type="hidden" name="slag" value={kind} />
        <Button variant={kind === 'floor' ? 'primary' : 'secondary'}>{t[kind]}</Button>
      </form>
    )
  return (
    <MeetingFrame l={l} meeting={meeting} title={t.title} lead={t.lead} done={done}>
      <p>{current ? <strong>{t.current(current.title)}</strong> : t.closed}</p>
      {mayAsk ? (
        <div class="row">
          {ask('floor')}
          {ask('order')}
          {mine.map(({ id, kind }) => (
            <form key={id} method="post" action={l.href(`${annualPaths.speaker(year, id)}/stryk`)}>
              <Button variant="tertiary">
                {t.back} ({t.kinds[kind]})
              </Button>
            </form>
          ))}
        </div>
      ) : null}
      <SpeakerList l={l} speakers={speakers} />
      {chairs
        ? speakers.slice(0, 1).map(({ id, personName }) => (
            <form key={id} method="post" action={l.href(`${annualPaths.speaker(year, id)}/talat`)}>
              <Button>
                {personName}: {t.done}
              </Button>
            </form>
          ))
        : null}
    </MeetingFrame>
  )
}

/** The speaking list in order, also for the projector. */
export function SpeakerList({ l, speakers }: { l: Locale; speakers: Speaker[] }) {
  const t = textsOf(l).speakers
  if (speakers.length === 0) return <EmptyState title={t.none} />
  return (
    <ol>
      {speakers.map(({ id, personName, organisationName, kind }) => (
        <li key={id}>
          {personName}
          {organisationName ? `, ${organisationName}` : ''}{' '}
          {kind === 'order' ? <Tag tone="warning">{t.kinds.order}</Tag> : null}
        </li>
      ))}
    </ol>
  )
}
