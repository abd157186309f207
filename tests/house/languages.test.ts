import { glob } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../support/app.ts'
import { loadedDatabase, type TestDatabase } from '../support/database.ts'
import { get, loggedIn } from '../support/login.ts'
import { toldTexts } from '../support/told-text.ts'

/** Words that only Swedish has, and that no sentence of it does without for long. */
const swedish =
  /(?<![\p{L}-])(och|är|för|att|inte|från|också|eller|ska|när|där|hur|vilka|efter|påhitta\w+)(?![\p{L}-])/iu
/** Words that only English has. */
const english =
  /(?<![\p{L}-])(the|of|and|is|are|with|for|from|which|this|that|has|have|you|your)(?![\p{L}-])/iu

/** Pages of one kind differ by what people have written, not by what the program says: some of each will do. */
const ofOneKind = 2
const mostPages = 160

let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
})
afterAll(() => database.drop())

/** Every page that links lead to from some, a few of each kind. */
async function walk(from: string[], within: string, cookie = ''): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const kinds = new Map<string, number>()
  const waiting = [...from]
  for (let path = waiting.shift(); path !== undefined && pages.size < mostPages; path = waiting.shift()) {
    const response = await get(app, path, cookie)
    if (response.status !== 200 || !response.headers.get('content-type')?.includes('text/html')) continue
    const html = await response.text()
    pages.set(path, html)
    for (const [, href = ''] of html.matchAll(/<a [^>]*?href="([^"#]*)/g)) {
      const address = href.replaceAll('&amp;', '&')
      const plain = address.split('?')[0] ?? ''
      if (plain !== within && !plain.startsWith(`${within}/`)) continue
      if (/\.[a-z-]+$/.test(plain) || address.includes('?')) continue
      const kind = plain.replace(/\/(?=[^/]*\d)[^/]+/g, '/*')
      const seen = kinds.get(kind) ?? 0
      if (seen >= ofOneKind || pages.has(address) || waiting.includes(address)) continue
      kinds.set(kind, seen + 1)
      waiting.push(address)
    }
  }
  return pages
}

/** Texts of a page that are said to be in a language and hold a word of another. */
function foreign(pages: Map<string, string>, lang: string, words: RegExp): string[] {
  return [...pages].flatMap(([path, html]) =>
    toldTexts(html)
      .filter((told) => told.lang === lang && words.test(told.text))
      .map(({ text }) => `${path}: ${text.slice(0, 120)}`),
  )
}

/** Everything that the houses say in Swedish with letters or words that English does not have. */
async function swedishWordsOfTheProgram(): Promise<Set<string>> {
  const said = new Set<string>()
  const listen = (texts: unknown): void => {
    if (typeof texts === 'string') {
      if (/[åäö]/i.test(texts) || swedish.test(texts)) said.add(texts)
    } else if (typeof texts === 'object' && texts !== null) Object.values(texts).forEach(listen)
  }
  for await (const file of glob('src/**/{texts,statements}.sv.ts')) {
    listen({ ...(await import(pathToFileURL(file).href)) })
  }
  return said
}

describe('In English', () => {
  test('every page that anybody can reach speaks English, and says so where it does not', async () => {
    const pages = await walk(['/en'], '/en')
    expect(pages.size).toBeGreaterThan(50)
    expect(foreign(pages, 'en', swedish)).toEqual([])
  })

  // What members write to each other is in the language they choose; the words round it are the program's.
  test.each(['kontakttjansteperson', 'kansli'])('so do the words of the pages of %s', async (account) => {
    const cookie = await loggedIn(app, account)
    const pages = await walk(['/en/mina-sidor', '/en/kansli'], '/en', cookie)
    expect(pages.size).toBeGreaterThan(50)
    const ownWords = await swedishWordsOfTheProgram()
    expect(ownWords.size).toBeGreaterThan(1000)
    expect(
      [...pages].flatMap(([path, html]) =>
        toldTexts(html)
          .filter(({ lang, text }) => lang === 'en' && ownWords.has(text))
          .map(({ text }) => `${path}: ${text}`),
      ),
    ).toEqual([])
  })
})

describe('In Finnish', () => {
  test('every translated page speaks Finnish, and says so where it does not', async () => {
    const pages = await walk(['/fi'], '/fi')
    expect(pages.size).toBeGreaterThan(20)
    expect(foreign(pages, 'fi', swedish)).toEqual([])
    expect(foreign(pages, 'fi', english)).toEqual([])
  })

  test('what is not translated leads to the same page in English, and a form is sent on as it is', async () => {
    const page = await get(app, '/fi/logga-in?till=/om')
    expect([page.status, page.headers.get('location')]).toEqual([302, '/en/logga-in?till=/om'])
    const form = await app.request('https://eko.example/fi/logga-in', {
      method: 'POST',
      headers: { origin: 'https://eko.example' },
    })
    expect([form.status, form.headers.get('location')]).toEqual([307, '/en/logga-in'])
  })

  test('numbers, dates and times are written as Finns write them, in charts too', async () => {
    const history = await (await get(app, '/fi/tillganglighet')).text()
    expect(history).toMatch(/\d{1,2}\. marraskuuta 2026/)
    const events = await (await get(app, '/fi/evenemang')).text()
    expect(events).toMatch(/kuuta \d{4} klo \d{1,2}\.\d{2}/)
    const figure = await (await get(app, '/fi/nyckeltal/7?kommun=1382')).text()
    expect(figure).toMatch(/\d\skg\/as\./)
    expect(figure).toContain('&quot;language&quot;:&quot;fi&quot;'.replaceAll('&quot;', '"'))
  })
})
