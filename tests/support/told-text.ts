/** A piece of text of a page, and the language that the page says it is in. */
export interface ToldText {
  lang: string
  text: string
}

const voids = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/
const unread = /^(script|style|code|title)$/
const named = [
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
] as const

/** The text nodes of a page as it is served, each with the language of the nearest element that has one. */
export function toldTexts(html: string): ToldText[] {
  const open: { name: string; lang: string }[] = []
  const found: ToldText[] = []
  for (const [, end, name, attributes = '', text] of html.matchAll(
    /<(?:(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|[^>"])*)|[!?][^>]*)>([^<]*)/gi,
  )) {
    if (name && end) {
      const at = open.findLastIndex((one) => one.name === name)
      if (at >= 0) open.splice(at)
    } else if (name && !voids.test(name) && !attributes.endsWith('/')) {
      open.push({ name, lang: / lang="([^"]*)"/.exec(attributes)?.[1] ?? open.at(-1)?.lang ?? '' })
    }
    if (!text?.trim() || open.some((one) => unread.test(one.name))) continue
    found.push({ lang: open.at(-1)?.lang ?? '', text: plain(text).trim() })
  }
  return found
}

function plain(text: string): string {
  return named.reduce((all, [entity, sign]) => all.replaceAll(entity, sign), text)
}
