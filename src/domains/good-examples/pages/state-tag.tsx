import type { Locale } from '#platform/i18n.ts'
import { Tag } from '#ui/components/tag.tsx'
import type { Example } from '../example-queries.ts'
import { textsOf } from '../texts.ts'

const tones = { draft: 'neutral', asked: 'outline', published: 'brand', hidden: 'warning' } as const

/** How far an example has come: a draft, one that colleagues comment on, published, or hidden. */
export function StateTag({ l, example }: { l: Locale; example: Example }) {
  const { state, hiddenAt, peers } = example
  const shown = hiddenAt ? 'hidden' : state === 'draft' && peers > 0 ? 'asked' : state
  return <Tag tone={tones[shown]}>{textsOf(l).mine.states[shown]}</Tag>
}
