import type { Locale } from '#platform/i18n.ts'
import type { Ballot, OwnVote } from '../queries.ts'
import { mostOn, type Question } from '../rules/judge.ts'
import { votingTexts } from '../texts.ts'
import { blankWord, choicesOf } from '../words.ts'

export interface PaperProps {
  l: Locale
  ballot: Ballot
  question: Question
  vote: OwnVote
  /** The form's proof, for this vote alone. */
  token: string
  chosen: string[]
  error?: string | undefined
}

/** What is ticked for an abstention or a blank paper. */
export const blankValue = 'blank'

/** The paper of one vote of the roll: whose it is, and what can be chosen. */
export function Paper({ l, ballot, question, vote, token, chosen, error }: PaperProps) {
  const t = votingTexts(l).vote
  const kind = mostOn(question) > 1 ? 'checkbox' : 'radio'
  const name = fieldOf(vote)
  const options = [
    ...choicesOf(l, ballot, question).map((option) => ({ ...option, value: String(option.number) })),
    { value: blankValue, label: blankWord(l, question), names: [] },
  ]
  return (
    <fieldset id={name} class="paper" aria-describedby={error ? `${name}-error` : undefined}>
      <legend>
        {t.voteOf(vote.organisationName, vote.place)}
        {vote.byProxy && <span class="tag">{t.byProxy}</span>}
      </legend>
      <input type="hidden" name={tokenOf(vote)} value={token} />
      {options.map(({ value, label, names }) => (
        <label key={value} class="paper__choice">
          <input class="ds-input" type={kind} name={name} value={value} checked={chosen.includes(value)} />
          <span>
            {label}
            {names.length > 0 && <small>{names.join(', ')}</small>}
          </span>
        </label>
      ))}
      {error && (
        <p id={`${name}-error`} class="ds-validation-message">
          {error}
        </p>
      )}
    </fieldset>
  )
}

/** The fields of one vote's paper. */
export const fieldOf = ({ entryId }: Pick<OwnVote, 'entryId'>): string => `rost-${entryId}`
export const tokenOf = ({ entryId }: Pick<OwnVote, 'entryId'>): string => `formular-${entryId}`
