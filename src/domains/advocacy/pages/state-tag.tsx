import type { Locale } from '#platform/i18n.ts'
import { Tag } from '#ui/components/tag.tsx'
import type { MatterState, Outcome } from '../tables.ts'
import { textsOf } from '../texts.ts'

/** Where a matter stands. */
export function StateTag({ l, state }: { l: Locale; state: MatterState }) {
  const tone = state === 'sent' ? 'brand' : state === 'closed' ? 'neutral' : 'outline'
  return <Tag tone={tone}>{textsOf(l).states[state]}</Tag>
}

/** What became of a demand. */
export function OutcomeTag({ l, outcome }: { l: Locale; outcome: Outcome }) {
  const tone = outcome === 'law' || outcome === 'practice' ? 'brand' : 'outline'
  return <Tag tone={tone}>{textsOf(l).outcomes[outcome]}</Tag>
}
