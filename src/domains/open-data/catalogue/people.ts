import type { Quad } from 'n3'
import { neighbourPaths } from '../paths.ts'
import { both, describe, text, to } from './describe.ts'
import type { CatalogueFacts } from './facts.ts'
import { inBoth, type Names } from './names.ts'
import { fixed } from './vocabulary.ts'

/** Who publishes and who answers questions: two things, though it is one association. */
export function peopleOf({ baseUrl, profile, fallbackEmail }: CatalogueFacts, names: Names): Quad[] {
  const email = profile?.email || fallbackEmail.replace(/^.*<|>.*$/g, '')
  const number = profile && !profile.madeUp ? profile.organisationNumber : null
  const phone = profile?.phone.replace(/[^\d+]/g, '') || null
  const hasAddress = Boolean(profile?.address && profile.city)
  return [
    ...describe(names.publisher, 'foaf:Agent', {
      'foaf:name': both(inBoth((t) => t.catalogue.publisher)),
      'dcterms:description': both(inBoth((t) => t.catalogue.publisherAbout)),
      'dcterms:type': to(fixed.nonProfit),
      'foaf:homepage': to(`${baseUrl}/`),
      'dcterms:identifier': number ? text(number) : null,
    }),
    ...describe(`${baseUrl}/`, 'foaf:Document', {
      'dcterms:title': both(inBoth((t) => t.catalogue.publisher)),
    }),
    ...describe(names.contact, 'vcard:Organization', {
      'vcard:fn': both(inBoth((t) => t.catalogue.contact)),
      'vcard:hasEmail': to(`mailto:${email}`),
      'vcard:hasTelephone': phone ? to(names.telephone) : null,
      'vcard:hasAddress': hasAddress ? to(names.address) : null,
    }),
    ...(phone ? describe(names.telephone, 'vcard:Voice', { 'vcard:hasValue': to(`tel:${phone}`) }) : []),
    ...(profile && hasAddress
      ? describe(names.address, 'vcard:Address', {
          'vcard:street-address': text(profile.address),
          'vcard:postal-code': text(profile.postalCode),
          'vcard:locality': text(profile.city),
        })
      : []),
  ]
}

/** What holds for values from the statistics of others, and who they are. */
export function termsOf({ baseUrl, sources, extent }: CatalogueFacts, names: Names): Quad[] {
  const used = sources.filter(({ id }) => extent.sourceIds.includes(id))
  const publishers = [...new Set(used.map(({ publisher }) => publisher))].join('; ')
  return [
    ...describe(names.rights, 'odrs:RightsStatement', {
      'rdfs:label': both(inBoth((t) => t.catalogue.rights)),
      'odrs:reuserGuidelines': to(baseUrl + neighbourPaths.sources),
    }),
    ...describe(names.provenance, 'dcterms:ProvenanceStatement', {
      'rdfs:label': both(inBoth((t) => t.catalogue.provenance(publishers))),
    }),
    ...describe(fixed.csvw, 'dcterms:Standard', { 'dcterms:title': both(inBoth((t) => t.catalogue.csvw)) }),
  ]
}
