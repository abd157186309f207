import type { Locale } from '#platform/i18n.ts'
import { frameTexts } from '../texts.ts'

export interface FieldError {
  /** The id of the field. */
  field: string
  message: string
}

/** On top of a form that came back: what is wrong, each line a link to its field. Shows nothing without errors. */
export function ErrorSummary({ l, errors }: { l: Locale; errors: FieldError[] }) {
  if (errors.length === 0) return null
  return (
    <div class="ds-error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1}>
      <h2 id="error-summary-title">{frameTexts(l).errorSummary}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
