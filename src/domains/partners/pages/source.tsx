import type { Locale } from '#platform/i18n.ts'
import { textsOf } from '../texts.ts'

/** Where a fact stands. Sources are named as the association files them, in Swedish. */
export function Source({ l, fact }: { l: Locale; fact: { source: string; sourceAddress: string } }) {
  return (
    <span class="subtle" lang={l.tongue}>
      {textsOf(l).source}{' '}
      <span lang="sv">
        {fact.sourceAddress ? <a href={fact.sourceAddress}>{fact.source}</a> : fact.source}
      </span>
    </span>
  )
}
