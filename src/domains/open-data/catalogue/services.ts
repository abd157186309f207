import type { Quad } from 'n3'
import { neighbourPaths, openDataPaths } from '../paths.ts'
import { issuedOn, keywords } from './datasets.ts'
import { both, day, describe, text, to } from './describe.ts'
import type { CatalogueFacts } from './facts.ts'
import { inBoth, type Names } from './names.ts'
import { fixed } from './vocabulary.ts'

/** The ways in for programs: our API and the one in the shape of Kolada's, each also a way to the values. */
export function servicesOf(facts: CatalogueFacts, names: Names): Quad[] {
  const { baseUrl } = facts
  const document = baseUrl + neighbourPaths.apiDocument
  const page = baseUrl + openDataPaths.page
  const shared = {
    'dcterms:publisher': to(names.publisher),
    'dcat:contactPoint': to(names.contact),
    'dcterms:type': to(fixed.rest),
    'dcat:keyword': keywords(),
    'dcat:theme': [to(fixed.environment), to(fixed.regions)],
    'dcterms:format': text('application/json'),
    'dcterms:license': to(fixed.cc0),
    'dcterms:accessRights': to(fixed.public),
    'dcat:servesDataset': to(names.dataset('nyckeltal')),
  }
  return [
    ...describe(names.api, 'dcat:DataService', {
      ...shared,
      'dcterms:title': both(inBoth((t) => t.catalogue.api)),
      'dcterms:description': both(inBoth((t) => t.catalogue.apiAbout)),
      'dcat:endpointURL': to(baseUrl + neighbourPaths.api),
      'dcat:endpointDescription': to(document),
      'dcat:landingPage': to(baseUrl + neighbourPaths.apiReference),
      'dcterms:conformsTo': to(document),
    }),
    ...describe(names.kolada, 'dcat:DataService', {
      ...shared,
      'dcterms:title': both(inBoth((t) => t.catalogue.kolada)),
      'dcterms:description': both(inBoth((t) => t.catalogue.koladaAbout)),
      'dcat:endpointURL': to(baseUrl + neighbourPaths.kolada),
      'dcat:endpointDescription': to(`${page}#program`),
      'dcat:landingPage': to(page),
    }),
    ...describe(document, 'dcterms:Standard', { 'dcterms:title': both(inBoth((t) => t.catalogue.openApi)) }),
    ...distributionThrough(names.api, 'api', neighbourPaths.api, document, facts, names),
    ...distributionThrough(names.kolada, 'kolada', neighbourPaths.kolada, null, facts, names),
  ]
}

function distributionThrough(
  service: string,
  id: 'api' | 'kolada',
  path: string,
  document: string | null,
  facts: CatalogueFacts,
  names: Names,
): Quad[] {
  return describe(names.distribution('nyckeltal', id), 'dcat:Distribution', {
    'dcterms:title': both(inBoth((t) => t.catalogue[id])),
    'dcterms:description': both(inBoth((t) => t.catalogue.throughApi)),
    'dcat:accessURL': to(facts.baseUrl + path),
    'dcat:accessService': to(service),
    'dcterms:format': text('application/json'),
    'dcterms:issued': day(issuedOn(facts)),
    'adms:status': to(fixed.completed),
    'dcatap:availability': to(fixed.stable),
    'dcterms:license': to(fixed.cc0),
    'dcterms:rights': to(names.rights),
    'dcterms:conformsTo': document ? to(document) : null,
  })
}
