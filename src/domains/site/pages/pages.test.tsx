import type { VNode } from 'preact'
import { describe, expect, test } from 'vitest'
import { keyFigurePaths } from '#domains/key-figures/index.ts'
import type { Appointed, Source } from '#domains/members/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import { openDataPaths } from '#domains/open-data/index.ts'
import { type Language, languages, localeOf } from '#platform/i18n.ts'
import { renderFragment } from '#ui/page.tsx'
import type { GlanceFigure, Happening, MemberCount } from '../facts.ts'
import { sitePaths } from '../paths.ts'
import { AboutPage } from './about.tsx'
import { AccessibilityPage } from './accessibility.tsx'
import { CriteriaPage } from './criteria.tsx'
import { HistoryPage } from './history.tsx'
import { NotFoundPage } from './not-found.tsx'
import { PrivacyPage } from './privacy.tsx'
import { SecretariatPage } from './secretariat.tsx'
import { ServerErrorPage } from './server-error.tsx'
import { SourcesPage } from './sources.tsx'
import { StartPage } from './start.tsx'

const members: MemberCount = {
  municipalities: 98,
  regions: 6,
  inhabitants: 3_400_000,
  inhabitantsOfAll: 10_600_000,
  madeUp: true,
}
const happeningsIn = (language: Language): Happening[] => [
  {
    path: '/nyheter/bussen',
    title: language === 'sv' ? 'Bussen går' : 'The bus goes',
    lang: undefined,
    when: '2026',
    madeUp: true,
  },
]
const organicFood: GlanceFigure = {
  id: '11',
  number: '11',
  name: { sv: 'Ekologiska livsmedel', en: 'Organic food purchases' },
  unit: { sv: '%', en: '%' },
  decimals: 0,
  mean: 31,
  year: 2014,
  count: 90,
  word: 'right',
  points: [
    { x: 2013, y: 28 },
    { x: 2014, y: 31 },
  ],
  breaks: [],
  madeUp: true,
}
const chair: Appointed = {
  name: 'Åsa Östling',
  role: 'board-chair',
  title: { sv: 'ordförande', en: 'chair' },
  homeName: 'Övertorneå',
  madeUp: true,
}
const source: Source = {
  id: 'scb-folkmangd',
  title: { sv: 'Folkmängd', en: 'Population' },
  publisher: 'Statistiska centralbyrån (SCB)',
  licence: { sv: 'SCB:s villkor', en: 'Terms of Statistics Sweden' },
  address: 'https://www.scb.se/',
  retrievedOn: '2026-04-16',
  covers: { sv: 'Folkmängd 1990–2025', en: 'Population 1990–2025' },
}

const pages: Record<string, (language: Language) => VNode> = {
  start: (language) => (
    <StartPage
      l={localeOf(language)}
      glance={[organicFood]}
      members={members}
      news={happeningsIn(language)}
      events={happeningsIn(language)}
    />
  ),
  about: (language) => <AboutPage l={localeOf(language)} members={members} />,
  criteria: (language) => (
    <CriteriaPage l={localeOf(language)} figures={[{ criterion: 2, figures: [organicFood] }]} />
  ),
  history: (language) => <HistoryPage l={localeOf(language)} />,
  secretariat: (language) => <SecretariatPage l={localeOf(language)} appointed={[chair]} />,
  accessibility: (language) => <AccessibilityPage l={localeOf(language)} />,
  privacy: (language) => <PrivacyPage l={localeOf(language)} demo />,
  sources: (language) => <SourcesPage l={localeOf(language)} sources={[source]} />,
  'not found': (language) => <NotFoundPage l={localeOf(language)} title="404" message="?" choices={[]} />,
  'server error': (language) => <ServerErrorPage l={localeOf(language)} requestId="0b9f2a6c-4711" />,
}

const everyPage = Object.keys(pages).flatMap((name) => languages.map((language) => [name, language] as const))

/** Swedish names that may stand in an English text. */
const names = [
  'Övertorneå',
  'Drift- och Serviceförvaltningen',
  'Statistiska centralbyrån',
  'Åsa Östling',
  'Borås',
]

describe.each(everyPage)('the page "%s" in %s', (name, language) => {
  const html = renderFragment(pages[name]?.(language) ?? <p />)

  test('has one first heading and no empty text', () => {
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    expect(html).not.toMatch(/undefined|\[object|NaN|<(p|li|h\d|dd|a)( [^>]*)?><\/\1>/)
  })

  test('skips no level of headings', () => {
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  test('names its parts by headings that exist, each once', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of html.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(id)
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id)
  })

  test('links only to what exists, in its own language', () => {
    for (const [, href = ''] of html.matchAll(/(?:href|action)="(\/[^"]*)"/g)) {
      const english = href === '/en' || href.startsWith('/en/')
      expect(english, href).toBe(language === 'en')
      const path = english ? href.slice(3) || '/' : href
      expect(known(path.replace(/[?#].*/, '')), href).toBe(true)
    }
  })

  test('asks nothing of other sites and carries no style or script of its own', () => {
    expect(html).not.toMatch(/<script|<style| style="| src="http| on[a-z]+="/)
  })
})

test.each(Object.keys(pages))('no Swedish words stand on the English page "%s", save names', (name) => {
  const text = names.reduce(
    (rest, each) => rest.replaceAll(each, ''),
    shownText(pages[name]?.('en') ?? <p />),
  )
  expect(text.match(/\S*[åäö]\S*/gi)).toBeNull()
})

describe('what is not real is said to be so', () => {
  test('made-up people carry a mark each, and the page says it once', () => {
    const html = renderFragment(pages.secretariat?.('sv') ?? <p />)
    expect(html).toContain('Personerna på den här sidan är påhittade')
    expect(html).toMatch(/Åsa Östling.*påhittat/)
  })

  test('real people carry none', () => {
    const l = localeOf('sv')
    const html = renderFragment(<SecretariatPage l={l} appointed={[{ ...chair, madeUp: false }]} />)
    expect(html).not.toContain('påhittat')
    expect(html).not.toContain('påhittade')
  })

  test('the contact details are called historical', () => {
    const html = renderFragment(pages.secretariat?.('sv') ?? <p />)
    expect(html).toContain('kansliet@sekom.se')
    expect(html).toContain('Historiska uppgifter')
    expect(html).not.toContain('mailto:')
  })

  test('a mean with made-up values carries a mark', () => {
    expect(renderFragment(pages.start?.('sv') ?? <p />)).toContain('tag--made-up')
  })
})

describe('the start page', () => {
  test('sends the name of a municipality to the list', () => {
    const html = renderFragment(pages.start?.('en') ?? <p />)
    expect(html).toMatch(/<form[^>]* action="\/en\/kommuner"[^>]* method="get"/)
    expect(html).toContain('name="sok"')
  })

  test('shows no mean of fewer than three', () => {
    const few = { ...organicFood, mean: null, count: 2, points: [] }
    const html = renderFragment(
      <StartPage l={localeOf('sv')} glance={[few]} members={members} news={[]} events={[]} />,
    )
    expect(html).toContain('Färre än tre värden')
  })
})

test('a page that was not found offers what exists in the language of the page', () => {
  const choices = [{ href: '/nyckeltal/1a', label: '1a' }]
  const html = renderFragment(<NotFoundPage l={localeOf('en')} title="404" message="?" choices={choices} />)
  expect(html).toContain('href="/en/nyckeltal/1a"')
})

test('the fourth criterion has its five conditions', () => {
  const text = shownText(pages.criteria?.('sv') ?? <p />)
  for (const condition of ['Integritet', 'Inflytande', 'Kompetens', 'Mening', 'Opartiskhet']) {
    expect(text).toContain(condition)
  }
})

function known(path: string): boolean {
  const fixed: string[] = [
    ...Object.values(sitePaths),
    organisationPaths.list,
    keyFigurePaths.list,
    keyFigurePaths.method,
    keyFigurePaths.compare,
    openDataPaths.page,
    '/exempel',
    '/evenemang',
    '/nyheter',
    '/nyheter/bussen',
    '/styrelse/beslut',
    '/stadgar',
    '/arsmote',
    '/internationellt',
  ]
  return fixed.includes(path) || /^\/nyckeltal\/\d+[a-c]?(\.(csv|json))?$/.test(path)
}

/** Everything people see or hear of a page: text, labels and descriptions. */
function shownText(page: VNode): string {
  const html = renderFragment(page)
  const labels = [...html.matchAll(/(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(
    ([, label]) => label,
  )
  return [html.replace(/<[^>]*>/g, ' '), ...labels].join(' ')
}
