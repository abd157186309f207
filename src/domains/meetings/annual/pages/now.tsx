import { loginPaths } from '#domains/accounts/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Notice } from '#ui/components/notice.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting } from '../../queries.ts'
import type { Deadline } from '../deadlines.ts'
import { annualPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** What the reader may do. */
export interface May {
  loggedIn: boolean
  edit: boolean
  chair: boolean
  delegates: boolean
  motion: boolean
  nominate: boolean
  takePart: boolean
}

/** What the reader can do about the meeting at this moment. Nothing when it is over. */
export function NowYouCan({
  l,
  meeting,
  deadlines,
  may,
  today,
}: {
  l: Locale
  meeting: Meeting
  deadlines: Deadline[]
  may: May
  today: string
}) {
  const t = textsOf(l)
  const year = annualSlug(meeting)
  const before = meeting.state === 'planned' || meeting.state === 'called'
  const open = meeting.state === 'open'
  const motions = deadlines.find(({ duty }) => duty === 'motions')
  const choices: [boolean, string, string][] = [
    [may.edit, annualPaths.office(year), t.officeTitle],
    [
      may.motion && before && motions !== undefined && motions.latest >= today,
      annualPaths.newMotion(year),
      t.now.motion(l.date(motions?.latest ?? meeting.heldOn)),
    ],
    [may.nominate && before, `${annualPaths.elections(year)}#nominera`, t.now.nominate],
    [may.delegates && before, annualPaths.delegates(year), t.now.delegates],
    [may.takePart && (before || open), annualPaths.registration(year), t.now.register],
    [may.takePart && open, annualPaths.voting(year), t.now.vote],
    [may.takePart && open, annualPaths.speakers(year), t.now.speak],
    [may.takePart && (open || meeting.rollFrozenAt !== null), annualPaths.roll(year), t.now.roll],
    [!may.loggedIn && (before || open), loginPaths.login, t.now.login],
  ]
  const shown = choices.filter(([allowed]) => allowed)
  if (shown.length === 0) return null
  return (
    <Notice title={t.now.title}>
      <ul>
        {shown.map(([, href, text]) => (
          <li key={href}>
            <a href={l.href(href)}>{text}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
