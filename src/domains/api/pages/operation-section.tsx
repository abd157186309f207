import type { oas31 } from 'zod-openapi'
import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { Details } from '#ui/components/details.tsx'
import type { ApiDocument } from '../document.ts'
import { textsOf } from '../texts.ts'
import { allowedInWords, resolved, type Schema, typeInWords } from './schema-words.ts'

export interface OperationSectionProps {
  l: Locale
  document: ApiDocument
  path: string
  operation: oas31.OperationObject
  /** Complete address that works. */
  example: string
  /** The first item of its answer now. */
  item: object | undefined
}

/** One address of the API: what it takes, what it gives, and an example with its answer. */
export function OperationSection({ l, document, path, operation, example, item }: OperationSectionProps) {
  const t = textsOf(l).page
  const id = operation.operationId ?? path
  return (
    <section aria-labelledby={id} class="api-operation">
      <h3 id={id}>{operation.summary}</h3>
      <p>
        <code>GET {path}</code>
      </p>
      <p>{operation.description}</p>
      <Parameters l={l} id={id} operation={operation} />
      <Fields l={l} id={id} document={document} operation={operation} />
      <h4>{t.example}</h4>
      <ExampleRequest l={l} address={example} />
      <Details summary={t.answer}>
        {item ? <pre class="code-block">{JSON.stringify(item, null, 2)}</pre> : <p>{t.noAnswer}</p>}
      </Details>
    </section>
  )
}

/** A request for the terminal, and the same as a link. */
export function ExampleRequest({ l, address }: { l: Locale; address: string }) {
  return (
    <>
      <pre class="code-block">curl '{address}'</pre>
      <p>
        <a href={address} rel="nofollow">
          {textsOf(l).page.try}
          <span class="sr-only"> ({address})</span>
        </a>
      </p>
    </>
  )
}

function Parameters({ l, id, operation }: { l: Locale; id: string; operation: oas31.OperationObject }) {
  const t = textsOf(l).page
  const parameters = (operation.parameters ?? []).flatMap((one) => ('$ref' in one ? [] : [one]))
  return (
    <DataTable
      l={l}
      id={`${id}-parametrar`}
      caption={`${t.parameters}: ${operation.summary}`}
      columns={[
        { key: 'name', head: t.parameter, rowHead: true, cell: ({ name }) => <code>{name}</code> },
        { key: 'meaning', head: t.meaning, cell: ({ description }) => description },
        {
          key: 'allowed',
          head: t.allowed,
          cell: ({ schema, required }) =>
            schema && !('$ref' in schema) ? allowedInWords(schema, required ?? false, t) : '',
        },
      ]}
      rows={parameters}
      rowKey={({ name }) => name}
    />
  )
}

function Fields({
  l,
  id,
  document,
  operation,
}: Pick<OperationSectionProps, 'l' | 'document' | 'operation'> & { id: string }) {
  const t = textsOf(l).page
  const fields = fieldsOf(document, itemOf(document, operation))
  return (
    <Details summary={t.fieldsTitle}>
      <DataTable
        l={l}
        id={`${id}-falt`}
        caption={`${t.fieldsTitle}: ${operation.summary}`}
        captionHidden
        columns={[
          { key: 'name', head: t.field, rowHead: true, cell: ({ name }) => <code>{name}</code> },
          { key: 'type', head: t.type, cell: ({ schema }) => typeInWords(document, schema, t) },
          { key: 'meaning', head: t.meaning, cell: ({ schema }) => schema.description },
        ]}
        rows={fields}
        rowKey={({ name }) => name}
      />
    </Details>
  )
}

/** The thing that an address answers with: an item of its list, or the one thing. */
function itemOf(document: ApiDocument, operation: oas31.OperationObject): Schema {
  const answer = operation.responses?.['200']
  const body = answer && !('$ref' in answer) ? answer.content?.['application/json']?.schema : undefined
  const { schema } = resolved(document, body ?? {})
  const items = schema.properties?.items
  return items && 'items' in items && items.items ? items.items : (body ?? {})
}

/** Every field, those of things inside with the name of what holds them: `population.year`. */
function fieldsOf(document: ApiDocument, given: Schema, within = ''): { name: string; schema: Schema }[] {
  const { schema } = resolved(document, given)
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const inner = [property, ...('anyOf' in property ? (property.anyOf ?? []) : []), ...itemsOf(property)]
    const held = inner.find((one) => '$ref' in one)
    const own = { name: within + name, schema: property }
    return held ? [own, ...fieldsOf(document, held, `${within}${name}.`)] : [own]
  })
}

function itemsOf(schema: Schema): Schema[] {
  return 'items' in schema && schema.items ? [schema.items] : []
}
