import { DataFactory, type Quad } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { askShapes, linesOf, readJsonLd, readRdfXml, readTurtle } from '../../../../tests/support/rdf.ts'
import { contentNames } from '../content.ts'
import { preferred } from './answer.ts'
import { rdfXml, Unwritable } from './rdf-xml.ts'
import { iri } from './vocabulary.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let turtle: Quad[]
const catalogue = 'https://eko.example/oppna-data/katalog'

beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  turtle = readTurtle(await read('/oppna-data/katalog.ttl'))
})
afterAll(() => database.drop())

const read = async (path: string) => (await app.request(path)).text()
const objects = (subject: string, property: Parameters<typeof iri>[0], quads = turtle) =>
  quads
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === iri(property))
    .map(({ object }) => object)
const valuesOf = (...asked: Parameters<typeof objects>) => objects(...asked).map(({ value }) => value)
const ofKind = (kind: Parameters<typeof iri>[0]) =>
  turtle
    .filter(({ predicate, object }) => predicate.value === iri('rdf:type') && object.value === iri(kind))
    .map(({ subject }) => subject.value)

describe('the catalogue', () => {
  test('breaks no rule of DCAT-AP-SE and follows all its advice but what the association has not told', async () => {
    const { breaches, advice } = await askShapes(turtle)
    expect(breaches).toEqual([])
    expect(advice.map((one) => one.replace(/^\S+#/, '#').replace(/: .*/, '')).sort()).toEqual([
      '#kontakt http://www.w3.org/2006/vcard/ns#hasAddress',
      '#kontakt http://www.w3.org/2006/vcard/ns#hasTelephone',
      '#utgivare http://purl.org/dc/terms/identifier',
      // Only public bodies have the one value that there is to choose.
      '#utgivare https://www.w3.org/ns/org#classification',
    ])
  })

  test('is found wanting when something obligatory is taken away', async () => {
    const without = (property: Parameters<typeof iri>[0]) =>
      askShapes(turtle.filter(({ predicate }) => predicate.value !== iri(property)))
    expect((await without('dcterms:license')).breaches.length).toBeGreaterThan(0)
    expect((await without('dcat:accessURL')).breaches.length).toBeGreaterThan(10)
    expect((await without('vcard:hasEmail')).breaches).toHaveLength(1)
  })

  test('says the same in Turtle, RDF/XML and JSON-LD, read by programs that are not ours', async () => {
    const lines = linesOf(turtle)
    expect(lines.length).toBeGreaterThan(500)
    expect(linesOf(await readRdfXml(await read('/oppna-data/katalog.rdf')))).toEqual(lines)
    expect(linesOf(await readJsonLd(await read('/oppna-data/katalog.jsonld')))).toEqual(lines)
  })

  test('leaves nothing nameless and nothing without a kind', () => {
    const things = new Set(turtle.map(({ subject }) => subject))
    expect([...things].filter(({ termType }) => termType !== 'NamedNode')).toEqual([])
    const untyped = [...new Set(turtle.map(({ subject }) => subject.value))].filter(
      (subject) => objects(subject, 'rdf:type').length !== 1,
    )
    expect(untyped).toEqual([])
    const links = turtle.filter(({ object }) => object.value.startsWith(`${catalogue}#`))
    const named = new Set(turtle.map(({ subject }) => subject.value))
    expect(links.filter(({ object }) => !named.has(object.value))).toEqual([])
  })

  test('has a data set for each meaning, each with several ways to get it', () => {
    const datasets = ofKind('dcat:Dataset')
    expect(datasets.sort()).toEqual(contentNames.map((name) => `${catalogue}#${name}`).sort())
    for (const dataset of datasets) {
      expect(valuesOf(dataset, 'dcat:distribution').length, dataset).toBeGreaterThanOrEqual(4)
    }
  })

  test('tells only of files that exist, with their media type and about their size', async () => {
    for (const distribution of ofKind('dcat:Distribution')) {
      const [address = ''] = valuesOf(distribution, 'dcat:downloadURL')
      if (!address) continue
      const response = await app.request(address)
      expect(response.status, address).toBe(200)
      expect(response.headers.get('content-type')?.split(';')[0]).toBe(
        valuesOf(distribution, 'dcterms:format')[0],
      )
      const { byteLength } = await response.arrayBuffer()
      const [told] = valuesOf(distribution, 'dcat:byteSize').map(Number)
      expect((told ?? 0) / byteLength, `${address}: ${told} of ${byteLength}`).toBeGreaterThan(0.5)
      expect((told ?? 0) / byteLength, `${address}: ${told} of ${byteLength}`).toBeLessThan(2)
    }
  }, 120_000)

  test('is CC0, names the sources of others and says that values are made up where some are', () => {
    expect(valuesOf(catalogue, 'dcterms:license')).toEqual([
      'http://creativecommons.org/publicdomain/zero/1.0/',
    ])
    const values = `${catalogue}#nyckeltal`
    expect(valuesOf(values, 'dcterms:source')).toContain(
      'https://eko.example/oppna-data/kallor#smhi-vaxthusgaser',
    )
    expect(valuesOf(`${catalogue}#ursprung`, 'rdfs:label').join()).toContain('SMHI')
    expect(valuesOf(`${catalogue}#nyckeltal-csv`, 'dcterms:rights')).toEqual([`${catalogue}#villkor`])
    expect(valuesOf(values, 'dcterms:description').join()).toContain('Innehåller påhittade värden')
  })

  test('tells when the data were made known and last changed', async () => {
    const { latest } = await database.db
      .selectFrom('key_figure_value')
      .select((eb) => eb.fn.max('known_from').as('latest'))
      .executeTakeFirstOrThrow()
    expect(valuesOf(`${catalogue}#nyckeltal`, 'dcterms:modified')).toEqual([
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(latest),
    ])
    expect(objects(`${catalogue}#nyckeltal-tid`, 'dcat:startDate')[0]).toEqual(
      DataFactory.literal('1990', DataFactory.namedNode(iri('xsd:gYear'))),
    )
  })

  test('leads programs to both APIs', () => {
    expect(valuesOf(`${catalogue}#api`, 'dcat:endpointURL')).toEqual(['https://eko.example/api/v1'])
    expect(valuesOf(`${catalogue}#kolada`, 'dcat:endpointURL')).toEqual(['https://eko.example/kolada/v3'])
    expect(valuesOf(`${catalogue}#nyckeltal-api`, 'dcat:accessService')).toEqual([`${catalogue}#api`])
  })

  test('takes what the association tells of itself, and its number as the portal knows it', async () => {
    const own = await loadedDatabase()
    await own.db
      .insertInto('organisation_profile')
      .values({
        organisation_code: 'SEKOM',
        organisation_number: '802012-3456',
        email: 'kansliet@eko.example',
        phone: '010-123 45 67',
        address: 'Storgatan 1',
        postal_code: '371 83',
        city: 'Karlskrona',
      })
      .execute()
    const quads = readTurtle(await (await testApp(own.db).request('/oppna-data/katalog.ttl')).text())
    await own.drop()
    expect(valuesOf(catalogue, 'dcterms:publisher', quads)).toEqual([
      'http://dataportal.se/organisation/SE8020123456',
    ])
    expect(valuesOf(`${catalogue}#kontakt`, 'vcard:hasEmail', quads)).toEqual(['mailto:kansliet@eko.example'])
    const { breaches, advice } = await askShapes(quads)
    expect(breaches).toEqual([])
    expect(advice).toHaveLength(1)
  })
})

describe('the answer', () => {
  test('takes the form that is asked for, and is never kept for somebody who asks for another', async () => {
    const cached = testApp(database.db)
    const typeFor = async (accept: string) => {
      const response = await cached.request('/oppna-data/katalog', { headers: { accept } })
      expect(response.headers.get('vary')).toBe('Accept, Accept-Encoding')
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      return response.headers.get('content-type')
    }
    expect(await typeFor('text/turtle')).toBe('text/turtle; charset=utf-8')
    expect(await typeFor('application/ld+json, text/turtle;q=0.5')).toBe('application/ld+json; charset=utf-8')
    expect(await typeFor('text/html, */*;q=0.8')).toBe('application/rdf+xml; charset=utf-8')
  })

  test.each([
    [undefined, 'rdf'],
    ['*/*', 'rdf'],
    ['application/*', 'rdf'],
    ['text/*', 'ttl'],
    ['text/turtle;q=0.2, application/ld+json;q=0.9', 'jsonld'],
    ['application/rdf+xml;q=0, */*', 'ttl'],
    ['image/png', 'rdf'],
  ])('to Accept: %s is .%s', (accept, ending) => {
    expect(preferred(accept).ending).toBe(ending)
  })

  test('is 304 to who has it', async () => {
    const etag = (await app.request('/oppna-data/katalog.rdf')).headers.get('etag') ?? ''
    const again = await app.request('/oppna-data/katalog.rdf', { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })
})

describe('RDF/XML', () => {
  const { blankNode, literal, namedNode, quad } = DataFactory
  const title = namedNode(iri('dcterms:title'))
  const thing = namedNode('https://eko.example/a')

  test('carries every sign that XML can', async () => {
    const quads = [
      quad(thing, title, literal('<å> & "ö"\n\t😀', 'sv')),
      quad(thing, title, literal('5', namedNode(iri('xsd:integer')))),
      quad(thing, title, namedNode('https://eko.example/a?b=1&c=%C3%A5')),
    ]
    expect(linesOf(await readRdfXml(rdfXml(quads)))).toEqual(linesOf(quads))
  })

  test.each([
    ['a nameless thing', quad(blankNode('b'), title, literal('x'))],
    ['a nameless object', quad(thing, title, blankNode('b'))],
    ['half an address', quad(namedNode('/a'), title, literal('x'))],
    ['an address with a space', quad(thing, title, namedNode('https://eko.example/a b'))],
    ['an unknown property', quad(thing, namedNode('https://eko.example/title'), literal('x'))],
  ])('refuses %s', (_, statement) => {
    expect(() => rdfXml([statement])).toThrow(Unwritable)
  })
})
