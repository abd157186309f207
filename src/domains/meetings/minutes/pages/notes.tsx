import { textIn } from '#platform/http/form.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { minutesSteps } from '../organ.ts'
import { textsOf } from '../texts.ts'
import type { MinutesPageProps } from './minutes.tsx'

/** Corrections beside approved minutes. */
export function Notes({ l, meeting, notes, address, mayWrite, typed, errors }: MinutesPageProps) {
  const t = textsOf(l)
  if (meeting.state !== 'approved') return null
  const error = errors.rattelse
  return (
    <>
      {notes.length > 0 && (
        <section class="flow" aria-labelledby="rattelser">
          <h2 id="rattelser">{t.notes}</h2>
          {notes.map(({ id, text, writtenBy, writtenAt }) => (
            <article key={id} class="card">
              <p class="subtle">{t.noteBy(writtenBy, l.moment(writtenAt))}</p>
              <p class="written">{text}</p>
            </article>
          ))}
        </section>
      )}
      {mayWrite && (
        <Details summary={t.addNote} open={error !== undefined}>
          <form class="form" method="post" action={l.href(address + minutesSteps.note)} noValidate>
            <Textarea
              id="rattelse"
              name="text"
              label={t.noteLabel}
              hint={t.noteHint}
              error={error && (t.errors[error] ?? error)}
              value={textIn(typed, 'rattelse')}
            />
            <div class="row">
              <Button variant="secondary">{t.saveNote}</Button>
            </div>
          </form>
        </Details>
      )}
    </>
  )
}
