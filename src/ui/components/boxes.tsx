import type { Option } from './field.tsx'

export interface BoxesProps {
  /** Id of the group; the boxes are `id-0`, `id-1` … so that an error can lead to the first. */
  id: string
  name: string
  legend: string
  hint?: string | undefined
  error?: string | undefined
  /** `lang` when a label is told in another language than the page. */
  options: (Option & { hint?: string; lang?: string | undefined })[]
  chosen: string[]
  /** Several may be ticked, or exactly one is chosen. */
  kind?: 'checkbox' | 'radio'
}

/** A question with boxes to tick, or with choices of which one holds. */
export function Boxes({ id, name, legend, hint, error, options, chosen, kind = 'checkbox' }: BoxesProps) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset id={id} class="boxes" aria-describedby={describedBy || undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      {options.map((option, i) => (
        <div key={option.value} class="boxes__box">
          <input
            id={`${id}-${i}`}
            class="ds-input"
            type={kind}
            name={name}
            value={option.value}
            checked={chosen.includes(option.value)}
          />
          <label for={`${id}-${i}`} lang={option.lang}>
            {option.label}
          </label>
          {option.hint && <p class="field-hint">{option.hint}</p>}
        </div>
      ))}
      {error && (
        <p id={`${id}-error`} class="ds-validation-message">
          {error}
        </p>
      )}
    </fieldset>
  )
}
