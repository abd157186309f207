import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { smallPdf } from '../../../../tests/support/application.ts'
import { boardOf, openMeeting, planMeeting } from '../../../../tests/support/board.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let secretariat: string
let chair: string
let member: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  secretariat = await loggedIn(app, 'kansli')
  chair = await loggedIn(app, 'ordforande')
  member = await loggedIn(app, 'medlem')
})
afterAll(() => database.drop())

const textOf = async (path: string, cookie = secretariat) => (await get(app, path, cookie)).text()
const send = (path: string, fields: Record<string, string | string[]>, cookie = secretariat) =>
  post(app, path, fields, cookie)
const idOf = (path: string) => Number(path.split('/').at(-1))
const mails = (kind: string) =>
  database.db.selectFrom('mail').where('kind', '=', kind).selectAll().orderBy('id').execute()

/** Adds an item of the board's own and gives its address. */
async function addItem(path: string, title: string): Promise<string> {
  expect((await send(`${path}/arenden`, { title, text: 'Underlag', kind: 'decision' })).status).toBe(303)
  const { id } = await database.db
    .selectFrom('meeting_item')
    .where('meeting_id', '=', idOf(path))
    .where('title', '=', title)
    .select('id')
    .executeTakeFirstOrThrow()
  return `${path}/arenden/${id}`
}
const decide = (item: string, fields: Record<string, string> = {}, cookie = secretariat) =>
  send(`${item}/beslut`, { version: '0', outcome: 'adopted', decision: 'Bifall.', ...fields }, cookie)
const paragraphOf = async (item: string) =>
  (
    await database.db
      .selectFrom('meeting_item')
      .where('id', '=', idOf(item))
      .select('paragraph')
      .executeTakeFirstOrThrow()
  ).paragraph

describe('the calendar of the board', () => {
  test('shows meetings to come with the last day to call them, and those that have been', async () => {
    const html = await textOf('/styrelse')
    expect(html).toContain('10 december 2026 kl. 10.00–12.30')
    expect(html).toContain('Kallelsen ska skickas senast 3 december 2026 (stadgarna § 11).')
    expect(html).toContain('17 september 2026')
    expect((await get(app, '/styrelse', member)).status).toBe(403)
  })

  test('is on the secretariat’s desk when a notice is to be sent', async () => {
    expect(await textOf('/kansli')).toContain('Kalla till styrelsens möte, senast 3 december 2026')
  })

  test('can be followed by an address of one’s own, until there is a new one', async () => {
    const addressIn = async () =>
      /\/styrelse\/kalender\/[\w-]+\/styrelsen\.ics/.exec(await textOf('/styrelse', chair))?.[0]
    expect(await addressIn()).toBeUndefined()
    await send('/styrelse/kalender', {}, chair)
    const first = (await addressIn()) ?? ''
    const feed = await get(app, first)
    expect(feed.headers.get('content-type')).toContain('text/calendar')
    expect(await feed.text()).toMatch(/DTSTART:20261210T090000Z[\s\S]*SUMMARY:Styrelsemöte/)
    await send('/styrelse/kalender', {}, chair)
    expect((await get(app, first)).status).toBe(404)
    expect((await get(app, (await addressIn()) ?? '')).status).toBe(200)
  })
})

describe('the agenda', () => {
  test('gets its standing items in one click, once, with the figures of the fees, and the end stays last', async () => {
    const path = await planMeeting(app, secretariat, '2026-12-18')
    await send(`${path}/formalia`, {})
    await send(`${path}/formalia`, {})
    await addItem(path, 'Eget ärende')
    const items = await database.db
      .selectFrom('meeting_item')
      .where('meeting_id', '=', idOf(path))
      .orderBy('ordinal')
      .select(['title', 'text', 'ordinal'])
      .execute()
    expect(items.map(({ title }) => title)).toEqual([
      'Mötets öppnande',
      'Val av justerare',
      'Godkännande av dagordningen',
      'Föregående protokoll',
      'Ekonomi',
      'Eget ärende',
      'Nästa möte',
      'Mötets avslutande',
    ])
    expect(items.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(items[4]?.text).toMatch(/fakturerat .*kr, betalt .*kr/)
    const own = (await textOf(path)).match(/\/arenden\/(\d+)\/upp/g)?.[4] ?? ''
    await send(`${path}${own}`, {})
    expect(await textOf(path)).toMatch(/5\. <a[^>]*>Eget ärende[\s\S]*6\. <a[^>]*>Ekonomi/)
  })

  test('has business of other houses once: who puts it on two agendas is told', async () => {
    const { id } = await database.db
      .selectFrom('application')
      .where('organisation_code', '=', '2062')
      .select('id')
      .executeTakeFirstOrThrow()
    const business = { kind: 'application', id: String(id) }
    const paths = [
      await planMeeting(app, secretariat, '2026-12-21'),
      await planMeeting(app, secretariat, '2026-12-22'),
    ]
    expect(await textOf(paths[0] ?? '')).toContain('Ansökan om medlemskap: Mora')
    const put = await Promise.all(paths.map((path) => send(`${path}/satt-upp`, business)))
    expect(put.map(({ status }) => status).sort()).toEqual([303, 409])
    const taken = put[0]?.status === 303 ? paths[0] : paths[1]
    const item = /\/arenden\/\d+(?=")/.exec(await textOf(taken ?? ''))?.[0]
    expect((await send(`${taken}${item}/ta-bort`, {})).status).toBe(303)
    expect(await textOf(taken ?? '')).toContain('Sätt upp på dagordningen')
    expect((await send(`${paths[0]}/satt-upp`, { kind: 'application', id: '999999' })).status).toBe(409)
  })

  test('takes documents that are what they say', async () => {
    const path = await planMeeting(app, secretariat, '2026-12-19')
    const item = await addItem(path, 'Med handling')
    const upload = (file: File) => {
      const form = new FormData()
      form.set('fil', file)
      return post(app, `${item}/filer`, form, secretariat)
    }
    expect((await upload(new File(['<html>'], 'x.pdf'))).status).toBe(422)
    expect((await upload(smallPdf('underlag'))).status).toBe(303)
    expect((await upload(smallPdf('underlag'))).status).toBe(422)
    const file = /\/styrelse\/moten\/\d+\/arenden\/\d+\/filer\/\d+/.exec(await textOf(item))?.[0] ?? ''
    expect((await get(app, file, chair)).headers.get('content-disposition')).toMatch(/^attachment/)
    expect((await get(app, file, member)).status).toBe(403)
  })
})

describe('the notice', () => {
  test('that is late is refused with its paragraph, unless all have agreed; it leaves once, with agenda and calendar', async () => {
    const path = await planMeeting(app, secretariat, '2026-11-28')
    expect(await textOf(path)).toContain(
      'Kallelsen skulle ha skickats senast 21 november 2026 (stadgarna § 11).',
    )
    expect((await send(`${path}/kallelse`, { agreed: '1' })).status).toBe(422)
    await addItem(path, 'Kallat ärende')
    const late = await send(`${path}/kallelse`, {})
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('(stadgarna § 11)')
    expect(await mails('board-meeting-called')).toEqual([])
    const both = await Promise.all([0, 1].map(() => send(`${path}/kallelse`, { agreed: '1' })))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const sent = await mails('board-meeting-called')
    expect(sent).toHaveLength(12)
    expect(sent[0]?.plain).toMatch(/1\. Kallat ärende[\s\S]*https:\/\/eko\.example\/styrelse\/moten\//)
    const { content } = await database.db
      .selectFrom('mail_attachment')
      .where('mail_id', '=', sent[0]?.id ?? 0)
      .select('content')
      .executeTakeFirstOrThrow()
    expect(content.toString()).toContain('METHOD:PUBLISH')
    expect(await textOf(path)).toContain('alla ledamöter har gått med på det')
  })

  test('in time needs nobody’s consent; a change and a cancelled meeting are told', async () => {
    const path = await planMeeting(app, secretariat, '2026-12-15')
    await addItem(path, 'I tid')
    expect((await send(`${path}/kallelse`, {})).status).toBe(303)
    const change = (heldOn: string, more = {}) =>
      send(`${path}/andra`, { heldOn, from: '13:00', to: '', ...more })
    const soon = await change('2026-11-25')
    expect(soon.status).toBe(422)
    expect(await soon.text()).toContain('(stadgarna § 11)')
    expect((await change('2026-12-16')).status).toBe(303)
    expect(await mails('board-meeting-changed')).toHaveLength(12)
    expect((await send(`${path}/stall-in`, { reason: '' })).status).toBe(422)
    expect((await send(`${path}/stall-in`, { reason: 'För få kan.' })).status).toBe(303)
    expect((await mails('board-meeting-cancelled'))[0]?.plain).toContain('För få kan.')
    expect((await change('2026-12-17')).status).toBe(409)
  })
})

describe('a decision', () => {
  test('needs a quorum, and names the paragraph when there is none', async () => {
    const { db } = database
    const { voters, substitutes } = await boardOf(db)
    const path = await planMeeting(app, secretariat)
    const item = await addItem(path, 'Utan beslutsförhet')
    await openMeeting(app, db, secretariat, path)
    const present = (narvarande: string[], more: Record<string, string> = {}) =>
      send(`${path}/narvaro`, {
        narvarande,
        ordforande: voters[0] ?? '',
        justerare: [voters[1] ?? ''],
        ...more,
      })
    expect((await present(voters.slice(0, 4))).status).toBe(303)
    const refused = await decide(item)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(
      'Minst 5 av 9 röstande som inte är jäviga ska vara närvarande (stadgarna § 12)',
    )
    const [first = '', second = ''] = substitutes
    const served = { [`for-${first}`]: voters[8] ?? '' }
    expect((await present([...voters.slice(0, 4), first, second])).status).toBe(303)
    expect((await decide(item)).status).toBe(422)
    expect((await present([...voters, first], served)).status).toBe(422)
    const left = { ...served, under: 'Eva gick efter § 1.' }
    expect((await present([...voters.slice(0, 4), first], left)).status).toBe(303)
    expect(await textOf(`${path}/protokoll`)).toContain('Eva gick efter § 1.')
    expect((await decide(item)).status).toBe(303)
    expect((await present(voters)).status).toBe(303)
    expect((await decide(await addItem(path, 'Med alla'))).status).toBe(303)
    const minutes = await textOf(`${path}/protokoll`)
    expect(minutes).toContain('minst 5 av 9 röstande deltog i varje beslut (stadgarna § 12)')
    expect(minutes).toContain('5 röstande deltog i beslutet.')
  })

  test('keeps out who is partial, who counts in no quorum and takes down no decision', async () => {
    const { db } = database
    const { voters } = await boardOf(db)
    const path = await planMeeting(app, secretariat)
    const item = await addItem(path, 'Med jäv')
    await openMeeting(app, db, secretariat, path)
    await send(`${path}/narvaro`, {
      narvarande: voters.slice(0, 5),
      ordforande: voters[0] ?? '',
      justerare: [voters[1] ?? ''],
    })
    expect((await send(`${item}/jav`, { reason: '' }, chair)).status).toBe(422)
    expect((await send(`${item}/jav`, { reason: 'Min kommun berörs.' }, chair)).status).toBe(303)
    expect((await decide(item, {}, chair)).status).toBe(403)
    expect(await textOf(item, chair)).toContain('Du är jävig i ärendet')
    expect((await decide(item)).status).toBe(422)
    await send(`${path}/narvaro`, {
      narvarande: voters,
      ordforande: voters[0] ?? '',
      justerare: [voters[1] ?? ''],
    })
    expect((await decide(item)).status).toBe(303)
    expect(await textOf(`${path}/protokoll`)).toContain('deltog inte i ärendet (Min kommun berörs.)')
  })

  test('by show of hands adds up; equal votes need the chair, as the statutes say', async () => {
    const path = await planMeeting(app, secretariat)
    const item = await addItem(path, 'Omröstning')
    await openMeeting(app, database.db, secretariat, path)
    const votes = (inFavour: number, against: number, more = {}) =>
      decide(item, { inFavour: String(inFavour), against: String(against), abstained: '1', ...more })
    expect((await votes(8, 2)).status).toBe(422)
    expect((await votes(3, 5)).status).toBe(422)
    const tied = await votes(4, 4)
    expect(tied.status).toBe(422)
    expect(await tied.text()).toContain('stadgarna § 12')
    expect((await votes(4, 4, { tie: 'chair' })).status).toBe(303)
    expect(await textOf(`${path}/protokoll`)).toContain('Ordförandens röst avgjorde.')
  })

  test('gets the next number of the year: no gap and no number twice when many write at once', async () => {
    const { db } = database
    const paths = await Promise.all([planMeeting(app, secretariat), planMeeting(app, secretariat)])
    const items: string[] = []
    for (const path of paths) {
      for (const title of ['Ett', 'Två', 'Tre']) items.push(await addItem(path, title))
      await openMeeting(app, db, secretariat, path)
    }
    const refused = { outcome: 'adopted', decision: '' }
    const answers = await Promise.all([
      ...items.map((item) => decide(item)),
      ...items.map((item) => decide(item)),
      ...items.map((item) => decide(item, refused)),
    ])
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(items.length)
    const { rows } = await sql<{ number: number }>`
      select number from board_paragraph where year = 2026 order by number`.execute(db)
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, at) => at + 1))
    expect(new Set(await Promise.all(items.map(paragraphOf))).size).toBe(items.length)
  })

  test('can be mended in its words only, reserved against, and followed by tasks', async () => {
    const { voters, office, nameOf } = await boardOf(database.db)
    const path = await planMeeting(app, secretariat)
    const item = await addItem(path, 'Med uppgift')
    await openMeeting(app, database.db, secretariat, path)
    await decide(item)
    expect((await send(`${item}/lydelse`, { version: '0', wording: 'Annat.' })).status).toBe(409)
    expect((await send(`${item}/lydelse`, { version: '1', wording: 'Bifall till förslaget.' })).status).toBe(
      303,
    )
    await send(`${item}/reservation`, { person: voters[2] ?? '', reservation: 'För dyrt.' })
    const task = { person: office[0] ?? '', what: 'Skriv till medlemmarna', dueOn: '2026-12-01' }
    expect((await send(`${item}/uppgift`, task)).status).toBe(303)
    const minutes = await textOf(`${path}/protokoll`)
    expect(minutes).toContain('Bifall till förslaget.')
    expect(minutes).toContain(`Reservation: ${nameOf(voters[2])}. För dyrt.`)
    expect(await textOf('/mina-sidor')).toContain('Skriv till medlemmarna')
    expect(await textOf('/mina-sidor/uppgifter.json')).toContain('Skriv till medlemmarna')
    const done = /\/styrelse\/uppgifter\/\d+\/klar/.exec(await textOf(item))?.[0] ?? ''
    await send(done, {}, chair)
    expect(await textOf('/mina-sidor')).toContain('Skriv till medlemmarna')
    await send(done, {})
    expect(await textOf('/mina-sidor')).not.toContain('Skriv till medlemmarna')
  })
})

describe('the minutes', () => {
  let path: string
  let item: string
  let minutes: string
  const write = (text: string, version: string, cookie = secretariat) =>
    send(`${minutes}/arende/${idOf(item)}`, { version, text }, cookie)

  test('lose nothing when two secretaries write at once', async () => {
    path = await planMeeting(app, secretariat)
    minutes = `${path}/protokoll`
    item = await addItem(path, 'Protokollfört')
    await openMeeting(app, database.db, secretariat, path)
    const answers = await Promise.all([
      write('Anna talade om skolor.', '0'),
      write('Bo talade om skog.', '0'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const html = (await answers.find(({ status }) => status === 409)?.text()) ?? ''
    expect(html).toContain('Någon annan hann spara före dig')
    const merged = /<textarea[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1] ?? ''
    expect(merged).toContain('Anna talade om skolor.')
    expect(merged).toContain('Bo talade om skog.')
    expect((await write(merged, '1')).status).toBe(303)
    expect(await textOf(minutes)).toContain('Bo talade om skog.')
    const kept = await database.db
      .selectFrom('minutes_text')
      .where('item_id', '=', idOf(item))
      .select('version')
      .execute()
    expect(kept).toHaveLength(2)
    expect((await get(app, minutes, member)).status).toBe(404)
  })

  test('are handed over when the meeting is closed, and then nothing in them changes', async () => {
    expect((await send(`${minutes}/lamna`, {})).status).toBe(422)
    expect((await send(`${path}/avsluta-motet`, {})).status).toBe(422)
    await decide(item)
    expect((await send(`${path}/avsluta-motet`, {})).status).toBe(303)
    expect((await send(`${minutes}/lamna`, {})).status).toBe(303)
    expect(await mails('minutes-to-approve')).toHaveLength(2)
    expect((await write('Sent tillägg', '2')).status).toBe(409)
    expect((await send(`${item}/lydelse`, { version: '1', wording: 'Nytt.' })).status).toBe(409)
    expect((await send(`${minutes}/andra`, {})).status).toBe(303)
    expect((await write('Rättad text. Bo talade om skog.', '2')).status).toBe(303)
    expect((await send(`${minutes}/lamna`, {})).status).toBe(303)
  })

  test('are approved by the chair and the adjuster, each of the very text they read', async () => {
    const html = await textOf(minutes, chair)
    const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? ''
    const sign = (cookie: string, fields: Record<string, string> = {}) =>
      send(`${minutes}/justera`, { sha256, read: '1', ...fields }, cookie)
    expect((await sign(chair, { read: '' })).status).toBe(422)
    expect((await sign(chair, { sha256: '0'.repeat(64) })).status).toBe(409)
    expect((await sign(secretariat)).status).toBe(403)
    expect(await textOf('/mina-sidor', chair)).toContain('Justera protokollet från styrelsens möte')
    expect((await sign(chair)).status).toBe(303)
    expect((await get(app, minutes, member)).status).toBe(404)
    const adjuster = await loggedIn(app, 'styrelseledamot')
    const signed = await sign(adjuster)
    expect(signed.headers.get('location')).toContain('klart=justerat')
    const read = await textOf(minutes, member)
    expect(read).toContain('inget tecken har ändrats sedan justeringen')
    expect(read).toContain(sha256)
    const file = await get(app, `${minutes}.json`, member)
    const bytes = Buffer.from(await file.arrayBuffer())
    const digest = await crypto.subtle.digest('SHA-256', bytes)
    expect(Buffer.from(digest).toString('hex')).toBe(sha256)
  })

  test('are an accessible PDF for members, and a decision for everyone, in list and search', async () => {
    const pdf = await get(app, `${minutes}.pdf`, member)
    const paper = await readPdf(new Uint8Array(await pdf.arrayBuffer()))
    expect(paper).toMatchObject({ language: 'sv', marked: true })
    expect(paper.title).toContain('Protokoll från styrelsens möte')
    expect(paper.text).toContain('Bo talade om skog.')
    expect((await get(app, `${minutes}.pdf`)).status).toBe(303)
    const decisions = await textOf('/styrelse/beslut', '')
    expect(decisions).toContain('Protokollfört')
    expect(decisions).not.toContain('Bo talade om skog.')
    expect(await textOf('/sok?q=Protokollf%C3%B6rt', '')).toContain('/styrelse/beslut#beslut-')
  })

  test('never change after that: the database refuses, a correction stands beside, and what is forged shows', async () => {
    const { owner } = database
    const id = idOf(path)
    for (const change of [
      sql`update meeting_item set decision = 'Annat' where meeting_id = ${id}`,
      sql`update meeting set held_on = '2026-01-01' where id = ${id}`,
      sql`delete from board_attendance where meeting_id = ${id}`,
      sql`insert into minutes_text (item_id, version, text) values (${idOf(item)}, 9, 'x')`,
      sql`update minutes_document set content = 'x' where meeting_id = ${id}`,
      sql`delete from minutes_signature`,
    ]) {
      await expect(change.execute(owner)).rejects.toThrow(/Approved minutes never change/)
    }
    expect((await send(`${minutes}/andra`, {})).status).toBe(409)
    expect((await send(`${minutes}/rattelse`, { text: 'Bo heter Bosse.' })).status).toBe(303)
    expect(await textOf(minutes, member)).toContain('Bo heter Bosse.')
    await owner.transaction().execute(async (trx) => {
      await sql`alter table minutes_document disable trigger kept`.execute(trx)
      await sql`update minutes_document set content = replace(content, 'skog', 'gruvor'),
        sha256 = encode(sha256(convert_to(replace(content, 'skog', 'gruvor'), 'UTF8')), 'hex') where meeting_id = ${id}`.execute(
        trx,
      )
      await sql`alter table minutes_document enable trigger kept`.execute(trx)
    })
    const forged = await textOf(minutes, member)
    expect(forged).toContain('Protokollet har ändrats')
    expect(forged).not.toContain('inget tecken har ändrats')
  })
})

test('the demonstration has approved minutes that hold, marked as made up', async () => {
  const { id } = await database.db
    .selectFrom('meeting')
    .where('held_on', '=', '2026-09-17')
    .select('id')
    .executeTakeFirstOrThrow()
  const html = await textOf(`/styrelse/moten/${id}/protokoll`, member)
  expect(html).toContain('inget tecken har ändrats sedan justeringen')
  expect(html).toContain('påhittat')
  expect(html).toContain('§ 34 Vårens nätverksträff')
})
