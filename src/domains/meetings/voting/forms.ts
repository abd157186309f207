import { z } from 'zod'
import { line } from '#platform/http/form.ts'
import type { NewBallot } from './write-queries.ts'

const mostOptions = 99
const longestOption = 200

/** The form that opens a ballot. */
export const newBallotForm = z.object({
  arende: z.coerce.number('item').int('item').positive('item'),
  slag: z.enum(['yes-no', 'alternatives', 'names', 'lists'], 'kind'),
  satt: z.enum(['oppen', 'sluten'], 'secret'),
  fraga: line('question', 300),
  val: z.string().max(20_000, 'too-long').default(''),
  platser: z.string().max(10, 'seats').default(''),
  majoritet: z
    .enum(['majority', 'majority_statutes', 'majority_dissolution'], 'majority')
    .default('majority'),
})

type Options = NewBallot['options']

/** What can be voted for, from the lines that were written; or what is wrong with them. */
export function optionsIn(kind: NewBallot['kind'], text: string): { options: Options } | { error: string } {
  if (kind === 'yes-no') return { options: [] }
  const lines = text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const options = lines.map((one) => (kind === 'lists' ? listIn(one) : { label: one, names: [] }))
  const all = options.flatMap((one) => (one ? [one] : []))
  if (all.length < options.length) return { error: 'list-names' }
  if (all.length < (kind === 'names' ? 1 : 2))
    return { error: kind === 'names' ? 'few-names' : 'few-options' }
  if (all.length > mostOptions) return { error: 'many-options' }
  if (lines.some((one) => one.length > (kind === 'lists' ? 20 * longestOption : longestOption)))
    return { error: 'long-option' }
  const labels = all.map(({ label }) => label.toLowerCase())
  return new Set(labels).size < labels.length ? { error: 'same-option' } : { options: all }
}

/** `Lista A: Anna Ek, Bo Lind`. */
function listIn(line: string): Options[number] | undefined {
  const [label = '', rest = ''] = line.split(/:(.*)/s).map((part) => part.trim())
  const names = rest
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return label && names.length > 0 ? { label, names } : undefined
}

/** How many are to be elected; null in a ballot that elects nobody. Undefined when it is wrong. */
export function seatsIn(kind: NewBallot['kind'], text: string): number | null | undefined {
  if (kind !== 'names' && kind !== 'lists') return null
  const seats = Number(text)
  return Number.isInteger(seats) && seats >= 1 && seats <= 99 ? seats : undefined
}
