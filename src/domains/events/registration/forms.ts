import { z } from 'zod'
import {
  emailAddress,
  line,
  optionalLine,
  paragraphs,
  type Typed,
  textIn,
  textsIn,
  ticked,
} from '#platform/http/form.ts'
import type { Event } from '../queries.ts'
import { type Attends, attendances, questionKinds } from '../rules/registration.ts'
import type { Question } from './event-queries.ts'
import type { Colleague } from './who.ts'
import type { NewParticipant } from './write-queries.ts'

/** So many can be registered in one go. */
const mostPeople = 50

/** Somebody who is to be registered, before anything was asked. */
export interface Chosen {
  personId: number | null
  name: string
  email: string
}

/** Errors by field, each a key of the texts. */
export type Errors = Record<string, string>

const typedPerson = z.object({ name: line('name-missing', 120), email: emailAddress() })

/** Whom a form names: oneself, colleagues of the organisation, and others typed as "name, address", one on each line. */
export function chosenFrom(
  typed: Typed,
  me: Chosen,
  colleagues: Colleague[],
): { people: Chosen[]; errors: Errors } {
  const ids = new Set(textsIn(typed, 'kollega'))
  const others: Chosen[] = []
  const errors: Errors = {}
  for (const row of textIn(typed, 'andra').split('\n')) {
    if (row.trim() === '') continue
    const [, name = '', email = ''] = /^(.*?)[\s,;:<]+(\S+@[^\s>,;]+)>?\s*$/.exec(row.trim()) ?? []
    const read = typedPerson.safeParse({ name: name.trim(), email })
    if (read.success) others.push({ personId: null, ...read.data })
    else errors.andra = 'line-wrong'
  }
  const people = [
    ...(textIn(typed, 'jag') === '' ? [] : [me]),
    ...colleagues.filter(({ personId }) => ids.has(String(personId))),
    ...others,
  ]
  if (new Set(people.map(({ email }) => email)).size < people.length) errors.andra ??= 'same-twice'
  if (people.length === 0) errors.jag ??= 'nobody-chosen'
  if (people.length > mostPeople) errors.andra ??= 'too-many'
  return { people, errors }
}

/** How one can take part in an event. */
export function waysOf({ form }: Pick<Event, 'form'>): Attends[] {
  return attendances.filter((way) => form === 'both' || form === way)
}

/** What is asked of the participant with a number in the form: fields end in it. */
export function detailsFrom(
  typed: Typed,
  index: number,
  { event, questions }: { event: Pick<Event, 'form'>; questions: Question[] },
): { details: Pick<NewParticipant, 'attends' | 'shownToNetwork' | 'answers'>; errors: Errors } {
  const errors: Errors = {}
  const ways = waysOf(event)
  const attends = ways.length === 1 ? ways[0] : ways.find((way) => way === textIn(typed, `deltar-${index}`))
  if (!attends) errors[`deltar-${index}`] = 'attends-missing'
  const answers = new Map<number, string>()
  for (const question of questions) {
    const field = `svar-${index}-${question.id}`
    const answer = textIn(typed, field)
    const wrong = wrongAnswer(question, answer)
    if (wrong) errors[field] = wrong
    else if (answer !== '') answers.set(question.id, answer)
  }
  return {
    errors,
    details: {
      attends: attends ?? 'on-site',
      shownToNetwork: textIn(typed, `visa-${index}`) !== '',
      answers,
    },
  }
}

function wrongAnswer({ kind, required, choices }: Question, answer: string): string | null {
  if (answer === '') return required ? 'answer-missing' : null
  if (answer.length > 1000) return 'too-long'
  if (kind === 'yes-no' && answer !== 'ja' && answer !== 'nej') return 'answer-wrong'
  return kind === 'choice' && !choices.includes(answer) ? 'answer-wrong' : null
}

/** What a guest says beside. */
export const guestForm = z.object({
  namn: line('name-missing', 120),
  organisationsnamn: optionalLine(150),
})

export const emailForm = z.object({ epost: emailAddress() })

export const payerForm = z.object({ organisation: z.string().default(''), referens: optionalLine(100) })

/** Somebody whom the secretariat adds. */
export const addForm = z.object({
  namn: line('name-missing', 120),
  epost: emailAddress(),
  kod: optionalLine(10),
  organisationsnamn: optionalLine(150),
  deltar: z.enum(attendances, 'attends-missing'),
})

/** A question of the event's own. */
export const questionForm = z
  .object({
    'fraga-sv': line('question-missing', 300),
    'fraga-en': optionalLine(300),
    slag: z.enum(questionKinds, 'kind-missing'),
    alternativ: paragraphs(2000),
    kravs: ticked,
    kanslig: ticked,
  })
  .refine(({ slag, alternativ }) => slag !== 'choice' || choicesIn(alternativ).length > 1, {
    path: ['alternativ'],
    message: 'choices-missing',
  })

/** Choices typed one on each line, each once. */
export function choicesIn(typed: string): string[] {
  return [...new Set(typed.split('\n').map((row) => row.trim()))].filter(
    (row) => row !== '' && row.length <= 200,
  )
}
