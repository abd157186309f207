import type { ComponentChildren } from 'preact'

/** Stands where there is nothing to show: says why, and gives the way on. */
export function EmptyState({
  title,
  level = 2,
  children,
}: {
  title: string
  level?: 2 | 3
  children?: ComponentChildren
}) {
  const Heading = `h${level}` as const
  return (
    <div class="empty flow">
      <Heading>{title}</Heading>
      {children}
    </div>
  )
}
