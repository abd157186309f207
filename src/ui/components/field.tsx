import type { ComponentChildren } from 'preact'

export interface FieldProps {
  /** Also the address of the error summary's link. */
  id: string
  name: string
  label: ComponentChildren
  hint?: string | undefined
  error?: string | undefined
}

/** A text field with label, hint and error. */
export function Input({
  value,
  type = 'text',
  list,
  required,
  autocomplete,
  ...field
}: FieldProps & {
  value?: string | undefined
  type?: 'text' | 'search' | 'number' | 'email' | 'tel' | 'date' | 'time'
  /** Id of a datalist with suggestions. */
  list?: string | undefined
  required?: boolean
  autocomplete?: string | undefined
}) {
  return (
    <Field {...field}>
      <input
        {...fieldAttributes(field)}
        class="ds-input"
        type={type}
        value={value}
        list={list}
        required={required}
        autocomplete={autocomplete}
      />
    </Field>
  )
}

/** A file to choose. Browsers never fill it in again, so nothing that was typed is shown. */
export function FileInput({
  accept,
  value: _never,
  ...field
}: FieldProps & {
  /** Endings, as `.pdf,.docx`; what comes is recognised by its content all the same. */
  accept: string
  value?: string | undefined
}) {
  return (
    <Field {...field}>
      <input {...fieldAttributes(field)} class="ds-input" type="file" accept={accept} />
    </Field>
  )
}

export interface Option {
  value: string
  label: string
}

/** A choice from a list. Options may come in groups. */
export function Select({
  value,
  options,
  ...field
}: FieldProps & { value: string; options: (Option | { group: string; options: Option[] })[] }) {
  const optionOf = (option: Option) => (
    <option key={option.value} value={option.value} selected={option.value === value}>
      {option.label}
    </option>
  )
  return (
    <Field {...field}>
      <select {...fieldAttributes(field)} class="ds-input">
        {options.map((option) =>
          'group' in option ? (
            <optgroup key={option.group} label={option.group}>
              {option.options.map(optionOf)}
            </optgroup>
          ) : (
            optionOf(option)
          ),
        )}
      </select>
    </Field>
  )
}

/** A box to tick. */
export function Checkbox({
  checked = false,
  value = '1',
  ...field
}: FieldProps & { checked?: boolean; value?: string }) {
  const { id, label, hint } = field
  return (
    <div class="ds-field">
      <input {...fieldAttributes(field)} class="ds-input" type="checkbox" value={value} checked={checked} />
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      <FieldMessage {...field} />
    </div>
  )
}

/** The frame of a field: label, hint, the control itself, error. */
export function Field({ children, ...field }: FieldProps & { children: ComponentChildren }) {
  const { id, label, hint } = field
  return (
    <div class="ds-field">
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      {children}
      <FieldMessage {...field} />
    </div>
  )
}

function FieldMessage({ id, error }: FieldProps) {
  return error ? (
    <p id={`${id}-error`} class="ds-validation-message">
      {error}
    </p>
  ) : null
}

/** What ties a control to its label, hint and error. */
export function fieldAttributes({ id, name, hint, error }: FieldProps) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    name,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
  }
}
