import { figureTitle, type KeyFigure } from '#domains/key-figures/index.ts'
import { textsIn } from '#platform/http/form.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Details } from '#ui/components/details.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Textarea } from '#ui/components/textarea.tsx'
import { linkCount } from '../facts-form.ts'
import { textsOf } from '../texts.ts'
import type { StepPageProps } from './step.tsx'

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

/** The figures of today's set in sight, the others one click away. */
function Figures({ l, choices, typed, errors }: StepPageProps) {
  const texts = textsOf(l)
  const t = texts.facts
  const chosen = textsIn(typed, 'nyckeltal')
  const option = (figure: KeyFigure) => ({ value: figure.id, label: figureTitle(figure, l) })
  const current = choices.figures.filter(({ setId }) => setId === choices.currentSet)
  const others = choices.figures.filter(({ setId }) => setId !== choices.currentSet)
  return (
    <>
      <Boxes
        id="nyckeltal"
        name="nyckeltal"
        legend={t.figures}
        hint={t.figuresHint}
        error={fieldsOf(typed, errors, texts.errors)('nyckeltal').error}
        options={current.map(option)}
        chosen={chosen}
      />
      {others.length > 0 && (
        <Details summary={t.otherFigures} open={others.some(({ id }) => chosen.includes(id))}>
          <Boxes
            id="andra-nyckeltal"
            name="nyckeltal"
            legend={t.otherFigures}
            options={others.map(option)}
            chosen={chosen}
          />
        </Details>
      )}
    </>
  )
}

function Ties({ l, choices, typed, errors }: StepPageProps) {
  const texts = textsOf(l)
  const t = texts.facts
  const field = fieldsOf(typed, errors, texts.errors)
  const boxes = (name: string) => ({ id: name, name, error: field(name).error, chosen: textsIn(typed, name) })
  return (
    <>
      <Boxes
        {...boxes('amne')}
        legend={t.subjects}
        hint={t.subjectsHint}
        options={[...choices.subjects].map(([value, label]) => ({ value, label }))}
      />
      <Boxes
        {...boxes('kriterium')}
        legend={t.criteria}
        options={texts.criteria.map((name, i) => ({
          value: String(i + 1),
          label: `${texts.criterion(i + 1)}: ${name}`,
        }))}
      />
      <Boxes
        {...boxes('mal')}
        legend={t.sdgs}
        options={texts.sdgs.map((name, i) => ({ value: String(i + 1), label: `${i + 1} ${name}` }))}
      />
    </>
  )
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
