import type { Locale } from '#platform/i18n.ts'
import { textsOf } from '../texts.ts'

/** Where a fact stands. */
export function Source({ l, fact }: { l: Locale; fact: { source: string; sourceAddress: string } }) {
  const text = textsOf(l).source(fact.source)
  return (
    <span class="subtle" lang={l.tongue}>
      {fact.sourceAddress ? <a href={fact.sourceAddress}>{text}</a> : text}
    </span>
  )
}
