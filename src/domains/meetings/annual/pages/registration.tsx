import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Button } from '#ui/components/button.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting } from '../../queries.ts'
import type { Registered } from '../delegate-queries.ts'
import { annualPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { whenOf } from '../words.ts'
import { MeetingFrame } from './frame.tsx'

/** Whether and how somebody comes to the meeting. */
export function RegistrationPage({
  l,
  meeting,
  delegate,
  registered,
  done,
}: {
  l: Locale
  meeting: Meeting
  delegate: boolean
  registered: Registered | undefined
  done: string | undefined
}) {
  const texts = textsOf(l)
  const t = texts.registration
  const here = annualPaths.registration(annualSlug(meeting))
  const open = ['planned', 'called', 'open'].includes(meeting.state)
  return (
    <MeetingFrame l={l} meeting={meeting} title={t.title} lead={whenOf(l, meeting)} done={done}>
      <p>{delegate ? t.delegate : t.observer}</p>
      {registered ? <p>{t.registered(texts.forms[registered.attends])}</p> : null}
      {open && !registered ? (
        <form class="form" method="post" action={l.href(here)}>
          {meeting.form === 'both' ? (
            <Boxes
              id="deltar"
              name="deltar"
              kind="radio"
              legend={t.attends}
              options={[
                { value: 'on-site', label: texts.forms['on-site'] },
                { value: 'online', label: texts.forms.online },
              ]}
              chosen={['on-site']}
            />
          ) : null}
          <Button>{t.register}</Button>
        </form>
      ) : null}
      {open && registered && !registered.checkedAt ? (
        <form method="post" action={l.href(`${here}/avboj`)}>
          <Button variant="tertiary">{t.undo}</Button>
        </form>
      ) : null}
    </MeetingFrame>
  )
}
