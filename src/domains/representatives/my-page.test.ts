import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn } from '../../../tests/support/login.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
})
afterAll(() => database.drop())

const pageOf = async (konto: string, path = '/mina-sidor') =>
  (await (await get(app, path, await loggedIn(app, konto))).text())
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ,/g, ',')

describe('the own page', () => {
  test('tells those who report what waits, and until when; others not', async () => {
    expect(await pageOf('rapportor')).toMatch(
      /Senare.*Rapportera nyckeltal för 2025, Falkenberg, senast 31 januari 2027/,
    )
    expect(await pageOf('medlem')).not.toContain('Rapportera nyckeltal för 2025')
  })

  test('tells the expert group of applications to review', async () => {
    expect(await pageOf('expert')).toMatch(/Det här väntar på dig.*Granska ansökan från/)
    expect(await pageOf('medlem')).not.toContain('Granska ansökan')
  })

  test('tells contacts of seats that nobody sits on, until somebody does', async () => {
    const seat = { organisation_code: '1382', role: 'invoice-recipient' } as const
    const end = (until: string | null) =>
      database.db
        .updateTable('appointment')
        .set({ until })
        .where('organisation_code', '=', seat.organisation_code)
        .where('role', '=', seat.role)
        .execute()
    expect(await pageOf('kontaktpolitiker')).not.toContain('Utse fakturamottagare')
    await end('2026-11-01')
    expect(await pageOf('kontaktpolitiker')).toContain('Utse fakturamottagare för Falkenberg')
    expect(await pageOf('medlem')).not.toContain('Utse fakturamottagare')
  })

  test('tells everybody the news, and has the rest behind a link', async () => {
    const page = await pageOf('medlem')
    expect(page).toMatch(/Har hänt.*Nyhet: Vårkonferensen 2027 hålls i Umeå påhittat 19 november 2026/)
    expect(await pageOf('medlem', '/en/mina-sidor')).toMatch(/What has happened.*made up/)
  })
})
