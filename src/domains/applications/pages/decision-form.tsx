import { textIn } from '#platform/http/form.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Input } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Textarea } from '#ui/components/textarea.tsx'
import type { Meeting } from '../meeting-queries.ts'
import { applicationPaths } from '../paths.ts'
import type { Application } from '../queries.ts'
import { textsOf } from '../texts.ts'
import type { BoardPageProps } from './board.tsx'
import { Choice } from './review-form.tsx'

/** Records what the board decided, with day and paragraph. */
export function DecisionForm(props: BoardPageProps & { application: Application; meeting: Meeting }) {
  const { l, application, meeting, today, about } = props
  const texts = textsOf(l)
  const t = texts.board
  const { id } = application
  const mine = about === id
  const typed = mine ? props.typed : { decidedOn: meeting.heldOn <= today ? meeting.heldOn : '' }
  const fields = fieldsOf(typed, mine ? props.errors : {}, texts.errors)
  // Several forms stand on the page; only the one that came back has the plain ids that the summary leads to.
  const field = (name: string) => ({ ...fields(name), id: mine ? name : `${name}-${id}` })
  return (
    <Details summary={t.recordTitle(application.organisationName)} open={mine}>
      <form class="form" method="post" action={l.href(applicationPaths.decide(id))} noValidate>
        <input type="hidden" name="version" value={application.version} />
        <Choice
          id={field('decision').id}
          name="decision"
          legend={t.decision}
          options={Object.entries(texts.decisions).map(([value, label]) => ({ value, label }))}
          value={textIn(typed, 'decision')}
          error={fields('decision').error}
        />
        <Input {...field('decidedOn')} label={t.decidedOn} type="date" />
        <Input {...field('paragraph')} label={t.paragraph} hint={texts.hints.decisionParagraph} />
        <Textarea {...field('text')} label={t.text} hint={t.textHint} rows={4} />
        <Input {...field('since')} label={t.since} hint={t.sinceHint} type="date" />
        <p class="field-hint">{t.saveHint}</p>
        <div class="row">
          <Button>{t.save}</Button>
        </div>
      </form>
    </Details>
  )
}
