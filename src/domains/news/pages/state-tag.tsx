import type { Locale } from '#platform/i18n.ts'
import { Tag } from '#ui/components/tag.tsx'
import type { NewsState } from '../rules.ts'
import { textsOf } from '../texts.ts'

/** Where a piece of news, or an issue, stands. */
export function StateTag({ l, state }: { l: Locale; state: NewsState }) {
  const tone = state === 'published' ? 'brand' : state === 'hidden' ? 'warning' : 'neutral'
  return <Tag tone={tone}>{textsOf(l).office.states[state]}</Tag>
}
