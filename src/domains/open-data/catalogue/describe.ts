import { DataFactory, type Quad, type Quad_Object } from 'n3'
import { iri, spelledOut } from './vocabulary.ts'

const { literal, namedNode, quad } = DataFactory

type Name = Parameters<typeof iri>[0]
type Value = Quad_Object | undefined | null | Value[]

/** Statements about one thing: its kind, and what is known of it. Unknown values are left out. */
export function describe(subject: string, kind: Name, properties: Partial<Record<Name, Value>>): Quad[] {
  const about = namedNode(subject)
  const statements = [quad(about, namedNode(iri('rdf:type')), namedNode(iri(kind)))]
  for (const [property, value] of Object.entries(properties)) {
    for (const one of flat(value)) statements.push(quad(about, namedNode(spelledOut(property)), one))
  }
  return statements
}

/** A thing by its address. */
export function to(address: string): Quad_Object {
  return namedNode(address)
}

/** A text in both languages. */
export function both(text: { sv: string; en: string }): Quad_Object[] {
  return [literal(text.sv, 'sv'), literal(text.en, 'en')]
}

export function text(plain: string): Quad_Object {
  return literal(plain)
}

/** A day (`YYYY-MM-DD`) or a year; null stays unknown. */
export function day(when: string | number | null): Quad_Object | null {
  if (when === null) return null
  return literal(String(when), namedNode(iri(typeof when === 'number' ? 'xsd:gYear' : 'xsd:date')))
}

export function bytes(size: number | null): Quad_Object | null {
  return size === null ? null : literal(String(size), namedNode(iri('xsd:nonNegativeInteger')))
}

function flat(value: Value): Quad_Object[] {
  if (value === null || value === undefined) return []
  return Array.isArray(value) ? value.flatMap(flat) : [value]
}
