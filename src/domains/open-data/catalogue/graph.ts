import type { Quad } from 'n3'
import { datasetOf, issuedOn } from './datasets.ts'
import { both, day, describe, to } from './describe.ts'
import type { CatalogueFacts } from './facts.ts'
import { inBoth, namesOf } from './names.ts'
import { peopleOf, termsOf } from './people.ts'
import { servicesOf } from './services.ts'
import { fixed } from './vocabulary.ts'

/** The catalogue of our open data by DCAT-AP-SE 3.0.1. Everything in it has an address; nothing is nameless. */
export function catalogueGraph(facts: CatalogueFacts): Quad[] {
  const names = namesOf(facts)
  const changes = facts.offers.flatMap(({ changedOn }) => changedOn ?? [])
  return [
    ...describe(names.catalogue, 'dcat:Catalog', {
      'dcterms:title': both(inBoth((t) => t.catalogue.title)),
      'dcterms:description': both(inBoth((t) => t.catalogue.about)),
      'dcterms:publisher': to(names.publisher),
      'dcterms:license': to(fixed.cc0),
      'dcterms:issued': day(issuedOn(facts)),
      'dcterms:modified': day(changes.toSorted().at(-1) ?? null),
      'dcterms:language': [to(fixed.swedish), to(fixed.english)],
      'foaf:homepage': to(`${facts.baseUrl}/`),
      'dcterms:spatial': to(fixed.sweden),
      'dcat:themeTaxonomy': to(fixed.themes),
      'dcat:dataset': facts.offers.map(({ content }) => to(names.dataset(content.name))),
      'dcat:service': [to(names.api), to(names.kolada)],
    }),
    ...peopleOf(facts, names),
    ...termsOf(facts, names),
    ...facts.offers.flatMap((offer) => datasetOf(offer, facts, names)),
    ...servicesOf(facts, names),
  ]
}
