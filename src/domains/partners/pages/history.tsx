import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Timeline } from '#ui/components/timeline.tsx'
import type { Milestone } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { Source } from './source.tsx'

/** Years on a line, each with its source. */
export function History({ l, milestones }: { l: Locale; milestones: Milestone[] }) {
  const { madeUp } = textsOf(l)
  return (
    <div lang={otherLanguage(l.language, l)}>
      <Timeline
        level={3}
        events={milestones.map((one) => ({
          year: String(one.year),
          title: one.madeUp ? `${one.title[l.language]} (${madeUp})` : one.title[l.language],
          text: (
            <>
              {one.text[l.language]} <Source l={l} fact={one} />
            </>
          ),
        }))}
      />
    </div>
  )
}
