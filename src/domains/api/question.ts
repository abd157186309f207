import { z } from 'zod'
import { type Fault, refuseParameters } from './problem.ts'
import type { Texts } from './texts.ts'

/** The most items of a page, and how many there are when nobody says. */
export const mostItems = 1000
export const usualItems = 100

/** Parameters that every address takes. `fields` are the names of the item that it answers with. */
export function commonParameters(item: z.ZodObject) {
  return {
    fields: z.array(z.enum(Object.keys(item.shape))).optional(),
    lang: z.enum(['sv', 'en']).default('sv'),
  }
}

/** Parameters that every list takes. */
export function listParameters(item: z.ZodObject) {
  return {
    ...commonParameters(item),
    limit: z.number().int().min(1).max(mostItems).default(usualItems),
    cursor: z.string().min(1).max(500).optional(),
  }
}

/**
 * Understands the query of a request by the schema that the documentation is made from. Throws a refusal for
 * anything that the schema does not know, does not allow, or finds twice.
 */
export function readQuestion<Q>(schema: z.ZodObject & z.ZodType<Q>, query: URLSearchParams, t: Texts): Q {
  const known = Object.keys(schema.shape)
  const unknown: Fault[] = []
  const twice: Fault[] = []
  const given: Record<string, unknown> = {}
  for (const name of new Set(query.keys())) {
    const parameter = schema.shape[name]
    const texts = query.getAll(name)
    if (!parameter || !Object.hasOwn(schema.shape, name)) {
      unknown.push({ parameter: shortened(name), detail: t.problems.unknown, allowed: known })
    } else if (texts.length > 1) {
      twice.push({ parameter: name, detail: t.problems.twice })
    } else {
      given[name] = decode(parameter, texts[0] ?? '')
    }
  }
  const parsed = schema.safeParse(given)
  const wrong = parsed.success ? [] : faultsOf(parsed.error, given, t)
  if (unknown.length > 0) throw refuseParameters([...unknown, ...twice, ...wrong], 'unknown-parameter')
  if (!parsed.success || twice.length > 0) throw refuseParameters([...twice, ...wrong])
  return parsed.data
}

/** A text of the query as the kind of thing its schema is about; as it stands when it is none. */
function decode(schema: z.core.$ZodType, text: string): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return decode(schema.unwrap(), text)
  if (schema instanceof z.ZodArray) return text.split(',').map((each) => decode(schema.element, each.trim()))
  if (schema instanceof z.ZodNumber && /^-?\d{1,9}$/.test(text)) return Number(text)
  if (schema instanceof z.ZodBoolean && /^(true|false)$/.test(text)) return text === 'true'
  return text
}

function faultsOf(error: z.ZodError, given: Record<string, unknown>, t: Texts): Fault[] {
  return error.issues.map((issue) => {
    const [name = '', ...within] = issue.path.map(String)
    if (!Object.hasOwn(given, name)) return { parameter: name, detail: t.problems.required }
    const value = within.reduce<unknown>(
      (all, key) => (Array.isArray(all) ? all[Number(key)] : all),
      given[name],
    )
    return { parameter: name, ...explain(issue, shortened(String(value)), t) }
  })
}

function explain(issue: z.core.$ZodIssue, typed: string, t: Texts): Omit<Fault, 'parameter'> {
  const say = t.problems
  if (typed === '') return { detail: say.empty }
  switch (issue.code) {
    case 'invalid_value':
      return { detail: say.notAllowed(typed), allowed: issue.values.map(String) }
    case 'invalid_type':
      return issue.expected === 'boolean'
        ? { detail: say.notAllowed(typed), allowed: ['true', 'false'] }
        : { detail: say.notWhole(typed) }
    case 'too_small':
      return { detail: say.tooSmall(typed, String(issue.minimum)) }
    case 'too_big':
      return {
        detail:
          issue.origin === 'number'
            ? say.tooBig(typed, String(issue.maximum))
            : say.tooMany(String(issue.maximum)),
      }
    case 'invalid_format':
      return { detail: say.formats[formatOf(issue.message)](typed) }
    default:
      return { detail: say.notUnderstood(typed) }
  }
}

function formatOf(message: string): 'code' | 'day' | 'moment' {
  return message === 'code' || message === 'moment' ? message : 'day'
}

/** What somebody typed, never more than a line of it. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
