import type { ComponentChildren, VNode } from 'preact'

export interface CardProps {
  title?: ComponentChildren
  /** Makes the title a link and the whole card its target. */
  href?: string | undefined
  level?: 2 | 3 | 4
  accent?: boolean
  children?: ComponentChildren
}

/** A thing among others of its kind. */
export function Card({ title, href, level = 3, accent = false, children }: CardProps) {
  const Heading = `h${level}` as const
  return (
    <article class={`card${href ? ' card--link' : ''}${accent ? ' card--accent' : ''}`}>
      {title && <Heading>{href ? <a href={href}>{title}</a> : title}</Heading>}
      {children}
    </article>
  )
}

/** Cards in as many columns as there is room for; a list, so that screen readers count them. */
export function CardGrid({ size, children }: { size?: 'small' | 'large'; children: VNode | VNode[] }) {
  return (
    <ul class={`card-grid${size ? ` card-grid--${size}` : ''}`}>
      {[children].flat().map((card, i) => (
        <li key={card.key ?? i}>{card}</li>
      ))}
    </ul>
  )
}
