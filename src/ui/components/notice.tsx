import type { ComponentChildren } from 'preact'

export interface NoticeProps {
  tone?: 'info' | 'success' | 'warning' | 'danger'
  title?: string
  /** `status` for a message about what just happened: screen readers then say it. */
  role?: 'status' | 'alert'
  children: ComponentChildren
}

/** A message in the page, with a sign and a colour for its kind. */
export function Notice({ tone = 'info', title, role, children }: NoticeProps) {
  return (
    <div class="ds-alert flow" data-color={tone} role={role}>
      {title && <h2>{title}</h2>}
      {children}
    </div>
  )
}
