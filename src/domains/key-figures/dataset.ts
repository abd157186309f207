import { association } from '#platform/association.ts'
import { atomType } from '#platform/feeds/atom.ts'
import { inLanguage } from '#platform/i18n.ts'
import type { FigureView } from './figure-view.ts'
import { keyFigurePaths } from './paths.ts'
import { figureTitle, type Voice } from './sentences.ts'

const cc0 = 'https://creativecommons.org/publicdomain/zero/1.0/'

/** A key figure as a data set of schema.org, with its files. The group of the page is that of the files. */
export function figureDataset(
  { figure, years }: Pick<FigureView, 'figure' | 'years'>,
  { l, t }: Voice,
  { baseUrl, query }: { baseUrl: string; query: string },
): object {
  const path = l.href(keyFigurePaths.figure(figure.id))
  const publisher = { '@type': 'NGO', name: association.name.sv, url: baseUrl + l.href('/') }
  const file = (encodingFormat: string, address: string) => ({
    '@type': 'DataDownload',
    encodingFormat,
    contentUrl: baseUrl + address,
  })
  return {
    '@type': 'Dataset',
    '@id': baseUrl + path,
    url: baseUrl + path,
    name: figureTitle(figure, l),
    description: `${inLanguage(figure.explanation, l)} ${t.figure.source}: ${inLanguage(figure.producer, l)}.`,
    inLanguage: l.language,
    isAccessibleForFree: true,
    license: cc0,
    usageInfo: `${baseUrl}${l.href('/oppna-data/kallor')}`,
    creator: publisher,
    publisher,
    includedInDataCatalog: { '@type': 'DataCatalog', url: `${baseUrl}${l.href('/oppna-data')}` },
    spatialCoverage: { '@type': 'Place', name: 'Sverige' },
    ...(years.length > 0 && { temporalCoverage: `${years[0]}/${years.at(-1)}` }),
    variableMeasured: {
      '@type': 'PropertyValue',
      name: inLanguage(figure.name, l),
      unitText: inLanguage(figure.unit, l),
    },
    distribution: [
      file('text/csv', `${path}.csv${query}`),
      file('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', `${path}.xlsx${query}`),
      file('application/json', `${path}.json${query}`),
      file('application/json', l.href(`/oppna-data/nyckeltal/${figure.id}.json-stat`)),
    ],
  }
}

/** The feed of corrected values, of a figure or an organisation, for programs to find on its page. */
export function feedOfRevisions({ l, t }: Voice, query: string) {
  return {
    href: `${l.href(`${keyFigurePaths.revisions}.atom`)}${query}`,
    type: atomType.split(';')[0] ?? atomType,
    title: t.revisions.title,
  }
}
