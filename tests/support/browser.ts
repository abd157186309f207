import { serve } from '@hono/node-server'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../bin/browser.mjs'
import { followDataVersion } from '../../src/database/follow-data-version.ts'
import { readAssets } from '../../src/platform/http/assets.ts'
import { closeEventStreams } from '../../src/platform/http/event-stream.ts'
import { createSignals } from '../../src/platform/http/signals.ts'
import { testApp } from './app.ts'
import { loadedDatabase, type TestDatabase } from './database.ts'

/** A running site with a browser to visit it. */
export interface Visit {
  /** A fresh visitor. Console errors and failed requests end up in `complaints`. */
  page(options?: BrowserContextOptions): Promise<Page>
  complaints: string[]
  db: TestDatabase['db']
  close(): Promise<void>
}

/** Serves the demonstration association on a free port, for a browser to visit. */
export async function visitSite(): Promise<Visit> {
  const database = await loadedDatabase()
  const assets = await readAssets('build')
  const signals = createSignals()
  const version = await followDataVersion(database, signals)
  let app: ReturnType<typeof testApp> | undefined
  const { server, address } = await new Promise<{ server: ReturnType<typeof serve>; address: string }>(
    (resolve) => {
      const fetch = (request: Request) => app?.fetch(request) ?? new Response(null, { status: 503 })
      const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve({ server, address: `http://localhost:${port}` }),
      )
    },
  )
  // Links in mails and passkeys hold the address, so the program is made when it is known.
  app = testApp(database.db, 'demo', assets, address, { signals, dataVersion: version.current })
  const browser = await openBrowser()
  const complaints: string[] = []
  return {
    complaints,
    db: database.db,
    page: async (options = {}) => {
      const context = await browser.newContext({
        baseURL: address,
        viewport: { width: 1280, height: 900 },
        ...options,
      })
      const page = await context.newPage()
      // Shorter than a test's own time, so that the step that hangs is named.
      page.setDefaultTimeout(20_000)
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`)
      })
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
      return page
    },
    close: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()))
      closeEventStreams()
      await new Promise((done) => server.close(done))
      await version.stop()
      await database.drop()
    },
  }
}

let opened: Browser | undefined

/** One browser for all files that a worker runs one after the other; it ends with the worker. */
async function openBrowser(): Promise<Browser> {
  if (opened?.isConnected()) return opened
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('There is no Chromium. Run npm test, which finds or installs one.')
  opened = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
  return opened
}
