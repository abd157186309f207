import { type Typed, textsIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Details } from '#ui/components/details.tsx'
import { Input } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Textarea } from '#ui/components/textarea.tsx'
import { textsOf } from '../texts.ts'

interface FigureFieldsProps {
  l: Locale
  typed: Typed
  errors: Record<string, string>
}

/** Everything that is said of a key figure: what it is, how it is computed, and below how its values are judged. */
export function FigureFields(props: FigureFieldsProps) {
  const { l, typed, errors } = props
  const texts = textsOf(l)
  const t = texts.fields
  const field = fieldsOf(typed, errors, texts.errors)
  const choices = (name: string, legend: string, labels: Record<string, string>, many = false) => (
    <Boxes
      {...field(name)}
      kind={many ? 'checkbox' : 'radio'}
      legend={legend}
      options={Object.entries(labels).map(([value, label]) => ({ value, label }))}
      chosen={textsIn(typed, name)}
    />
  )
  const both = (name: string, label: string, hint?: string) => (
    <>
      <Input {...field(name)} label={texts.sv(label)} hint={hint} autocomplete="off" />
      <Input {...field(`${name}_en`)} label={texts.en(label)} autocomplete="off" />
    </>
  )
  return (
    <>
      <Input {...field('nummer')} label={t.number} hint={t.numberHint} autocomplete="off" />
      {both('namn', t.name)}
      <Textarea {...field('forklaring')} label={texts.sv(t.explanation)} hint={t.explanationHint} rows={5} />
      <Textarea {...field('forklaring_en')} label={texts.en(t.explanation)} rows={5} />
      {both('enhet', t.unit)}
      <Input {...field('decimaler')} label={t.decimals} autocomplete="off" />
      {choices('riktning', t.direction, texts.direction)}
      {choices('galler', t.scope, texts.scope)}
      {choices('rapporteras', t.reporter, texts.reporter)}
      {both('kalla', t.source, t.sourceHint)}
      {choices('kriterier', t.criteria, texts.criteria, true)}
      <Details summary={t.computed} open={hasErrors(errors, computedFields)}>
        {both('taljare', t.numerator, t.partsHint)}
        {both('namnare', t.denominator)}
      </Details>
      <Judged {...props} />
    </>
  )
}

const computedFields = ['taljare', 'taljare_en', 'namnare', 'namnare_en']
const judgedFields = [
  ...['lagst', 'hogst', 'mal', 'mal_ar', 'mal_av', 'mal_av_en'],
  ...['klassgranser', 'globala', 'anmarkning', 'anmarkning_en'],
]

/** Limits, target and remarks; most figures keep them as they are. */
function Judged({ l, typed, errors }: FigureFieldsProps) {
  const texts = textsOf(l)
  const t = texts.fields
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <Details summary={t.judged} open={hasErrors(errors, judgedFields)}>
      <Input {...field('lagst')} label={t.lowest} hint={t.plausibleHint} autocomplete="off" />
      <Input {...field('hogst')} label={t.highest} autocomplete="off" />
      <Input {...field('mal')} label={t.target} autocomplete="off" />
      <Input {...field('mal_ar')} label={t.targetYear} autocomplete="off" />
      <Input {...field('mal_av')} label={texts.sv(t.targetBy)} autocomplete="off" />
      <Input {...field('mal_av_en')} label={texts.en(t.targetBy)} autocomplete="off" />
      <Input {...field('klassgranser')} label={t.classes} hint={t.classesHint} autocomplete="off" />
      <Input {...field('globala')} label={t.goals} hint={t.goalsHint} autocomplete="off" />
      <Textarea {...field('anmarkning')} label={texts.sv(t.note)} hint={t.noteHint} rows={2} />
      <Textarea {...field('anmarkning_en')} label={texts.en(t.note)} rows={2} />
    </Details>
  )
}

function hasErrors(errors: Record<string, string>, fields: string[]): boolean {
  return fields.some((name) => errors[name] !== undefined)
}
