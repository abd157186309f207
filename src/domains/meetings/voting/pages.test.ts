import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countEventStreams } from '#platform/http/event-stream.ts'
import { createSignals } from '#platform/http/signals.ts'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { openHall } from '../../../../tests/support/hall.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'

const hall = '/arsmote/2040'
let database: TestDatabase
let app: ReturnType<typeof testApp>
let chair: string
let delegate: string
let outsider: string
let item: string
let writes = 0
const signals = createSignals()
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db, 'demo', undefined, undefined, { signals, dataVersion: () => String(writes++) })
  chair = await loggedIn(app, 'ordforande')
  delegate = await loggedIn(app, 'ombud')
  outsider = await loggedIn(app, 'medlem')
  const { meetingId, itemId, entries } = await openHall(database.db, { year: 2040, votes: 3 })
  item = String(itemId)
  const { rows } = await sql<{ id: number }>`
    select person_id as id from appointment where role = 'delegate' and organisation_code = '1283' and until is null`.execute(
    database.db,
  )
  await sql`update voting_roll_entry set person_id = ${rows[0]?.id ?? 0}, by_proxy = ${false}
    where meeting_id = ${meetingId} and id <> ${entries[2]?.entryId ?? 0}`.execute(database.db)
})
afterAll(() => database.drop())

async function open(fields: Record<string, string> = {}): Promise<string> {
  const response = await post(
    app,
    `${hall}/omrostningar/ny`,
    { arende: item, slag: 'yes-no', satt: 'sluten', fraga: 'Ska vi?', majoritet: 'majority', ...fields },
    chair,
  )
  const path = /^(.+)\/leda\?/.exec(response.headers.get('location') ?? '')?.[1]
  if (!path) throw new Error(`${response.status} ${await response.text()}`)
  return path
}

const formsIn = (html: string) =>
  [...html.matchAll(/name="formular-(\d+)" value="([^"]+)"/g)].map(([, entry = '', token = '']) => ({
    entry,
    token,
  }))

async function page(path: string, cookie = ''): Promise<string> {
  return (await get(app, path, cookie)).text()
}

describe('a delegate with two votes', () => {
  test('votes for each on one page without script, is given receipts once, and can check them', async () => {
    expect(await page(`${hall}/rosta`, delegate)).toContain('Ingen omröstning pågår')
    const ballot = await open()
    const html = await page(`${hall}/rosta`, delegate)
    expect(html).toContain('Ja för bifall till förslaget, nej för avslag.')
    const [first, second] = formsIn(html)
    if (!first || !second) throw new Error('there are not two papers')
    const nothing = await post(app, `${hall}/rosta`, { [`formular-${first.entry}`]: first.token }, delegate)
    expect(nothing.status).toBe(422)
    const fields = {
      [`formular-${first.entry}`]: first.token,
      [`rost-${first.entry}`]: '1',
      [`formular-${second.entry}`]: second.token,
      [`rost-${second.entry}`]: 'blank',
    }
    const voted = await post(app, `${hall}/rosta`, fields, delegate)
    expect(voted.status).toBe(200)
    expect(voted.headers.get('cache-control')).toContain('private, no-store')
    const receipts = [...(await voted.text()).matchAll(/class="receipt">([\w-]+)</g)].map(
      ([, code = '']) => code,
    )
    expect(receipts).toHaveLength(2)
    expect(await page(`${hall}/rosta`, delegate)).not.toContain(receipts[0])

    // The very form once more is refused, and so is the closed round.
    const again = await post(app, `${hall}/rosta`, fields, delegate)
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('Rösten är redan avgiven')
    await post(app, `${ballot}/leda/stang`, {}, chair)
    const late = await post(app, `${hall}/rosta`, fields, delegate)
    expect(await late.text()).toContain('Rösten kom för sent')

    const found = await post(app, `${ballot}/kvitto`, { kod: receipts[0] ?? '' })
    expect(await found.text()).toContain('räknades som: Ja')
    expect((await post(app, `${ballot}/kvitto`, { kod: '2345-2345-2345-2345' })).status).toBe(422)
    const published = await (await get(app, `${ballot}/roster.json`)).json()
    expect(published).toMatchObject({ secret: true, rounds: [{ wins: [1], votes: [{}, {}] }] })
    expect(await page(`${ballot}/roster.csv`)).toMatch(/^round,vote,choice\r\n1,\w{16},1?\r\n/)
    const refused = await page(`${hall}/omrostningar`, chair)
    expect(refused).toContain('röstade en gång till')
    expect(await page(`${hall}/omrostningar`)).not.toContain('röstade en gång till')
  })

  test('chooses at most as many names as there are seats', async () => {
    const ballot = await open({ slag: 'names', val: 'Anna\nBo\nCia', platser: '2', satt: 'oppen' })
    const [paper] = formsIn(await page(`${hall}/rosta`, delegate))
    if (!paper) throw new Error('there is no paper')
    const vote = (choice: string[]) =>
      post(
        app,
        `${hall}/rosta`,
        { [`formular-${paper.entry}`]: paper.token, [`rost-${paper.entry}`]: choice },
        delegate,
      )
    expect(await (await vote(['1', '2', '3'])).text()).toContain('Välj högst 2 namn.')
    expect(await (await vote(['1', 'blank'])).text()).toContain('Välj antingen namn eller blankt.')
    expect((await vote(['1', '3'])).status).toBe(200)
    await post(app, `${ballot}/leda/stang`, {}, chair)
    expect(await page(ballot)).toContain('Valda: Anna och Cia')
    // Names of delegates are for the network; a member's vote is for everyone.
    expect(await page(ballot)).not.toContain('>Ombud<')
    expect(await page(ballot, delegate)).toContain('>Ombud<')
    expect(await page(`/en${ballot}`)).toContain('Elected: Anna and Cia')
  })

  test('finds the vote among what waits', async () => {
    const ballot = await open({ satt: 'oppen' })
    expect(await page('/mina-sidor', delegate)).toContain('Rösta: Ska vi? (2 röster)')
    await post(app, `${ballot}/leda/avbryt`, { varfor: 'fel fråga' }, chair)
    expect(await page('/mina-sidor', delegate)).not.toContain('Rösta: Ska vi?')
  })
})

describe('the decision', () => {
  test('is proposed in the meeting’s words, recorded with its paragraph, and not twice', async () => {
    const ballot = await open({ satt: 'oppen', fraga: 'Bifalla motionen?' })
    for (const { entry, token } of formsIn(await page(`${hall}/rosta`, delegate)))
      await post(app, `${hall}/rosta`, { [`formular-${entry}`]: token, [`rost-${entry}`]: '1' }, delegate)
    expect(await page(`${ballot}/leda`, chair)).not.toContain('För in beslutet')
    await post(app, `${ballot}/leda/stang`, {}, chair)
    expect(await page(`${ballot}/leda`, chair)).toContain(
      'Årsmötet beslutar att bifalla förslaget: Bifalla motionen?',
    )
    expect((await post(app, `${ballot}/leda/beslut`, { lydelse: '' }, chair)).status).toBe(422)
    const decided = await post(
      app,
      `${ballot}/leda/beslut`,
      { lydelse: 'Årsmötet bifaller motionen.' },
      chair,
    )
    expect(decided.headers.get('location')).toContain('klart=beslutad')
    expect(await page(`${ballot}/leda`, chair)).toContain('Beslutet är infört som § 1.')
    const again = await post(app, `${ballot}/leda/beslut`, { lydelse: 'En gång till.' }, chair)
    expect(again.headers.get('location')).toContain('klart=redan')
    expect(await page(`${hall}/projektor`, chair)).toContain('Beslut: Årsmötet bifaller motionen.')
  })
})

describe('an election', () => {
  test('is of the nominated, and whoever wins is elected by the decision itself', async () => {
    const { rows } = await sql<{ id: number }>`
      with meeting as (select meeting_id as id from meeting_item where id = ${Number(item)}),
      nominated as (insert into nomination (meeting_id, post, name, email, proposed, made_up)
        select id, 'auditor', n.name, n.email, n.proposed, true from meeting,
          (values ('Ada Berg', 'ada@exempel.example', true), ('Bo Dal', 'bo@exempel.example', false)) as n (name, email, proposed))
      insert into meeting_item (meeting_id, ordinal, title, kind, business_kind, business_id, made_up)
      select id, 2, 'Val av revisorer', 'election', 'election', id || '-auditor', true from meeting returning id`.execute(
      database.db,
    )
    const arende = String(rows[0]?.id)
    expect(await page(`${hall}/omrostningar/ny?arende=${arende}`, chair)).toContain('Ada Berg\nBo Dal')
    const ballot = await open({ arende, slag: 'names', val: 'Ada Berg\nBo Dal', platser: '1' })
    for (const { entry, token } of formsIn(await page(`${hall}/rosta`, delegate)))
      await post(app, `${hall}/rosta`, { [`formular-${entry}`]: token, [`rost-${entry}`]: '2' }, delegate)
    await post(app, `${ballot}/leda/stang`, {}, chair)
    expect(await page(`${ballot}/leda`, chair)).toContain('Årsmötet väljer Bo Dal.')
    await post(app, `${ballot}/leda/beslut`, { lydelse: 'Årsmötet väljer Bo Dal.' }, chair)
    const { rows: elected } = await sql<{ name: string }>`
      select name from nomination where elected_at is not null and post = 'auditor'
        and meeting_id = (select meeting_id from meeting_item where id = ${Number(item)})`.execute(
      database.db,
    )
    expect(elected).toEqual([{ name: 'Bo Dal' }])
  })
})

describe('alternatives', () => {
  test('meet two at a time, and the page says what a yes and a no are for', async () => {
    const ballot = await open({ slag: 'alternatives', val: 'Kalmar\nÖvertorneå\nFalkenberg', satt: 'oppen' })
    expect(await page(`${hall}/rosta`, delegate)).toContain('Ja för ”Övertorneå”, nej för ”Falkenberg”.')
    for (const { entry, token } of formsIn(await page(`${hall}/rosta`, delegate)))
      await post(app, `${hall}/rosta`, { [`formular-${entry}`]: token, [`rost-${entry}`]: '2' }, delegate)
    await post(app, `${ballot}/leda/stang`, {}, chair)
    expect(await page(`${ballot}/leda`, chair)).toContain('nej för motförslaget ”Falkenberg”')
    await post(app, `${ballot}/leda/oppna`, {}, chair)
    await post(app, `${ballot}/leda/stang`, {}, chair)
    // Nobody voted: equal, so the chair decides.
    expect(await page(`${ballot}/leda`, chair)).toContain('Lika röstetal. Ordföranden avgör.')
    expect((await post(app, `${ballot}/leda/utslag`, {}, chair)).status).toBe(422)
    await post(app, `${ballot}/leda/utslag`, { utslag: '2' }, chair)
    const html = await page(ballot)
    expect(html).toContain('”Falkenberg” vann')
    expect(html).toContain('Ordförandens utslagsröst avgjorde.')
  })

  test('are asked for line by line when they are missing', async () => {
    const response = await post(
      app,
      `${hall}/omrostningar/ny`,
      {
        arende: item,
        slag: 'alternatives',
        satt: 'oppen',
        fraga: 'Var?',
        val: 'Kalmar',
        majoritet: 'majority',
      },
      chair,
    )
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Skriv minst två förslag')
  })
})

describe('somebody who is not on the roll', () => {
  test('is told so, and a vote is refused and noted', async () => {
    const ballot = await open()
    const [paper] = formsIn(await page(`${hall}/rosta`, delegate))
    if (!paper) throw new Error('there is no paper')
    expect(await page(`${hall}/rosta`, outsider)).toContain('Du står inte i röstlängden')
    const stolen = { [`formular-${paper.entry}`]: paper.token, [`rost-${paper.entry}`]: '1' }
    const response = await post(app, `${hall}/rosta`, stolen, outsider)
    expect(response.status).toBe(409)
    expect(await response.text()).toContain('Du står inte i röstlängden')
    await post(app, `${ballot}/leda/stang`, {}, chair)
    expect((await (await get(app, `${ballot}/roster.json`)).json()).rounds[0].votes).toEqual([])
  })

  test('cannot run a ballot, and sees the wall only when it is open to all', async () => {
    expect((await get(app, `${hall}/omrostningar/ny`, outsider)).status).toBe(403)
    expect((await get(app, `${hall}/projektor`, outsider)).status).toBe(403)
    expect((await get(app, `${hall}/rosta/handelser`)).status).toBe(303)
    await post(app, `${hall}/omrostningar/projektor`, { alla: 'ja' }, chair)
    expect((await get(app, `${hall}/projektor`)).status).toBe(200)
  })
})

describe('the line of events', () => {
  test('is kept and packed by nobody, tells of what is new, and is let go when the browser goes', async () => {
    const { rows } = await sql<{ id: number; version: number }>`
      select meeting_id as id, version from voting_room order by version desc limit 1`.execute(database.db)
    const [room] = rows
    if (!room) throw new Error('there is no room')
    const response = await app.request(`https://eko.example${hall}/rosta/handelser?version=${room.version}`, {
      headers: { cookie: delegate, 'accept-encoding': 'br, gzip' },
    })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(response.headers.get('content-encoding')).toBeNull()
    const reader = response.body?.getReader()
    const read = async () => new TextDecoder().decode((await reader?.read())?.value)
    expect(await read()).toMatch(/^retry: \d+/)
    signals.tell(`voting-${room.id} ${room.version + 1}`)
    expect(await read()).toBe(`event: change\nid: ${room.version + 1}\ndata: ${room.version + 1}\n\n`)
    expect(countEventStreams()).toBe(1)
    await reader?.cancel()
    expect(countEventStreams()).toBe(0)
  })

  test('says at once what was missed since the last event', async () => {
    const response = await app.request(`https://eko.example${hall}/rosta/handelser`, {
      headers: { cookie: delegate, 'last-event-id': '1' },
    })
    const reader = response.body?.getReader()
    await reader?.read()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^event: change\nid: \d+/)
    await reader?.cancel()
  })
})
