import { localeOf, type Tongue } from '#platform/i18n.ts'

/**
 * The sitemap of the site (sitemaps.org 0.9): every path in every language that it can be read in, each with links to
 * its twins. `paths` are without the language; `baseUrl` has no trailing slash.
 */
export function sitemapXml(
  baseUrl: string,
  paths: string[],
  tonguesOf: (path: string) => readonly Tongue[],
): string {
  const urls = paths.flatMap((path) => {
    const twins = tonguesOf(path).map((tongue) => ({ hreflang: tongue, href: localeOf(tongue).href(path) }))
    return twins.map(({ href }) => urlOf(baseUrl, path, href, twins))
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n')
}

/** The list of the files of a sitemap that is too large for one (sitemaps.org 0.9). */
export function sitemapIndexXml(addresses: string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...addresses.map((address) => `<sitemap><loc>${address}</loc></sitemap>`),
    '</sitemapindex>',
    '',
  ].join('\n')
}

function urlOf(
  baseUrl: string,
  path: string,
  href: string,
  twins: { hreflang: string; href: string }[],
): string {
  const alternates = [...twins, { hreflang: 'x-default', href: path }]
  const links = alternates.map(
    (twin) =>
      `<xhtml:link rel="alternate" hreflang="${twin.hreflang}" href="${addressOf(baseUrl, twin.href)}"/>`,
  )
  return `<url><loc>${addressOf(baseUrl, href)}</loc>${links.join('')}</url>`
}

/** Complete, percent-encoded and escaped for XML. */
function addressOf(baseUrl: string, href: string): string {
  return new URL(baseUrl + href).href.replaceAll('&', '&amp;').replaceAll("'", '&apos;')
}

/** A demonstration is not to be found by searching; a real site is, without its endless choices of parameters. */
export function robotsText(mode: 'demo' | 'production', sitemapAddress: string): string {
  if (mode === 'demo') return 'User-agent: *\nDisallow: /\n'
  return `User-agent: *\nAllow: /\nDisallow: /*?\n\nSitemap: ${sitemapAddress}\n`
}

export interface SecurityContact {
  /** Complete address of the page that tells how to report. */
  contact: string
  /** Complete address of the file itself. */
  canonical: string
  now: Date
}

const daysValid = 180

/** `security.txt` (RFC 9116). It holds for half a year from the day it is asked for. */
export function securityText({ contact, canonical, now }: SecurityContact): string {
  const expires = new Date(now.getTime() + daysValid * 24 * 60 * 60 * 1000)
  expires.setUTCHours(0, 0, 0, 0)
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString().replace('.000Z', 'Z')}`,
    'Preferred-Languages: sv, en',
    `Canonical: ${canonical}`,
    '',
  ].join('\n')
}
