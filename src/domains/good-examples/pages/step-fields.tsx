import { Input, Select } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Textarea } from '#ui/components/textarea.tsx'
import { linkCount } from '../facts-form.ts'
import { textsOf } from '../texts.ts'
import type { StepPageProps } from './step.tsx'
import { Figures, Ties } from './tie-fields.tsx'

/** The fields of one step. */
export function StepFields(props: StepPageProps) {
  const { l, step, typed, errors } = props
  const texts = textsOf(l)
  const { form: t, facts } = texts
  const field = fieldsOf(typed, errors, texts.errors)
  switch (step) {
    case 'rubrik':
      return (
        <>
          <Input {...field('rubrik')} label={t.name} hint={texts.begin.nameHint} />
          <Textarea {...field('sammanfattning')} label={t.summary} hint={t.summaryHint} rows={3} />
        </>
      )
    case 'problem':
      return <Textarea {...field('problem')} label={t.problem} hint={t.problemHint} rows={8} />
    case 'atgard':
      return (
        <>
          <Input {...field('ar')} label={facts.year} hint={facts.yearHint} />
          <Textarea {...field('gjorde')} label={t.action} hint={t.actionHint} rows={10} />
        </>
      )
    case 'kostnad':
      return (
        <>
          <Input {...field('kostnad')} label={t.cost} hint={t.costHint} />
          <Input {...field('tid')} label={t.duration} hint={t.durationHint} />
        </>
      )
    case 'resultat':
      return (
        <>
          <Textarea {...field('resultat')} label={t.result} hint={t.resultHint} rows={6} />
          <Figures {...props} />
        </>
      )
    case 'annorlunda':
      return <Textarea {...field('annorlunda')} label={t.differently} hint={t.differentlyHint} rows={6} />
    case 'kopplingar':
      return <Ties {...props} />
    case 'dokument':
      return <Links {...props} />
    case 'kontakt':
      return <Contact {...props} />
    case 'bilder':
      return null
  }
}

function Links({ l, typed, errors }: StepPageProps) {
  const texts = textsOf(l)
  const t = texts.facts
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <h2>{t.links}</h2>
      {Array.from({ length: linkCount }, (_, i) => i + 1).map((n) => (
        <div key={n} class="flow">
          <Input {...field(`text${n}`)} label={t.label(n)} />
          <Input {...field(`adress${n}`)} label={t.address(n)} />
        </div>
      ))}
    </>
  )
}

function Contact({ l, choices, typed, errors }: StepPageProps) {
  const texts = textsOf(l)
  const t = texts.facts
  return (
    <Select
      {...fieldsOf(typed, errors, texts.errors)('kontakt')}
      label={t.contact}
      hint={t.contactHint}
      options={[
        { value: '', label: t.nobody },
        ...choices.contacts.map(({ personId, name, title }) => ({
          value: String(personId),
          label: [name, title].filter(Boolean).join(', '),
        })),
      ]}
    />
  )
}
