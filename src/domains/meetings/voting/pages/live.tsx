import type { ComponentChildren } from 'preact'

export interface LiveProps {
  /** Address of the events. */
  events: string
  version: number
  /** What a screen reader is told when it has changed. */
  say: string
  /** At most so many milliseconds until this page is read anew: hundreds of phones do not ask in the same instant. */
  spread: number
  /** Something counts up meanwhile, in an element with `data-count`. */
  counts: boolean
  children: ComponentChildren
}

/** A part of a page that changes by itself when a ballot is opened or closed. */
export function Live({ events, version, say, spread, counts, children }: LiveProps) {
  return (
    <>
      <p class="sr-only" role="status" data-live-status />
      <div
        id="live"
        class="flow"
        tabIndex={-1}
        data-live={events}
        data-version={version}
        data-say={say}
        data-spread={spread}
        data-counts={counts ? 'yes' : 'no'}
      >
        {children}
      </div>
    </>
  )
}
