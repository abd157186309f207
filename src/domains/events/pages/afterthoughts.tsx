import type { Locale } from '#platform/i18n.ts'
import { evaluationPaths } from '../evaluation/paths.ts'
import { evaluationTexts } from '../evaluation/texts.ts'
import type { Event } from '../queries.ts'
import { OfficeLinks } from './office-links.tsx'

export interface AfterthoughtsProps {
  l: Locale
  event: Event
  /** Whether the reader keeps the events. */
  office: boolean
  /** Whether members may read what participants thought. */
  evaluated: boolean
}

/** What participants thought, for members; and the ways on for those who keep the event. */
export function Afterthoughts({ l, event, office, evaluated }: AfterthoughtsProps) {
  return (
    <>
      {evaluated && (
        <p>
          <a href={l.href(evaluationPaths.summary(event.id))}>{evaluationTexts(l).summary.link}</a>
        </p>
      )}
      {office && <OfficeLinks l={l} event={event} />}
    </>
  )
}
