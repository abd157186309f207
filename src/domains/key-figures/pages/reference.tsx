import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { DecisionReference } from '../figure.ts'
import type { Voice } from '../sentences.ts'

/** The decision that something rests on: meeting, day and paragraph, with the minutes a click away. */
export function Reference({ voice: { l, t }, reference }: { voice: Voice; reference: DecisionReference }) {
  const { meeting, on, paragraph, link, madeUp } = reference
  const words = (
    <>
      <span lang="sv">{meeting}</span> {l.date(on)}, § {paragraph}
    </>
  )
  return (
    <span class="subtle">
      {link ? <a href={link}>{words}</a> : words} {madeUp && <MadeUpBadge label={t.madeUp} />}
    </span>
  )
}
