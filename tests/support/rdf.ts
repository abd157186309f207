import { readFile } from 'node:fs/promises'
import jsonld from 'jsonld'
import { DataFactory, Parser, type Quad, Store, Writer } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { RdfXmlParser } from 'rdfxml-streaming-parser'

/** Statements of a document in Turtle or N-Quads. Throws when it is broken. */
export function readTurtle(text: string): Quad[] {
  return new Parser().parse(text)
}

/** Statements of a document in RDF/XML. Throws when it is broken. */
export function readRdfXml(text: string): Promise<Quad[]> {
  const parser = new RdfXmlParser({ dataFactory: DataFactory })
  const quads: Quad[] = []
  return new Promise((resolve, reject) => {
    parser.on('data', (quad: Quad) => quads.push(quad))
    parser.on('error', reject)
    parser.on('end', () => resolve(quads))
    parser.write(text)
    parser.end()
  })
}

/** Statements of a document in JSON-LD. */
export async function readJsonLd(text: string): Promise<Quad[]> {
  const lines = await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads' })
  return new Parser({ format: 'N-Quads' }).parse(String(lines))
}

/** Statements as lines in order, so that two documents can be compared. */
export function linesOf(quads: Quad[]): string[] {
  const writer = new Writer({ format: 'N-Quads' })
  return [...new Set(quads.map((quad) => writer.quadsToString([quad]).trim()))].sort()
}

/** What the shapes of DCAT-AP-SE have against a catalogue: breaches, and what it recommends that is missing. */
export async function askShapes(quads: Quad[]): Promise<{ breaches: string[]; advice: string[] }> {
  const shapes = new Store(readTurtle(await readFile('tests/support/dcat/shapes-3.0.1.ttl', 'utf8')))
  const report = await new SHACLValidator(shapes, {}).validate(new Store(quads))
  const said = report.results.map(({ severity, focusNode, path, message }) => ({
    breach: severity?.value.endsWith('#Violation') ?? true,
    text: `${focusNode?.value} ${path?.value}: ${message.map(({ value }) => value).join(' ')}`,
  }))
  return {
    breaches: said.filter(({ breach }) => breach).map(({ text }) => text),
    advice: [...new Set(said.filter(({ breach }) => !breach).map(({ text }) => text))],
  }
}
