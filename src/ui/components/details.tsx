import type { ComponentChildren } from 'preact'

export interface DetailsProps {
  summary: ComponentChildren
  open?: boolean
  id?: string
  /** Further class, such as one that keeps it off paper. */
  class?: string
  children: ComponentChildren
}

/** Something that most readers do not need, one click away. */
export function Details({ summary, open = false, id, class: further, children }: DetailsProps) {
  return (
    <details class={further ? `ds-details ${further}` : 'ds-details'} id={id} open={open}>
      <summary>{summary}</summary>
      <div class="flow">{children}</div>
    </details>
  )
}
