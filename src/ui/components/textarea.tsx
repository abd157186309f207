import { Field, type FieldProps, fieldAttributes } from './field.tsx'

/** Several lines of text. */
export function Textarea({
  value,
  rows = 5,
  ...field
}: FieldProps & { value?: string | undefined; rows?: number }) {
  return (
    <Field {...field}>
      <textarea {...fieldAttributes(field)} class="ds-input" rows={rows}>
        {value}
      </textarea>
    </Field>
  )
}
