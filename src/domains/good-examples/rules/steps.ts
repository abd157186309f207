import type { Language } from '#platform/i18n.ts'
import type { ExampleText, Gap } from '../rules.ts'

/** The questions of the guided form, one a page, in the order in which they are asked. */
export const steps = [
  'rubrik',
  'problem',
  'atgard',
  'kostnad',
  'resultat',
  'annorlunda',
  'kopplingar',
  'bilder',
  'dokument',
  'kontakt',
] as const
export type Step = (typeof steps)[number]

/** What a step asks for of the story. */
export const textOfStep: Record<Step, readonly (keyof ExampleText)[]> = {
  rubrik: ['title', 'summary'],
  problem: ['problem'],
  atgard: ['action'],
  kostnad: ['cost', 'duration'],
  resultat: ['result'],
  annorlunda: ['differently'],
  kopplingar: [],
  bilder: [],
  dokument: [],
  kontakt: [],
}

/** The step where something that is missing is told. */
export const stepOfGap: Record<Gap, Step> = {
  title: 'rubrik',
  summary: 'rubrik',
  problem: 'problem',
  action: 'atgard',
  year: 'atgard',
  result: 'resultat',
}

/** How far a step has come. What need not be told is `optional` until something is. */
export type StepState = 'done' | 'begun' | 'empty' | 'optional'

/** As much of an example as its steps are about. */
export interface Stepped {
  year: number | null
  subjects: string[]
  criteria: number[]
  sdgs: number[]
  contactId: number | null
  links: unknown[]
  pictures: unknown[]
  documents: unknown[]
  texts: Partial<Record<Language, ExampleText>>
}

/** The language in which the guided form asks: Swedish, unless the example is told in English alone. */
export function mainLanguage(texts: Partial<Record<Language, unknown>>): Language {
  return texts.sv === undefined && texts.en !== undefined ? 'en' : 'sv'
}

/** How far each step has come, told in the example's main language. */
export function stateOfStep(step: Step, example: Stepped): StepState {
  const text = example.texts[mainLanguage(example.texts)]
  const told = textOfStep[step].map((part) => text !== undefined && text[part] !== '')
  const { needed, answers } = answersOf(step, example, told)
  const answered = answers.filter(Boolean).length
  if (!needed) return answered > 0 ? 'done' : 'optional'
  return answered === 0 ? 'empty' : answered === answers.length ? 'done' : 'begun'
}

/** Which answers a step wants, and whether it can be left out. */
function answersOf(step: Step, example: Stepped, told: boolean[]): { needed: boolean; answers: boolean[] } {
  const { year, subjects, criteria, sdgs, contactId, links, pictures, documents } = example
  switch (step) {
    case 'rubrik':
    case 'problem':
    case 'resultat':
      return { needed: true, answers: told }
    case 'atgard':
      return { needed: true, answers: [...told, year !== null] }
    case 'kostnad':
    case 'annorlunda':
      return { needed: false, answers: told }
    case 'kopplingar':
      return { needed: false, answers: [subjects.length + criteria.length + sdgs.length > 0] }
    case 'bilder':
      return { needed: false, answers: [pictures.length > 0] }
    case 'dokument':
      return { needed: false, answers: [documents.length + links.length > 0] }
    case 'kontakt':
      return { needed: false, answers: [contactId !== null] }
  }
}

/** The question after this one; undefined after the last. */
export function stepAfter(step: Step): Step | undefined {
  return steps[steps.indexOf(step) + 1]
}
