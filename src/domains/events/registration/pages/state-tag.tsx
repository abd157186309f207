import type { Locale } from '#platform/i18n.ts'
import { Tag } from '#ui/components/tag.tsx'
import type { Participant } from '../participant-queries.ts'
import { textsOf } from '../texts.ts'

/** Whether somebody has a place, waits (and where in line), or has cancelled. */
export function StateTag({ l, participant }: { l: Locale; participant: Participant }) {
  const { stateTags } = textsOf(l)
  const { state, inLine } = participant
  if (state === 'placed') return <Tag tone="brand">{stateTags.placed}</Tag>
  if (state === 'cancelled') return <Tag tone="outline">{stateTags.cancelled}</Tag>
  return <Tag>{`${stateTags.waiting} (${inLine ?? ''})`}</Tag>
}
