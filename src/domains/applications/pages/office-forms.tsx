import { Button } from '#ui/components/button.tsx'
import { Input } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Textarea } from '#ui/components/textarea.tsx'
import { applicationPaths } from '../paths.ts'
import { gapsIn } from '../rules/completeness.ts'
import { textsOf } from '../texts.ts'
import type { OfficePageProps } from './office-application.tsx'

/** The forms of the steps that the secretariat may take from where the application stands. */
export function StepForms(props: OfficePageProps) {
  const { state } = props.application
  if (state === 'submitted') return <CheckForms {...props} />
  if (state === 'recommended' || state === 'deferred') return <AgendaForm {...props} />
  if (state === 'approved-with-conditions') return <ConditionsForm {...props} />
  return null
}

function CheckForms({ l, application, files, typed, errors }: OfficePageProps) {
  const texts = textsOf(l)
  const t = texts.office
  const field = fieldsOf(typed, errors, texts.errors)
  const { id, version } = application
  return (
    <section class="flow" aria-labelledby="kontroll">
      <h2 id="kontroll">{t.checkTitle}</h2>
      {gapsIn(application.answers, files).length === 0 && <p>{t.complete}</p>}
      <div class="side-by-side">
        <form class="form" method="post" action={l.href(applicationPaths.officeStep(id, 'lamna'))} noValidate>
          <h3>{t.accept}</h3>
          <input type="hidden" name="version" value={version} />
          <Input {...field('dueOn')} label={t.deadline} type="date" />
          <div class="row">
            <Button>{t.accept}</Button>
          </div>
        </form>
        <form
          class="form"
          method="post"
          action={l.href(applicationPaths.officeStep(id, 'komplettera'))}
          noValidate
        >
          <h3>{t.sendBack}</h3>
          <input type="hidden" name="version" value={version} />
          <Textarea {...field('missing')} label={t.missing} hint={t.missingHint} rows={4} />
          <div class="row">
            <Button variant="secondary">{t.sendBack}</Button>
          </div>
        </form>
      </div>
    </section>
  )
}

function AgendaForm({ l }: OfficePageProps) {
  const t = textsOf(l).office
  return (
    <section class="flow" aria-labelledby="dagordning">
      <h2 id="dagordning">{t.agendaTitle}</h2>
      <p>{t.agendaText}</p>
      <p>
        <a href={l.href(applicationPaths.board)}>{t.toMeetings}</a>
      </p>
    </section>
  )
}

function ConditionsForm({ l, application, typed, errors }: OfficePageProps) {
  const texts = textsOf(l)
  const t = texts.office
  return (
    <section class="flow" aria-labelledby="villkor">
      <h2 id="villkor">{t.conditionsTitle}</h2>
      <p class="written">{application.decision_text}</p>
      <form
        class="form"
        method="post"
        action={l.href(applicationPaths.officeStep(application.id, 'villkor'))}
        noValidate
      >
        <input type="hidden" name="version" value={application.version} />
        <Textarea {...fieldsOf(typed, errors, texts.errors)('note')} label={t.note} rows={4} />
        <div class="row">
          <Button>{t.begin}</Button>
        </div>
      </form>
    </section>
  )
}
