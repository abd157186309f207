import { statutesPaths } from '#domains/statutes/index.ts'
import { textIn } from '#platform/http/form.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Checkbox } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Textarea } from '#ui/components/textarea.tsx'
import { typedOf } from '../forms.ts'
import { boardPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import type { MeetingPageProps } from './meeting.tsx'
import { MeetingForm } from './meeting-form.tsx'

/** Calling the meeting in time, changing or cancelling it, and opening it on its day. */
export function Calling(props: MeetingPageProps) {
  const { l, meeting, today, mayEdit, mayDecide } = props
  const t = textsOf(l)
  const { state, id } = meeting
  if (state !== 'planned' && state !== 'called') return null
  return (
    <>
      {state === 'planned' && <Call {...props} />}
      {state === 'called' && mayDecide && (
        <section class="flow" aria-labelledby="oppna">
          <h2 id="oppna">{t.opening.title}</h2>
          {meeting.heldOn > today ? (
            <p>{t.opening.notYet(l.date(meeting.heldOn))}</p>
          ) : (
            <form method="post" action={l.href(boardPaths.open(id))}>
              <Button>{t.opening.button}</Button>
            </form>
          )}
        </section>
      )}
      {mayEdit && <Changes {...props} />}
    </>
  )
}

function Call({ l, meeting, today, notice, mayEdit, about, typed, errors }: MeetingPageProps) {
  const texts = textsOf(l)
  const t = texts.call
  const late = today > notice.latest
  const mine = about === 'kallelse'
  const field = fieldsOf(mine ? typed : {}, mine ? errors : {}, texts.errors)
  return (
    <section class="flow" aria-labelledby="kallelse">
      <h2 id="kallelse">{t.title}</h2>
      <p>
        {late
          ? t.late(l.date(notice.latest), notice.paragraph)
          : t.by(l.date(notice.latest), notice.paragraph)}{' '}
        <a href={l.href(statutesPaths.paragraph(notice.paragraph))}>{t.read(notice.paragraph)}</a>
      </p>
      {mayEdit && (
        <form class="form" method="post" action={l.href(boardPaths.call(meeting.id))} noValidate>
          <p>{t.text}</p>
          <Textarea {...field('message')} label={t.message} rows={3} />
          {(late || (mine && errors.agreed)) && (
            <Checkbox
              {...field('agreed')}
              value="1"
              checked={mine && textIn(typed, 'agreed') !== ''}
              label={t.agreed}
              hint={t.agreedHint}
            />
          )}
          <div class="row">
            <Button>{t.button}</Button>
          </div>
        </form>
      )}
    </section>
  )
}

function Changes({ l, meeting, about, typed, errors }: MeetingPageProps) {
  const texts = textsOf(l)
  const t = texts.plan
  const changing = about === 'andra'
  const cancelling = about === 'stall-in'
  const field = fieldsOf(cancelling ? typed : {}, cancelling ? errors : {}, texts.errors)
  return (
    <>
      <Details summary={t.change} open={changing}>
        {meeting.state === 'called' && <p>{t.changeTells}</p>}
        <MeetingForm
          l={l}
          action={boardPaths.change(meeting.id)}
          typed={changing ? typed : typedOf(meeting)}
          errors={changing ? errors : {}}
          button={t.save}
          agreeable
        />
      </Details>
      <Details summary={t.cancel} open={cancelling}>
        <form class="form" method="post" action={l.href(boardPaths.cancel(meeting.id))} noValidate>
          <Textarea {...field('reason')} label={t.cancelReason} rows={2} />
          <div class="row">
            <Button variant="secondary">{t.cancelButton}</Button>
          </div>
        </form>
      </Details>
    </>
  )
}
