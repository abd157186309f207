import type { Kysely } from 'kysely'
import { createApp } from '../../src/app/app.tsx'
import type { Replicas } from '../../src/database/replicas/follow.ts'
import type { Database } from '../../src/database/tables.ts'
import type { Assets } from '../../src/platform/http/assets.ts'
import type { Signals } from '../../src/platform/http/signals.ts'

const noAssets: Assets = {
  script: '/assets/app.js',
  styles: '/assets/styles.css',
  font: '/assets/font.woff2',
  folder: '/nowhere',
}

/**
 * The whole program on a database, answering in-process; the day is fixed. Every form sent counts as a change of
 * the public data, as the database tells in the running program; `live` is what the database really tells.
 */
export function testApp(
  db: Kysely<Database>,
  mode: 'demo' | 'production' = 'demo',
  assets = noAssets,
  baseUrl = 'https://eko.example',
  live?: { signals: Signals; dataVersion: () => string; replicas?: Replicas; pageCacheBytes?: number },
) {
  let writes = 0
  const app = createApp({
    db,
    config: {
      port: 0,
      host: '127.0.0.1',
      trustedProxies: (address) => address === '127.0.0.1',
      baseUrl,
      dataDir: '/nowhere',
      dataDirChosen: false,
      peppolOutbox: '/nowhere/peppol',
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
      databaseReadUrls: [],
      databaseReadLag: 10,
      work: 'yes',
      drainSeconds: 0,
      mode,
      pageCacheBytes: live?.pageCacheBytes ?? 0,
      apiRequestsPerMinute: 600,
      smtpUrl: undefined,
      mailFrom: 'noreply@eko.example',
      mailInPort: undefined,
      mailInDomain: 'eko.example',
      secret: undefined,
      fileStore: { written: undefined, places: [] },
      koladaUrl: 'http://127.0.0.1:9/v3',
      koladaRate: 1000,
      scbUrl: 'http://127.0.0.1:9/api/v2',
      importNightly: false,
      observe: { logLevel: 'warn', slowQueryMs: 500, metrics: undefined, tracing: undefined },
    },
    assets,
    secret: 'a secret of the tests, long enough',
    dataVersion: () => live?.dataVersion() ?? String(writes),
    ...(live ? { signals: live.signals, replicas: live.replicas } : {}),
    now: () => new Date('2026-11-23T12:00:00Z'),
  })
  const { request, fetch } = app
  app.fetch = async (asked, ...rest) => {
    const response = await fetch(asked, ...rest)
    if (asked.method === 'POST') writes += 1
    return response
  }
  app.request = async (input, init, ...rest) => {
    const response = await request(input, init, ...rest)
    if (init?.method === 'POST') writes += 1
    return response
  }
  return app
}
