import type { oas31 } from 'zod-openapi'
import type { ApiDocument } from '../document.ts'
import type { Texts } from '../texts.ts'

export type Schema = oas31.SchemaObject | oas31.ReferenceObject

/** The schema that a reference leads to, by its name; a schema that stands in place has none. */
export function resolved(
  document: ApiDocument,
  schema: Schema,
): { name: string | null; schema: oas31.SchemaObject } {
  if (!isReference(schema)) return { name: null, schema }
  const name = schema.$ref.split('/').at(-1) ?? ''
  const found = document.components?.schemas?.[name]
  return { name, schema: found && !isReference(found) ? found : {} }
}

function isReference(schema: Schema): schema is oas31.ReferenceObject {
  return typeof schema.$ref === 'string'
}

/** What may stand in a field, in words: "tal eller null". */
export function typeInWords(document: ApiDocument, given: Schema, t: Texts['page']): string {
  const { name, schema } = resolved(document, given)
  if (name !== null) return name
  const { type, anyOf, items, enum: values, format } = schema
  if (anyOf) {
    const [first] = anyOf.filter((one) => !('type' in one) || one.type !== 'null')
    const word = first ? typeInWords(document, first, t) : ''
    return first && anyOf.length > 1 ? t.maybe(word) : word
  }
  if (Array.isArray(type)) {
    const [first] = type.filter((one) => one !== 'null')
    return t.maybe(first ? typeInWords(document, { ...schema, type: first }, t) : '')
  }
  if (values) return values.join(', ')
  if (type === 'array' && items) return t.listOf(typeInWords(document, items, t))
  if (format === 'date') return t.day
  if (type === 'integer' || type === 'string' || type === 'boolean' || type === 'number') return t.types[type]
  return type ?? ''
}

/** What a parameter takes, in words: "1 till 1000, annars 100". */
export function allowedInWords(schema: oas31.SchemaObject, required: boolean, t: Texts['page']): string {
  const single = schema.items && !('$ref' in schema.items) ? schema.items : schema
  const { enum: values, minimum, maximum, type, format } = single
  const words = [
    values
      ? values.join(', ')
      : minimum !== undefined && maximum !== undefined
        ? t.between(String(minimum), String(maximum))
        : format === 'date'
          ? t.day
          : type === 'integer' || type === 'string' || type === 'boolean'
            ? t.types[type]
            : '',
    single === schema ? '' : t.several(schema.maxItems === undefined ? '' : String(schema.maxItems)),
    schema.default === undefined ? '' : t.usual(String(schema.default)),
    required ? t.required : '',
  ]
  return words.filter(Boolean).join('; ')
}
