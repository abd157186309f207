import type { ComponentChildren } from 'preact'

export interface TimelineEvent {
  /** A year or a span: "1983", "1989–95". */
  year: string
  title: string
  text?: ComponentChildren
}

/** Years on a line, oldest first. */
export function Timeline({ events, level = 2 }: { events: TimelineEvent[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const
  return (
    <ol class="timeline">
      {events.map(({ year, title, text }) => (
        <li key={`${year} ${title}`}>
          <Heading>
            <span class="timeline__year">{year}</span> {title}
          </Heading>
          {text && <p>{text}</p>}
        </li>
      ))}
    </ol>
  )
}
