import { type Quad, Writer } from 'n3'
import { Problem } from '#platform/http/problem.ts'
import { streamed } from '#platform/http/streamed.ts'
import type { C } from '../files.ts'
import { openDataPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { loadCatalogueFacts } from './facts.ts'
import { catalogueGraph } from './graph.ts'
import { rdfXml } from './rdf-xml.ts'
import { prefixes } from './vocabulary.ts'

/** The ways to write the catalogue; the first is what harvesters want, and what anybody gets who does not say. */
export const serialisations = [
  { ending: 'rdf', mediaType: 'application/rdf+xml', write: async (quads: Quad[]) => rdfXml(quads) },
  { ending: 'ttl', mediaType: 'text/turtle', write: turtle },
  { ending: 'jsonld', mediaType: 'application/ld+json', write: jsonLd },
] as const

/** `/oppna-data/katalog`, in the form that `Accept` prefers, or by ending. */
export async function answerCatalogue(c: C): Promise<Response> {
  const ending = c.req.path.split('.')[1]
  const chosen = ending
    ? serialisations.find((one) => one.ending === ending)
    : preferred(c.req.header('accept'))
  if (!chosen) {
    throw new Problem(404, textsOf(c.var.locale).noFile, catalogueAddresses())
  }
  const facts = await loadCatalogueFacts(c)
  return streamed(c, {
    mediaType: `${chosen.mediaType}; charset=utf-8`,
    shape: `catalogue ${chosen.ending}`,
    changedAt: facts.extent.lastKnown,
    compress: true,
    headers: {
      ...(ending ? {} : { vary: 'Accept, Accept-Encoding' }),
      link: serialisations
        .map(
          (one) =>
            `<${facts.baseUrl}${openDataPaths.catalogue}.${one.ending}>; rel="alternate"; type="${one.mediaType}"`,
        )
        .join(', '),
    },
    async *write() {
      yield await chosen.write(catalogueGraph(facts))
    },
  })
}

function catalogueAddresses() {
  return serialisations.map(({ ending }) => {
    const href = `${openDataPaths.catalogue}.${ending}`
    return { href, label: href }
  })
}

/** The serialisation with the highest quality in `Accept`; ours first among equals, and when none is named. */
export function preferred(accept = '*/*') {
  const wishes = accept.split(',').map((wish) => {
    const [type = '', ...parameters] = wish
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const quality = parameters.find((one) => one.startsWith('q='))?.slice(2)
    return { type, quality: quality === undefined ? 1 : Number(quality) || 0 }
  })
  const qualityOf = (mediaType: string) => {
    const range = mediaType.replace(/\/.*/, '/*')
    for (const name of [mediaType, range, '*/*']) {
      const wish = wishes.find(({ type }) => type === name)
      if (wish) return wish.quality
    }
    return 0
  }
  const [first] = serialisations
  let best: (typeof serialisations)[number] = first
  for (const one of serialisations) if (qualityOf(one.mediaType) > qualityOf(best.mediaType)) best = one
  return best
}

function turtle(quads: Quad[]): Promise<string> {
  const writer = new Writer({ prefixes })
  writer.addQuads(quads)
  return new Promise((resolve, reject) => {
    writer.end((error, result) => (error ? reject(error) : resolve(String(result))))
  })
}

async function jsonLd(quads: Quad[]): Promise<string> {
  // Large, and of all the program this one file needs it.
  const { default: jsonld } = await import('jsonld')
  const writer = new Writer({ format: 'N-Quads' })
  const plain = await jsonld.fromRDF(writer.quadsToString(quads), { format: 'application/n-quads' })
  return `${JSON.stringify(await jsonld.compact(plain, { ...prefixes }), null, 1)}\n`
}
