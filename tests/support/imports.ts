import type { Place } from '../../src/domains/importing/adapter.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { TestDatabase } from './database.ts'

/** Where a test imports: on its own database, from stubs, without waiting for anybody. */
export function importPlace(
  db: TestDatabase['db'],
  sources: { kolada?: { url: string }; scb?: { url: string } },
): Place {
  const config = readConfig({
    BASE_URL: 'https://eko.example',
    KOLADA_URL: sources.kolada?.url ?? 'http://127.0.0.1:9',
    KOLADA_RATE: '1000',
    SCB_URL: sources.scb?.url ?? 'http://127.0.0.1:9',
  })
  return { db, config, today: '2026-11-23', wait: async () => {} }
}
