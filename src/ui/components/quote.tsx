import type { ComponentChildren } from 'preact'

export interface QuoteProps {
  /** Who says it. */
  who: string
  /** In what capacity, when. */
  role?: string
  children: ComponentChildren
}

/** The voice of somebody else. */
export function Quote({ who, role, children }: QuoteProps) {
  return (
    <figure class="quote">
      <blockquote>{children}</blockquote>
      <figcaption>
        <cite>{who}</cite>
        {role && `, ${role}`}
      </figcaption>
    </figure>
  )
}
