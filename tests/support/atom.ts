import { all, everything, readXml, textAt, type XmlNode } from './xml.ts'

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const address = /^[a-z][a-z0-9+.-]*:\S+$/i

/** What a feed lacks of what RFC 4287 demands, each with its section; empty for a valid feed. */
export function atomFaults(xml: string): string[] {
  const feed = readXml(xml)
  const entries = all(feed, 'entry')
  const faults: string[] = []
  const demand = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault)
  }
  demand(/<feed [^>]*xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/.test(xml), '2: namespace')
  const hasAuthor = (node: XmlNode) => all(node, 'author').length > 0
  demand(hasAuthor(feed) || (entries.length > 0 && entries.every(hasAuthor)), '4.1.1: author')
  demand(
    all(feed, 'link').filter(({ attributes }) => attributes.rel === 'self').length === 1,
    '4.1.1: link to itself',
  )
  for (const [name, node] of [
    ['feed', feed] as const,
    ...entries.map((entry, i) => [`entry ${i}`, entry] as const),
  ]) {
    for (const one of ['id', 'title', 'updated'])
      demand(all(node, one).length === 1, `4.1: one ${one} in ${name}`)
    demand(address.test(textAt(node, 'id') ?? ''), `4.2.6: id of ${name}`)
    demand(moment.test(textAt(node, 'updated') ?? ''), `3.3: updated of ${name}`)
    const alternates = all(node, 'link').filter(
      ({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate',
    )
    const kinds = alternates.map(({ attributes }) => `${attributes.type} ${attributes.hreflang}`)
    demand(new Set(kinds).size === kinds.length, `4.1: alternate links of ${name}`)
    demand(
      name === 'feed' || alternates.length > 0 || all(node, 'content').length > 0,
      `4.1.2: link or content of ${name}`,
    )
  }
  const ids = [feed, ...entries].map((node) => textAt(node, 'id'))
  demand(new Set(ids).size === ids.length, '4.2.6: ids are unique')
  for (const { name, text } of everything(feed)) {
    if (name === 'name') demand(text.trim() !== '', '3.2.1: name of a person')
  }
  for (const link of everything(feed).filter(({ name }) => name === 'link')) {
    demand(address.test(link.attributes.href ?? ''), `4.2.7: address of a link: ${link.attributes.href}`)
  }
  return faults
}
