import type { ComponentChildren } from 'preact'

export interface ButtonProps {
  variant?: 'primary' | 'secondary' | 'tertiary'
  children: ComponentChildren
}

/** Sends a form. One primary a page. */
export function Button({
  variant = 'primary',
  children,
  name,
  value,
  label,
}: ButtonProps & {
  name?: string
  value?: string
  /** What it does in full, for those who do not see what it stands beside; begins with the visible words. */
  label?: string
}) {
  return (
    <button
      class="ds-button"
      type="submit"
      data-variant={variantOf(variant)}
      name={name}
      value={value}
      aria-label={label}
    >
      {children}
    </button>
  )
}

/** A link that looks like a button: the next step of the page. */
export function ButtonLink({ variant = 'primary', href, children }: ButtonProps & { href: string }) {
  return (
    <a class="ds-button" href={href} data-variant={variantOf(variant)}>
      {children}
    </a>
  )
}

function variantOf(variant: 'primary' | 'secondary' | 'tertiary') {
  return variant === 'primary' ? undefined : variant
}
