import type { Typed } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n.ts'
import type { Example } from './example-queries.ts'
import { factsForm, linkCount, typedFacts } from './facts-form.ts'
import { fieldOf, textForm, typedText } from './forms.ts'
import { type Step, textOfStep } from './rules/steps.ts'

/** Every field of the guided form; a step sends some of them. */
export const stepForm = textForm.extend(factsForm.shape)

const linkFields = Array.from({ length: linkCount }, (_, i) => [`text${i + 1}`, `adress${i + 1}`]).flat()

/** The fields of a step beside those of the text. */
const factFields: Record<Step, readonly string[]> = {
  rubrik: [],
  problem: [],
  atgard: ['ar'],
  kostnad: [],
  resultat: ['nyckeltal'],
  annorlunda: [],
  kopplingar: ['amne', 'kriterium', 'mal'],
  bilder: [],
  dokument: linkFields,
  kontakt: ['kontakt'],
}

/** The fields that a step asks for. */
export function fieldsOfStep(step: Step): string[] {
  return [...textOfStep[step].map((part) => fieldOf[part]), ...factFields[step]]
}

/** Every answer of an example as the form's fields hold them. */
export function typedExample(example: Example, language: Language): Typed {
  return { ...typedText(example.texts[language], example.version), ...typedFacts(example) }
}

/** The answers that stand, with those that a step sent in their place; a box that is not sent is not ticked. */
export function laidOver(standing: Typed, step: Step, sent: Typed): Typed {
  const own = fieldsOfStep(step)
  const kept = Object.entries(standing).filter(([name]) => !own.includes(name))
  const given = Object.entries(sent).filter(([name]) => own.includes(name) || name === 'version')
  return Object.fromEntries([...kept, ...given])
}

/** What is wrong with the fields of a step. */
export function errorsOfStep(step: Step, errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => fieldsOfStep(step).includes(name)))
}
