import { textIn } from '#platform/http/form.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Checkbox, Input, Select } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Once } from '#ui/components/once.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { boardPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import type { ItemPageProps } from './item.tsx'
import { Tasks } from './tasks.tsx'

/** What can be done with an item beside deciding: change it, say who is partial, reserve, give tasks. */
export function ItemForms(props: ItemPageProps) {
  const { l, item, tasks, meeting, locked, mayEdit, mayDecide } = props
  const t = textsOf(l)
  const decided = item.paragraph !== null
  return (
    <>
      {tasks.length > 0 && (
        <section class="flow" aria-labelledby="uppgifter">
          <h2 id="uppgifter">{t.tasks.title}</h2>
          <Tasks {...props} today={meeting.heldOn} />
        </section>
      )}
      {decided && mayDecide && <TaskForm {...props} />}
      {decided && mayDecide && !locked && <ReservationForm {...props} />}
      {decided && mayEdit && !locked && <Reword {...props} />}
      {!decided && !locked && <PartialForm {...props} />}
      {!decided && !locked && mayEdit && <Change {...props} />}
    </>
  )
}

const usedBy = (props: ItemPageProps, about: string) => {
  const { l, typed, errors } = props
  const mine = props.about === about
  const texts = textsOf(l)
  return {
    mine,
    texts,
    t: texts.item,
    field: fieldsOf(mine ? typed : {}, mine ? errors : {}, texts.errors),
    typed: mine ? typed : {},
    action: (step: string) => l.href(boardPaths.itemStep(props.meeting.id, props.item.id, step)),
  }
}

const optionsOf = (people: { personId: number | null; name: string }[]) =>
  people.flatMap(({ personId, name }) =>
    personId === null ? [] : [{ value: String(personId), label: name }],
  )

function TaskForm(props: ItemPageProps) {
  const { mine, t, field, typed, action } = usedBy(props, 'uppgift')
  return (
    <Details summary={t.addTask} open={mine}>
      <form class="form" method="post" action={action('uppgift')} noValidate>
        <Once />
        <Input {...field('what')} label={t.taskWhat} />
        <Select
          {...field('person')}
          id="uppgift-person"
          label={t.taskWho}
          value={textIn(typed, 'person')}
          options={optionsOf(props.board)}
        />
        <Input {...field('dueOn')} label={t.taskDue} type="date" />
        <div class="row">
          <Button variant="secondary">{t.saveTask}</Button>
        </div>
      </form>
    </Details>
  )
}

function ReservationForm(props: ItemPageProps) {
  const { mine, t, field, typed, action } = usedBy(props, 'reservation')
  return (
    <Details summary={t.addReservation} open={mine}>
      <form class="form" method="post" action={action('reservation')} noValidate>
        <Once />
        <Select
          {...field('person')}
          id="reservation-person"
          label={t.reservationWho}
          value={textIn(typed, 'person')}
          options={optionsOf(props.attendance.filter(({ capacity }) => capacity !== 'adjoined'))}
        />
        <Textarea {...field('reservation')} label={t.reservationText} rows={3} />
        <div class="row">
          <Button variant="secondary">{t.saveReservation}</Button>
        </div>
      </form>
    </Details>
  )
}

function Reword(props: ItemPageProps) {
  const { mine, t, field, action } = usedBy(props, 'lydelse')
  const wording = field('wording')
  return (
    <Details summary={t.reword} open={mine}>
      <p>{t.rewordText}</p>
      <form class="form" method="post" action={action('lydelse')} noValidate>
        <input type="hidden" name="version" value={props.item.version} />
        <Textarea {...wording} value={wording.value || props.item.decision} label={t.wording} rows={4} />
        <div class="row">
          <Button variant="secondary">{t.save}</Button>
        </div>
      </form>
    </Details>
  )
}

function PartialForm(props: ItemPageProps) {
  const { mine, t, field, typed, action } = usedBy(props, 'jav')
  return (
    <Details summary={t.addPartial} open={mine}>
      <p>{t.partialText}</p>
      <form class="form" method="post" action={action('jav')} noValidate>
        {props.mayDecide && (
          <Select
            {...field('person')}
            id="jav-person"
            label={t.partialWho}
            value={textIn(typed, 'person') || String(props.reader)}
            options={optionsOf(props.board)}
          />
        )}
        <Textarea {...field('reason')} label={t.partialReason} rows={2} />
        <div class="row">
          <Button variant="secondary">{t.savePartial}</Button>
        </div>
      </form>
    </Details>
  )
}

function Change(props: ItemPageProps) {
  const { item, meeting, l } = props
  const { mine, t, texts, field, typed, action } = usedBy(props, 'andra')
  const from = (name: 'title' | 'text') => ({
    ...field(name),
    value: mine ? textIn(typed, name) : item[name],
  })
  return (
    <>
      <Details summary={t.change} open={mine}>
        <form class="form" method="post" action={action('andra')} noValidate>
          <input type="hidden" name="version" value={item.version} />
          <Input {...from('title')} label={texts.agenda.itemTitle} />
          {item.standing === null && (
            <Select
              id="kind"
              name="kind"
              label={texts.agenda.kind}
              value={mine ? textIn(typed, 'kind') : item.kind}
              options={(['decision', 'information'] as const).map((value) => ({
                value,
                label: texts.agenda.kinds[value],
              }))}
            />
          )}
          <Textarea {...from('text')} label={texts.agenda.text} hint={texts.agenda.textHint} rows={8} />
          <Checkbox
            id="closed"
            name="closed"
            label={t.closed}
            hint={t.closedHint}
            checked={!item.openToAll}
          />
          <div class="row">
            <Button variant="secondary">{t.save}</Button>
          </div>
        </form>
      </Details>
      <Details summary={t.remove}>
        <p>{t.removeText}</p>
        <form method="post" action={l.href(boardPaths.itemStep(meeting.id, item.id, 'ta-bort'))}>
          <Button variant="secondary">{t.remove}</Button>
        </form>
      </Details>
    </>
  )
}
