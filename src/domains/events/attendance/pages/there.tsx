import { contactPaths } from '#domains/contacts/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { textsOf } from '../../texts.ts'
import type { There as ThereData } from '../network-queries.ts'
import { attendanceTexts } from '../texts.ts'

/** Who was at an event, for members: those who agreed by name, the others counted. */
export function There({ l, there }: { l: Locale; there: ThereData }) {
  const t = attendanceTexts(l).there
  const { people, others } = there
  if (people.length === 0) return null
  return (
    <section class="flow narrow" aria-labelledby="var-med">
      <h2 id="var-med">{t.title}</h2>
      <p class="subtle">{t.lead}</p>
      <ul>
        {people.map(({ personId, name, organisation, madeUp }) => (
          <li key={`${personId} ${name}`}>
            {personId ? <a href={l.href(contactPaths.person(personId))}>{name}</a> : name}
            {organisation && `, ${organisation}`} {madeUp && <MadeUpBadge label={textsOf(l).madeUp} />}
          </li>
        ))}
      </ul>
      {others > 0 && <p>{t.counted(l.number(others))}</p>}
    </section>
  )
}
