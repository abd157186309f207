import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Checkbox, Input, Select } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { type Attends, freeIn } from '../../rules/registration.ts'
import type { Question, Quotas } from '../event-queries.ts'
import { textsOf } from '../texts.ts'

export interface Asked {
  l: Locale
  /** Fields end in the participant's number. */
  index: number
  /** Whom the questions are about; undefined when it is the reader. */
  name: string | undefined
  ways: Attends[]
  quotas: Quotas
  waitingList: boolean
  questions: Question[]
  typed: Typed
  errors: Record<string, string>
}

/** What is asked of one participant: on site or online, the event's own questions, whether the network may see it. */
export function QuestionFields(props: Asked) {
  const { l, index, name, ways, typed, errors, questions } = props
  const texts = textsOf(l)
  const t = texts.register
  const error = errors[`deltar-${index}`]
  return (
    <>
      {ways.length > 1 && (
        <Boxes
          id={`deltar-${index}`}
          name={`deltar-${index}`}
          kind="radio"
          legend={name ? t.attendsOf(name) : t.attends}
          error={error && (texts.errors[error] ?? error)}
          options={ways.map((way) => ({ value: way, label: wayLabel(props, way) }))}
          chosen={[textIn(typed, `deltar-${index}`)]}
        />
      )}
      {questions.map((question) => (
        <OneQuestion key={question.id} {...props} question={question} />
      ))}
      <Checkbox
        {...fieldsOf(typed, errors, texts.errors)(`visa-${index}`)}
        value="1"
        checked={textIn(typed, `visa-${index}`) !== ''}
        label={name ? t.shownOf(name) : t.shown}
      />
    </>
  )
}

function wayLabel({ l, quotas, waitingList }: Asked, way: Attends): string {
  const texts = textsOf(l)
  const quota = quotas[way]
  const free = quota.waiting > 0 ? 0 : freeIn(quota)
  if (!Number.isFinite(free)) return texts.attends[way]
  const left =
    free > 0 ? texts.box.free(free) : waitingList ? texts.register.left.full : texts.register.left.closed
  return `${texts.attends[way]} (${left})`
}

function OneQuestion({ l, index, question, typed, errors }: Asked & { question: Question }) {
  const texts = textsOf(l)
  const t = texts.register
  const name = `svar-${index}-${question.id}`
  const asked = l.language === 'en' && question.en ? question.en : question.sv
  const label = question.required ? asked : t.optional(asked)
  const field = {
    ...fieldsOf(typed, errors, texts.errors)(name),
    label,
    hint: question.sensitive ? t.sensitive : undefined,
  }
  if (question.kind === 'text') return <Input {...field} />
  if (question.kind === 'choice') {
    return (
      <Select
        {...field}
        options={[
          { value: '', label: t.choose },
          ...question.choices.map((choice) => ({ value: choice, label: choice })),
        ]}
      />
    )
  }
  return (
    <Boxes
      id={name}
      name={name}
      kind="radio"
      legend={label}
      hint={field.hint}
      error={field.error}
      options={[
        { value: 'ja', label: t.yes },
        { value: 'nej', label: t.no },
      ]}
      chosen={[field.value]}
    />
  )
}
