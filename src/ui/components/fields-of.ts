import { type Typed, textIn } from '#platform/http/form.ts'

/** Gives each field of a form its id, what was typed, and what is wrong with it in words. */
export function fieldsOf(typed: Typed, errors: Record<string, string>, sentences: Record<string, string>) {
  return (name: string) => {
    const key = errors[name]
    return { id: name, name, value: textIn(typed, name), error: key && (sentences[key] ?? key) }
  }
}

/** What is wrong with a form, for its summary. */
export function errorTexts(errors: Record<string, string>, sentences: Record<string, string>) {
  return Object.entries(errors).map(([field, key]) => ({ field, message: sentences[key] ?? key }))
}
