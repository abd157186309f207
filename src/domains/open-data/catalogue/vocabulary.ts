/** The words that DCAT-AP-SE 3.0.1 is written in: namespaces, and the values that it gives to choose from. */
export const prefixes = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  adms: 'http://www.w3.org/ns/adms#',
  dcatap: 'http://data.europa.eu/r5r/',
  odrs: 'http://schema.theodi.org/odrs#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** `dcat:Dataset` as an address. */
export function iri(name: `${keyof typeof prefixes}:${string}`): string {
  return spelledOut(name)
}

/** The same for a name that is only known to be a text. Throws for a prefix that is none of ours. */
export function spelledOut(name: string): string {
  const [prefix = '', local = ''] = name.split(':')
  const found = Object.entries(prefixes).find(([known]) => known === prefix)
  if (!found) throw new Error(`No vocabulary is called ${prefix}`)
  return found[1] + local
}

const authority = 'http://publications.europa.eu/resource/authority'

export const fixed = {
  cc0: 'http://creativecommons.org/publicdomain/zero/1.0/',
  sweden: `${authority}/country/SWE`,
  swedish: `${authority}/language/SWE`,
  english: `${authority}/language/ENG`,
  public: `${authority}/access-right/PUBLIC`,
  environment: `${authority}/data-theme/ENVI`,
  regions: `${authority}/data-theme/REGI`,
  government: `${authority}/data-theme/GOVE`,
  themes: `${authority}/data-theme`,
  yearly: `${authority}/frequency/ANNUAL`,
  irregularly: `${authority}/frequency/IRREG`,
  stable: `${authority}/planned-availability/STABLE`,
  completed: `${authority}/distribution-status/COMPLETED`,
  nonProfit: 'http://purl.org/adms/publishertype/NonProfitOrganisation',
  rest: 'http://www.wikidata.org/entity/Q749568',
  csvw: 'https://www.w3.org/TR/tabular-data-model/',
} as const
