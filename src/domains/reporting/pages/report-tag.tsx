import type { Locale } from '#platform/i18n.ts'
import { Tag } from '#ui/components/tag.tsx'
import type { ReportState } from '../rules.ts'
import { textsOf } from '../texts.ts'

/** Where a report stands. */
export function ReportTag({ l, state }: { l: Locale; state: ReportState }) {
  const tone =
    state === 'published' || state === 'verified' ? 'brand' : state === 'returned' ? 'warning' : 'neutral'
  return (
    <span class="row">
      <Tag tone={tone}>{textsOf(l).states[state]}</Tag>
    </span>
  )
}
