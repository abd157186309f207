import type { ComponentChildren } from 'preact'

export interface TagProps {
  tone?: 'neutral' | 'brand' | 'warning' | 'outline'
  children: ComponentChildren
}

/** A short label on a thing: its kind or its state. */
export function Tag({ tone = 'neutral', children }: TagProps) {
  return <span class={`tag tag--${tone}`}>{children}</span>
}

/** Marks a value or a person that exists only in the demonstration: "påhittat". */
export function MadeUpBadge({ label }: { label: string }) {
  return <span class="tag tag--made-up">{label}</span>
}
