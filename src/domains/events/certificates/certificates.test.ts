import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { eventIdOf } from '../../../../tests/support/events.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'
import { addressesIn, lowerCorner } from '../../../../tests/support/qr.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { gathered } from '../../../app/gathered.ts'
import { act } from '../../../database/act.ts'
import { forgetOldCertificates } from './queries.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let office: string
let event: number
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  office = await loggedIn(app, 'kansli')
  event = await eventIdOf(database.db, 'Räkna rätt på klimatet')
})
afterAll(() => database.drop())

const textOf = async (path: string, cookie = '') => (await get(app, path, cookie)).text()
const certificates = () =>
  database.db
    .selectFrom('training_certificate')
    .where('event_id', '=', event)
    .selectAll()
    .orderBy('id')
    .execute()
const officePath = () => `/kansli/evenemang/${event}/intyg`

describe('certificates of training', () => {
  test('wait on the desk until they are issued to those who were checked in, with the hours of the sessions', async () => {
    expect(await textOf('/kansli', office)).toContain('Utbildningar där intyg väntar')
    const html = await textOf(officePath(), office)
    expect(html).toContain('Utfärda 2 intyg')
    expect(html).toMatch(/name="timmar"[^>]*value="5"|value="5"[^>]*name="timmar"/)
    expect((await post(app, officePath(), { timmar: 'många' }, office)).status).toBe(422)
    await Promise.all([
      post(app, officePath(), { timmar: '5,5' }, office),
      post(app, officePath(), { timmar: '5,5' }, office),
    ])
    const came = await database.db
      .selectFrom('event_registration')
      .where('event_id', '=', event)
      .where('checked_in_at', 'is not', null)
      .select('id')
      .execute()
    const issued = await certificates()
    expect(issued.map(({ registration_id }) => registration_id).sort()).toEqual(
      came.map(({ id }) => id).sort(),
    )
    expect(issued.slice(-2).map(({ hours }) => Number(hours))).toEqual([5.5, 5.5])
    const mails = await database.db
      .selectFrom('mail')
      .where('kind', '=', 'event-certificate')
      .select('plain')
      .execute()
    expect(mails).toHaveLength(2)
    expect(mails[0]?.plain).toContain('https://eko.example/evenemang/intyg/')
    expect(await textOf('/kansli', office)).not.toContain('Utbildningar där intyg väntar')
  })

  test('are accessible PDFs with name, hours, content and the address that verifies them', async () => {
    const [one] = await certificates()
    const file = await get(app, `/evenemang/intyg/${one?.code}.pdf`)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const pdf = await readPdf(bytes)
    expect(pdf.text).toContain(one?.name)
    expect(pdf.text).toContain('5 timmar')
    expect(pdf.text).toContain('Tjänsteresor: så hämtar du uppgifterna')
    expect(pdf.text).toContain('Påhittat')
    expect(pdf.marked).toBe(true)
    expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'L', 'Figure']))
    expect(pdf.language).toBe('sv')
    expect(await addressesIn(bytes, lowerCorner)).toEqual([
      `https://eko.example/evenemang/intyg/${one?.code}`,
    ])
  })

  test('are verified by anybody with the address, and say when they were withdrawn', async () => {
    const [one] = await certificates()
    const path = `/evenemang/intyg/${one?.code}`
    expect(await textOf(path)).toContain('gäller.')
    await post(app, `${officePath()}/${one?.id}/aterkalla`, {}, office)
    expect(await textOf(path)).toContain('återkallat 23 november 2026')
    expect((await get(app, `${path}.pdf`)).status).toBe(404)
    await post(app, `${officePath()}/${one?.id}/aterstall`, {}, office)
    expect((await get(app, `${path}.pdf`)).status).toBe(200)
    expect((await get(app, `/evenemang/intyg/${'x'.repeat(43)}`)).status).toBe(404)
  })

  test('stay as they were when the event is renamed', async () => {
    const [one] = await certificates()
    await sql`update event_text set title = 'Något annat' where event_id = ${event} and language = 'sv'`.execute(
      database.db,
    )
    expect(await textOf(`/evenemang/intyg/${one?.code}`)).toContain('Räkna rätt på klimatet')
  })

  test('are kept by their owner through a change of post, and removed by the owner alone', async () => {
    const member = await loggedIn(app, 'medlem')
    const other = await loggedIn(app, 'rapportor')
    const own = await textOf('/mina-sidor/intyg', member)
    expect(own).toContain('Räkna rätt på klimatet')
    expect(await textOf('/mina-sidor/intyg', other)).toContain('Du har inga intyg än')
    const id = /name="intyg" value="(\d+)"/.exec(own)?.[1] ?? ''
    const { person_id: owner, code } = (await certificates()).find((one) => String(one.id) === id) ?? {
      person_id: 0,
      code: '',
    }
    await sql`update appointment set until = '2026-11-01' where person_id = ${owner} and until is null`.execute(
      database.db,
    )
    expect(await textOf('/mina-sidor/intyg', member)).toContain('Räkna rätt på klimatet')
    await post(app, '/mina-sidor/intyg/ta-bort', { intyg: id }, other)
    expect((await get(app, `/evenemang/intyg/${code}`)).status).toBe(200)
    await post(app, '/mina-sidor/intyg/ta-bort', { intyg: id }, member)
    expect((await get(app, `/evenemang/intyg/${code}`)).status).toBe(404)
    const { rows } = await sql`select from audit_entry where table_name = 'training_certificate'
      and row_key = ${id} and (before is not null or after is not null)`.execute(database.db)
    expect(rows).toEqual([])
  })

  test('go along in what a person takes out, outlive the account, and are forgotten after ten years', async () => {
    const [one] = (await certificates()).filter(({ person_id }) => person_id !== null)
    const owner = one?.person_id ?? 0
    const data = await gathered.personalData(database.db, owner)
    expect(JSON.stringify(data.certificates)).toContain(one?.code)
    await act(database.db, null, 'erase', (trx) => gathered.erase(trx, owner, '2026-11-23'))
    expect(await textOf(`/evenemang/intyg/${one?.code}`)).toContain('gäller.')
    expect((await certificates()).find(({ id }) => id === one?.id)?.person_id).toBeNull()
    await forgetOldCertificates(database.db, '2036-12-01', 10)
    expect(await certificates()).toEqual([])
  })
})
