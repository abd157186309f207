import type { ComponentChildren } from 'preact'
import type { Locale } from '#platform/i18n.ts'
import { Notice } from '#ui/components/notice.tsx'
import { Tag } from '#ui/components/tag.tsx'
import type { Part } from '../report.ts'
import type { Condition } from '../rules/condition.ts'
import { textsOf } from '../texts.ts'

const tones = { well: 'brand', look: 'outline', act: 'warning' } as const

/** How a part is doing, in a word or two. */
export function ConditionTag({ l, condition }: { l: Locale; condition: Condition }) {
  return <Tag tone={tones[condition]}>{textsOf(l).conditions[condition]}</Tag>
}

export interface PartSectionProps {
  l: Locale
  part: Part
  condition: Condition
  children: ComponentChildren
}

/** One part of the program: its facts, and what to do when it is not well. */
export function PartSection({ l, part, condition, children }: PartSectionProps) {
  const t = textsOf(l)
  return (
    <section class="flow" aria-labelledby={part}>
      <h2 id={part}>
        {t.parts[part]} <ConditionTag l={l} condition={condition} />
      </h2>
      {condition !== 'well' && (
        <Notice tone={condition === 'act' ? 'warning' : 'info'}>
          <p>{t[part].help}</p>
        </Notice>
      )}
      {children}
    </section>
  )
}
