import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Markdown, safeAddress } from './markdown.tsx'

const html = (text: string, base?: string) =>
  renderToString(<Markdown text={text} {...(base ? { base } : {})} />)
const ownPicture = /^\/bild\/\d+\.webp$/
const withPictures = (text: string) =>
  renderToString(<Markdown text={text} isPicture={(address) => ownPicture.test(address)} />)

describe('what somebody wrote in Markdown', () => {
  test('becomes headings below the page’s own, paragraphs, lists and links', () => {
    expect(html('# Rubrik\n\nEn *viktig* sak: **nu**.\n\n- ett\n- två')).toBe(
      '<div class="markdown flow"><h2>Rubrik</h2><p>En <em>viktig</em> sak: <strong>nu</strong>.</p><ul><li>ett</li><li>två</li></ul></div>',
    )
    expect(html('[kommunerna](/kommuner?sok=å)')).toContain('<a href="/kommuner?sok=%C3%A5">kommunerna</a>')
    expect(html('Läs [mer][1].\n\n[1]: https://example.org/a')).toContain(
      '<a href="https://example.org/a">mer</a>',
    )
  })

  test('has complete addresses where it is read elsewhere', () => {
    expect(html('[x](/nyheter)', 'https://eko.example')).toContain('href="https://eko.example/nyheter"')
  })

  test('is shown as it was typed where it holds HTML, and without its pictures', () => {
    expect(html('<script>alert(1)</script>')).toContain('&lt;script>alert(1)&lt;/script>')
    expect(html('![En äng](https://example.org/spy.png)')).toContain('<p>En äng</p>')
  })

  test('shows our own pictures where they are allowed, if it is said what they show', () => {
    expect(withPictures('![En äng](/bild/1.webp)')).toContain(
      '<p><img src="/bild/1.webp" alt="En äng" loading="lazy"/></p>',
    )
    for (const text of [
      '![](/bild/1.webp)',
      '![x](/bild/1.webp?a)',
      '![x](//evil.example/bild/1.webp)',
      '![x][a]\n\n[a]: /bild/1.webp',
    ]) {
      expect(withPictures(text)).not.toContain('<img')
    }
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://bank.example@evil.example/',
    'www.example.org',
    '',
  ])('never links to %j', (address) => {
    expect(safeAddress(address)).toBeNull()
  })
})

const allowed: Record<string, string[]> = {
  div: ['class'],
  a: ['href'],
  ol: ['start'],
  img: ['src', 'alt', 'loading'],
  ...Object.fromEntries(
    'p h2 h3 h4 h5 h6 em strong code pre blockquote ul li br hr'.split(' ').map((name) => [name, []]),
  ),
}

/** Every element with its attributes, in a tree of `fast-xml-parser`. */
function elementsIn(tree: unknown): { name: string; attributes: Record<string, string> }[] {
  if (!Array.isArray(tree)) return []
  return tree.flatMap((node: Record<string, unknown>) => {
    const name = Object.keys(node).find((key) => key !== ':@') ?? ''
    if (name === '#text') return []
    return [{ name, attributes: attributesOf.parse(node[':@']) }, ...elementsIn(node[name])]
  })
}

const attributesOf = z.record(z.string(), z.string()).default({})

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' })

/** Pieces that attackers put together, beside any text at all. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '<script>',
          '</script>',
          '<img src=x onerror=alert(1)>',
          '<svg/onload=alert(1)>',
          '<a href="',
          '">',
          "'",
        ],
        ...[
          '[x](',
          ')',
          'javascript:alert(1)',
          'data:text/html;base64,PHN2Zz4=',
          '![',
          ']',
          '](',
          '<javascript:x>',
        ],
        ...[
          '&#106;avascript:',
          '&colon;',
          '`',
          '```',
          '> ',
          '- ',
          '# ',
          '***',
          '\\',
          '![a](/bild/1.webp)',
          '/bild/1.webp',
          '\n',
          '\n\n',
          '<!--',
          '-->',
        ],
        ...[
          '<https://example.org>',
          '[a]: javascript:x',
          '[a]',
          '<![CDATA[',
          ']]>',
          '\u0000',
          '\u202e',
          '&lt;script&gt;',
        ],
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''))

describe('hostile Markdown', () => {
  test('never makes an element, an attribute or an address that is not on the list', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        // Escaped text aside, what is left must be well-formed: nothing typed may open or close an element.
        const made = withPictures(text).replaceAll('<br/>', '<br />')
        const plain = made.replace(/>[^<]*</g, (between) => (between === '><' ? between : '>x<'))
        expect(XMLValidator.validate(plain)).toBe(true)
        for (const { name, attributes } of elementsIn(parser.parse(plain))) {
          expect(Object.keys(allowed)).toContain(name)
          expect(allowed[name]).toEqual(expect.arrayContaining(Object.keys(attributes)))
          if (name === 'img') expect(attributes.src).toMatch(ownPicture)
          if (attributes.href) expect(attributes.href).toMatch(/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['quotes', '>'.repeat(20_000)],
    ['lists', '- '.repeat(10_000)],
    ['numbered lists', '1. '.repeat(8000)],
    ['quotes and lists', '>- '.repeat(6000)],
    ['brackets', '['.repeat(20_000)],
    ['emphasis', '*a '.repeat(7_000)],
    ['links', '[a](b '.repeat(4_000)],
  ])('of %s within each other is made in moderate time', (_, text) => {
    const start = performance.now()
    expect(html(text)).toContain('markdown')
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
