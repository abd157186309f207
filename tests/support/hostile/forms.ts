import type { Sent } from './requests.ts'
import { type Chance, hostileTexts } from './values.ts'

/** A form of a page as a browser would send it: where to, and what stands in its fields. */
export interface FoundForm {
  method: 'GET' | 'POST'
  action: string
  multipart: boolean
  fields: [name: string, value: string][]
  files: string[]
}

const origin = 'https://eko.example'

/** Every form of a page. Our own pages are regular enough to be read without a browser. */
export function formsIn(html: string, address: string): FoundForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, opening = '', inside = '']) => {
    const fields: [string, string][] = []
    const files: string[] = []
    for (const [, tag = '', attributes = '', rest = ''] of inside.matchAll(
      /<(input|textarea|select|button)\b([^>]*)>((?:(?!<\/(?:textarea|select)>).)*)/gs,
    )) {
      const name = attributeOf(attributes, 'name')
      if (!name) continue
      const type = attributeOf(attributes, 'type')
      if (type === 'file') files.push(name)
      else if (tag === 'textarea') fields.push([name, unescaped(rest)])
      else if (tag === 'select') {
        const options = [...rest.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option)
        const chosen = options.find((option) => /\bselected\b/.test(option)) ?? options.at(-1) ?? ''
        fields.push([name, attributeOf(chosen, 'value') ?? ''])
      } else fields.push([name, attributeOf(attributes, 'value') ?? (type === 'checkbox' ? 'on' : '')])
    }
    return {
      method: /method="?post/i.test(opening) ? 'POST' : 'GET',
      action: new URL(attributeOf(opening, 'action') ?? address, origin + address).href,
      multipart: /multipart/.test(opening),
      fields,
      files,
    }
  })
}

/** The addresses on this site that a page leads to. */
export function linksIn(html: string, address: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="([^"#]+)/g)].flatMap(([, href = '']) => {
    const url = URL.parse(unescaped(href), origin + address)
    return url?.origin === origin ? [url.pathname + url.search] : []
  })
}

/** The form with something wrong in it: one field or a few with what nobody types, or twice, or not at all. */
export function spoil(form: FoundForm, chance: Chance): Sent {
  const fields = form.fields.map(([name, value]): [string, string] => [name, value || 'text'])
  for (let times = 1 + chance.below(3); times > 0 && fields.length > 0; times -= 1) {
    const at = chance.below(fields.length)
    const name = fields[at]?.[0] ?? ''
    const how = chance.below(8)
    if (how === 0) fields.splice(at, 1)
    else if (how === 1) fields.push([name, chance.pick(hostileTexts)])
    else fields[at] = [name, chance.pick(hostileTexts)]
  }
  const action = new URL(form.action)
  if (form.method === 'GET') {
    action.search = new URLSearchParams(fields).toString()
    return { method: 'GET', address: action.href, headers: {} }
  }
  if (!form.multipart) {
    const type = 'application/x-www-form-urlencoded'
    const body = new URLSearchParams(fields).toString()
    return { method: 'POST', address: action.href, headers: { origin, 'content-type': type }, body }
  }
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  for (const name of form.files) body.append(name, hostileFile(chance))
  return { method: 'POST', address: action.href, headers: { origin }, body }
}

/** A file whose name, type and content say different things. */
function hostileFile(chance: Chance): File {
  const name = chance.pick([
    'a.pdf',
    'b.png',
    'c.docx',
    'd.xlsx',
    'e.xml',
    'f.csv',
    '../../g.svg',
    'h\0.txt',
    '',
  ])
  const type = chance.pick(['', 'image/png', 'application/pdf', 'text/html', 'x'])
  const content = chance.pick([
    '',
    '%PDF-1.7\n%%EOF',
    '\x89PNG\r\n\x1a\n',
    'PK\x05\x06'.padEnd(22, '\0'),
    'PK\x03\x04'.padEnd(60, '\xff'),
    '<svg xmlns="http://www.w3.org/2000/svg" onload="planted(1)"/>',
    '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;&b;">]><Document>&c;</Document>',
    `<?xml version="1.0"?>${'<a>'.repeat(3000)}`,
    `kod;år;värde\n1382;${'9'.repeat(400)};NaN\n"`,
    '\xff\xfe\x00\xd8',
  ])
  return new File([Buffer.from(content, 'latin1')], name, { type })
}

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
  return found === undefined ? undefined : unescaped(found)
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
