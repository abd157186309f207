import { association } from '#platform/association.ts'
import type { C } from './files.ts'
import { addressOfRequest } from './files.ts'
import type { Overview } from './overview.ts'
import { neighbourPaths, openDataPaths } from './paths.ts'
import { textsOf } from './texts.ts'

const publisher = { '@type': 'NGO', name: association.name.sv }
const cc0 = 'https://creativecommons.org/publicdomain/zero/1.0/'

/** The open data as schema.org knows it: a catalogue with a data set for each content, and its files. */
export function schemaCatalog(c: C, { offers, extent }: Overview): object {
  const t = textsOf(c.var.locale)
  const addressOf = addressOfRequest(c)
  const own = { ...publisher, url: addressOf('/') }
  return {
    '@type': 'DataCatalog',
    '@id': addressOf(openDataPaths.page),
    name: t.page.title,
    description: t.catalogue.about,
    url: addressOf(openDataPaths.page),
    publisher: own,
    license: cc0,
    dataset: offers.map(({ content, changedOn, downloads }) => ({
      '@type': 'Dataset',
      '@id': `${addressOf(openDataPaths.page)}#${content.name}`,
      name: t.contents[content.name].title,
      description: `${t.contents[content.name].about} ${t.catalogue.rights}`,
      url: `${addressOf(openDataPaths.page)}#${content.name}`,
      inLanguage: c.var.locale.language,
      isAccessibleForFree: true,
      license: cc0,
      usageInfo: addressOf(neighbourPaths.sources),
      creator: own,
      publisher: own,
      keywords: t.catalogue.keywords,
      spatialCoverage: { '@type': 'Place', name: 'Sverige' },
      ...(content.name.startsWith('nyckeltal') && {
        temporalCoverage: `${extent.firstYear}/${extent.lastYear}`,
      }),
      ...(changedOn && { dateModified: changedOn }),
      variableMeasured: content.columns.map(({ key }) => t.columns[key][0]),
      distribution: downloads
        .filter(({ bytes }) => bytes !== null)
        .map(({ format, path }) => ({
          '@type': 'DataDownload',
          name: t.page.formats[format.id],
          encodingFormat: format.mediaType.split(';')[0],
          contentUrl: addressOf(path),
        })),
    })),
  }
}
