import type { Context } from 'hono'
import { z } from 'zod'
import { inLanguage, type Locale } from '#platform/i18n.ts'

/** What a form field holds when it comes back: one text, or several for boxes and lists with the same name. */
export type Typed = Record<string, string | string[]>

/** A form as it was sent: either good values, or what was typed with what is wrong, by field. */
export type Sent<T> =
  | { ok: true; values: T; typed: Typed }
  | { ok: false; typed: Typed; errors: Record<string, string> }

/**
 * Reads a posted form against a schema. Texts are trimmed and normalised (NFC), NULs left out. Messages of the schema are keys
 * that the page turns into sentences. Files are left out; ask for them with `readUpload`.
 */
export async function readForm<S extends z.ZodObject>(c: Context, schema: S): Promise<Sent<z.output<S>>> {
  const form = await c.req.formData().catch(() => new FormData())
  const locale: Locale | undefined = c.get('locale')
  return checkForm(typedIn(form), schema, locale && inLanguage(unreadable, locale))
}

/** What is said of a field that did not come at all, or holds what its form cannot send. */
const unreadable = {
  sv: 'Fyll i fältet, eller välj ett av alternativen.',
  en: 'Fill in this field, or choose one of the alternatives.',
}

/** The same for fields that are already at hand. */
export function checkForm<S extends z.ZodObject>(
  typed: Typed,
  schema: S,
  otherwise?: string,
): Sent<z.output<S>> {
  const parsed = schema.safeParse(typed, otherwise ? { error: () => otherwise } : {})
  if (parsed.success) return { ok: true, values: parsed.data, typed }
  const errors: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) errors[String(path[0] ?? '')] ??= message
  return { ok: false, typed, errors }
}

/** Every text field of a form by name. */
export function typedIn(form: FormData | URLSearchParams): Typed {
  const typed: Typed = {}
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string') continue
    const text = value.normalize('NFC').replaceAll('\0', '').replace(/\r\n/g, '\n').trim()
    const before = typed[name]
    typed[name] = before === undefined ? text : Array.isArray(before) ? [...before, text] : [before, text]
  }
  return typed
}

/** The text typed in a field, empty when there is none. */
export function textIn(typed: Typed, name: string): string {
  const value = typed[name]
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '')
}

/** All texts of fields with one name. */
export function textsIn(typed: Typed, name: string): string[] {
  const value = typed[name]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/** A required line of text. Line breaks and other control characters are refused, so it is safe in mail headers. */
export function line(missing: string, max = 200) {
  return z
    .string(missing)
    .min(1, missing)
    .max(max, 'too-long')
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'control-characters')
}

/** A line that may be left empty. */
export function optionalLine(max = 200) {
  return z
    .string()
    .max(max, 'too-long')
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'control-characters')
    .default('')
}

/** Several lines that may be left empty. */
export function paragraphs(max = 5000) {
  return z.string().max(max, 'too-long').default('')
}

/** An e-mail address, in lower case. */
export function emailAddress(missing = 'email-missing', wrong = 'email-wrong') {
  return z.string(missing).min(1, missing).max(254, wrong).toLowerCase().pipe(z.email(wrong))
}

/** Boxes or a list with one name: always an array. */
export function several<T extends z.ZodType<string, string>>(one: T) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(one),
  )
}

/** A ticked box. */
export const ticked = z.preprocess((value) => value !== undefined && value !== '', z.boolean())

/** A day, or nothing. */
export const optionalDay = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.iso.date('day-wrong').optional(),
)
