import type { Locale } from '#platform/i18n.ts'
import { attendancePaths } from '../attendance/paths.ts'
import { attendanceTexts } from '../attendance/texts.ts'
import { certificatePaths } from '../certificates/paths.ts'
import { certificateTexts } from '../certificates/texts.ts'
import { evaluationPaths } from '../evaluation/paths.ts'
import { evaluationTexts } from '../evaluation/texts.ts'
import { materialPaths } from '../materials/paths.ts'
import { materialTexts } from '../materials/texts.ts'
import { programmePaths } from '../programme/paths.ts'
import { programmeTexts } from '../programme/texts.ts'
import type { Event } from '../queries.ts'
import { textsOf } from '../texts.ts'

/** Everything that the secretariat does around an event, each one press away. */
export function OfficeLinks({ l, event }: { l: Locale; event: Pick<Event, 'id' | 'kind'> }) {
  const { id, kind } = event
  const links = [
    { href: programmePaths.office(id), label: programmeTexts(l).office.title },
    { href: attendancePaths.checkIn(id), label: attendanceTexts(l).checkIn.title },
    { href: materialPaths.office(id), label: materialTexts(l).office.title },
    { href: evaluationPaths.office(id), label: evaluationTexts(l).office.title },
    ...(kind === 'training'
      ? [{ href: certificatePaths.office(id), label: certificateTexts(l).office.title }]
      : []),
  ]
  return (
    <nav aria-label={textsOf(l).office.title}>
      <ul class="row">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={l.href(href)}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
