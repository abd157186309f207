import type { Quad } from 'n3'
import { xmlText } from '#platform/xml-text.ts'
import { prefixes } from './vocabulary.ts'

/** A statement that this writer does not write. */
export class Unwritable extends Error {}

/**
 * Statements as RDF/XML 1.1 as harvesters of open data want it: every thing on its own under its whole address.
 * Throws {@link Unwritable} for nameless things, for addresses that are not whole or hold signs that no address may
 * hold (RFC 3987), and for properties outside the vocabularies of the catalogue.
 */
export function rdfXml(quads: Quad[]): string {
  const namespaces = Object.entries(prefixes).map(([prefix, address]) => ` xmlns:${prefix}="${address}"`)
  const things = Map.groupBy(quads, ({ subject }) => wholeAddress(subject))
  const parts = [...things].map(([subject, statements]) => {
    const lines = statements.map((statement) => `    ${property(statement)}\n`)
    return `  <rdf:Description rdf:about="${escaped(subject)}">\n${lines.join('')}  </rdf:Description>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${namespaces.join('')}>\n${parts.join('')}</rdf:RDF>\n`
}

function property({ predicate, object }: Quad): string {
  const name = qualifiedName(predicate.value)
  if (object.termType !== 'Literal') return `<${name} rdf:resource="${escaped(wholeAddress(object))}"/>`
  const kind = object.language
    ? ` xml:lang="${escaped(object.language)}"`
    : object.datatype.value === `${prefixes.xsd}string`
      ? ''
      : ` rdf:datatype="${escaped(object.datatype.value)}"`
  return `<${name}${kind}>${escaped(xmlText(object.value))}</${name}>`
}

function wholeAddress({ termType, value }: Quad['subject'] | Quad['object']): string {
  if (termType !== 'NamedNode') throw new Unwritable(`A ${termType} has no address: ${value}`)
  if (!/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value))
    throw new Unwritable(`Not a whole address: ${value}`)
  return value
}

function qualifiedName(address: string): string {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    const local = address.startsWith(namespace) ? address.slice(namespace.length) : ''
    if (/^[A-Za-z_][\w.-]*$/.test(local)) return `${prefix}:${local}`
  }
  throw new Unwritable(`No prefix for ${address}`)
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(plain: string): string {
  return plain.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
}
