import { DataFactory, type Quad } from 'n3'
import { localeOf } from '#platform/i18n.ts'
import type { ContentName } from '../content.ts'
import type { Download, Offer } from '../overview.ts'
import { metadataPath, neighbourPaths, openDataPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { both, bytes, day, describe, text, to } from './describe.ts'
import type { CatalogueFacts } from './facts.ts'
import { inBoth, type Names } from './names.ts'
import { fixed } from './vocabulary.ts'

interface Nature {
  themes: string[]
  frequency: string
  /** Whether rows come from the statistics of others. */
  rests: boolean
}

const yearly: Nature = {
  themes: [fixed.environment, fixed.regions],
  frequency: fixed.yearly,
  rests: true,
}
const natures: Record<ContentName, Nature> = {
  nyckeltal: yearly,
  'nyckeltal-historik': { ...yearly, frequency: fixed.irregularly },
  definitioner: { ...yearly, frequency: fixed.irregularly, rests: false },
  metodbrott: { ...yearly, frequency: fixed.irregularly, rests: false },
  organisationer: { ...yearly, themes: [fixed.regions, fixed.government] },
  medlemskap: { themes: [fixed.regions, fixed.government], frequency: fixed.irregularly, rests: false },
  kallor: { ...yearly, frequency: fixed.irregularly, rests: false },
}

/** The data set of an offer, with every way to get it. */
export function datasetOf(offer: Offer, facts: CatalogueFacts, names: Names): Quad[] {
  const { name } = offer.content
  const { themes, frequency, rests } = natures[name]
  const { extent, baseUrl, sources } = facts
  const isMadeUp = extent.madeUp && name.startsWith('nyckeltal')
  const remark = inBoth((t) => (isMadeUp ? ` ${t.madeUpNote}` : ''))
  const about = inBoth((t) => t.contents[name].about)
  const files = offer.downloads.filter((download) => download.bytes !== null)
  const services =
    name === 'nyckeltal' ? [names.distribution(name, 'api'), names.distribution(name, 'kolada')] : []
  const start = name === 'medlemskap' ? extent.firstMembership : extent.firstYear
  return [
    ...describe(names.dataset(name), 'dcat:Dataset', {
      'dcterms:title': both(inBoth((t) => t.contents[name].title)),
      'dcterms:description': both({ sv: about.sv + remark.sv, en: about.en + remark.en }),
      'dcterms:publisher': to(names.publisher),
      'dcat:contactPoint': to(names.contact),
      'dcat:keyword': keywords(),
      'dcat:theme': themes.map(to),
      'dcterms:issued': day(issuedOn(facts)),
      'dcterms:modified': day(offer.changedOn),
      'dcterms:language': [to(fixed.swedish), to(fixed.english)],
      'dcat:landingPage': to(baseUrl + openDataPaths.page),
      'dcterms:conformsTo': to(fixed.csvw),
      'dcterms:spatial': to(fixed.sweden),
      'dcterms:temporal': to(names.period(name)),
      'dcterms:accrualPeriodicity': to(frequency),
      'dcterms:accessRights': to(fixed.public),
      'dcterms:provenance': rests ? to(names.provenance) : null,
      'dcterms:source': sources
        .filter(({ id }) => name.startsWith('nyckeltal') && extent.sourceIds.includes(id))
        .map(({ id }) => to(`${baseUrl}${neighbourPaths.sources}#${id}`)),
      'dcat:distribution': [
        ...files.map(({ format }) => to(names.distribution(name, format.id))),
        ...services.map(to),
      ],
    }),
    ...describe(names.period(name), 'dcterms:PeriodOfTime', {
      'dcat:startDate': day(start),
      'dcat:endDate': name === 'medlemskap' ? null : day(extent.lastYear),
    }),
    ...files.flatMap((download) => distributionOf(offer, download, facts, names)),
  ]
}

function distributionOf(offer: Offer, download: Download, facts: CatalogueFacts, names: Names): Quad[] {
  const { name } = offer.content
  const { format, path, bytes: size } = download
  const address = facts.baseUrl + path
  const metadata = format.id === 'csv' ? facts.baseUrl + metadataPath(name) : null
  return [
    ...describe(names.distribution(name, format.id), 'dcat:Distribution', {
      'dcterms:title': both(inBoth((t) => t.page.formats[format.id])),
      'dcterms:description': both(inBoth((t) => t.catalogue.file(t.page.formats[format.id]))),
      'dcat:accessURL': to(address),
      'dcat:downloadURL': to(address),
      'dcterms:format': text(format.mediaType.split(';')[0] ?? format.mediaType),
      'dcat:byteSize': bytes(size),
      'dcterms:issued': day(issuedOn(facts)),
      'dcterms:modified': day(offer.changedOn),
      'adms:status': to(fixed.completed),
      'dcatap:availability': to(fixed.stable),
      'dcterms:license': to(fixed.cc0),
      'dcterms:rights': natures[name].rests ? to(names.rights) : null,
      'dcterms:conformsTo': metadata ? to(metadata) : null,
    }),
    ...(metadata
      ? describe(metadata, 'dcterms:Standard', {
          'dcterms:title': both(inBoth((t) => `${t.contents[name].title}. ${t.page.metadata}`)),
        })
      : []),
  ]
}

/** The day in Stockholm's calendar on which the first value became known. */
export function issuedOn({ extent }: CatalogueFacts): string | null {
  return extent.firstKnownOn ?? extent.firstRetrieved
}

export function keywords() {
  return (['sv', 'en'] as const).flatMap((language) =>
    textsOf(localeOf(language)).catalogue.keywords.map((word) => DataFactory.literal(word, language)),
  )
}
