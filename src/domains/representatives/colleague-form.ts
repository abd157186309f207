import { z } from 'zod'
import { memberRoles } from '#domains/accounts/index.ts'
import {
  checkForm,
  emailAddress,
  line,
  optionalLine,
  type Typed,
  textIn,
  textsIn,
} from '#platform/http/form.ts'
import type { SeatAnswer } from './rules.ts'

/** Somebody new on a seat, in an invitation and in a renewal. */
export const colleagueForm = z.object({
  name: line('name-missing'),
  email: emailAddress(),
  title: optionalLine(),
})

const choice = z.enum(['keep', 'replace', 'empty']).catch('keep')

/**
 * A member's answers in a renewal: one for each line that the page showed, by its key, with what is wrong of them.
 * A key that is none is left out; then fewer lines are answered than were shown.
 */
export function readAnswers(typed: Typed): { answers: SeatAnswer[]; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const answers = textsIn(typed, 'rad').flatMap((key): SeatAnswer[] => {
    const [, name, appointment] = /^([a-z-]+)-(\d{1,15}|tom)$/.exec(key) ?? []
    const role = memberRoles.find((one) => one === name)
    if (!role) return []
    const answer = {
      role,
      appointmentId: appointment === 'tom' ? null : Number(appointment),
      choice: choice.parse(textIn(typed, `val-${key}`)),
      name: '',
      email: '',
      title: '',
    }
    if (answer.choice !== 'replace') return [answer]
    const colleague = checkForm(
      Object.fromEntries(
        ['name', 'email', 'title'].map((field) => [field, textIn(typed, `${field}-${key}`)]),
      ),
      colleagueForm,
    )
    if (colleague.ok) return [{ ...answer, ...colleague.values }]
    for (const [field, error] of Object.entries(colleague.errors)) errors[`${field}-${key}`] = error
    return [answer]
  })
  return { answers, errors }
}
