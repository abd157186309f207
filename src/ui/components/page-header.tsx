import type { ComponentChildren } from 'preact'

export interface PageHeaderProps {
  title: ComponentChildren
  /** One or two sentences that say what the page answers. */
  lead?: ComponentChildren
  /** A short line above the title: what kind of page this is. */
  eyebrow?: ComponentChildren
  children?: ComponentChildren
}

/** The head of a page: its only h1, and a lead. */
export function PageHeader({ title, lead, eyebrow, children }: PageHeaderProps) {
  return (
    <header class="page-header">
      {eyebrow && <p class="eyebrow">{eyebrow}</p>}
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </header>
  )
}
