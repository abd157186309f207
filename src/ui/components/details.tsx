import type { ComponentChildren } from 'preact'

export interface DetailsProps {
  summary: ComponentChildren
  open?: boolean
  id?: string
  children: ComponentChildren
}

/** Something that most readers do not need, one click away. */
export function Details({ summary, open = false, id, children }: DetailsProps) {
  return (
    <details class="ds-details" id={id} open={open}>
      <summary>{summary}</summary>
      <div class="flow">{children}</div>
    </details>
  )
}
