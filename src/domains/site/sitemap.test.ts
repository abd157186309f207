import { describe, expect, test } from 'vitest'
import { robotsText, securityText, sitemapXml } from './sitemap.ts'

const inBoth = () => ['sv', 'en'] as const

describe('the sitemap', () => {
  const xml = sitemapXml('https://eko.example', ['/', '/om', '/kommuner/1382'], inBoth)

  test('has every page in both languages', () => {
    const addresses = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)
    expect(addresses).toEqual([
      'https://eko.example/',
      'https://eko.example/en',
      'https://eko.example/om',
      'https://eko.example/en/om',
      'https://eko.example/kommuner/1382',
      'https://eko.example/en/kommuner/1382',
    ])
  })

  test('links each page to itself and its twin, Swedish first for other languages', () => {
    const [, about = ''] = /<loc>https:\/\/eko\.example\/en\/om<\/loc>(.*?)<\/url>/.exec(xml) ?? []
    expect(
      [...about.matchAll(/hreflang="(.*?)" href="(.*?)"/g)].map(([, language, href]) => [language, href]),
    ).toEqual([
      ['sv', 'https://eko.example/om'],
      ['en', 'https://eko.example/en/om'],
      ['x-default', 'https://eko.example/om'],
    ])
  })

  test('is well-formed, also with signs that XML reserves', () => {
    expect(openElements(xml)).toEqual([])
    const odd = sitemapXml('https://eko.example', ["/nyckeltal/a&b<c>'d"], inBoth)
    expect(openElements(odd)).toEqual([])
    expect(odd).toContain('<loc>https://eko.example/nyckeltal/a&amp;b%3Cc%3E&apos;d</loc>')
  })

  test('keeps a path in front of the site', () => {
    expect(sitemapXml('https://example.org/eko', ['/om'], inBoth)).toContain(
      '<loc>https://example.org/eko/en/om</loc>',
    )
  })
})

describe('robots.txt', () => {
  const sitemap = 'https://eko.example/sitemap.xml'

  test('keeps a demonstration out of search engines', () => {
    expect(robotsText('demo', sitemap)).toBe('User-agent: *\nDisallow: /\n')
  })

  test('lets a real site in and shows the sitemap', () => {
    const text = robotsText('production', sitemap)
    expect(text).toContain('Allow: /\n')
    expect(text).not.toMatch(/^Disallow: \/$/m)
    expect(text).toContain(`Sitemap: ${sitemap}`)
  })
})

describe('security.txt', () => {
  const text = securityText({
    contact: 'https://eko.example/om/kansliet',
    canonical: 'https://eko.example/.well-known/security.txt',
    now: new Date('2026-11-23T12:00:00Z'),
  })

  test('has the two fields that RFC 9116 demands', () => {
    expect(text).toContain('Contact: https://eko.example/om/kansliet\n')
    expect(text).toContain('Expires: 2027-05-22T00:00:00Z\n')
  })

  test('expires within a year', () => {
    const [, expires = ''] = /^Expires: (.*)$/m.exec(text) ?? []
    expect(Date.parse(expires)).toBeLessThan(Date.parse('2027-11-23'))
  })
})

/** The elements that are left open, or closed out of turn, in a piece of XML. */
function openElements(xml: string): string[] {
  const open: string[] = []
  const withoutProlog = xml.replace(/^<\?xml.*?\?>/, '')
  expect(
    withoutProlog.replace(/<\/?[\w:]+(\s+[\w:]+="[^"<&]*(&(?:amp|apos);[^"<&]*)*")*\s*\/?>/g, ''),
  ).not.toMatch(/[<>]/)
  for (const [, closing, name = '', selfClosed] of withoutProlog.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (selfClosed) continue
    if (!closing) open.push(name)
    else if (open.at(-1) === name) open.pop()
    else open.push(`/${name}`)
  }
  return open
}
