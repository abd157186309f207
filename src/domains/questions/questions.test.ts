import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let official: string
let member: string
let reporter: string
let delegate: string
let secretariat: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  // The first three are of Falkenberg, the delegate is of Helsingborg.
  official = await loggedIn(app, 'kontakttjansteperson')
  member = await loggedIn(app, 'medlem')
  reporter = await loggedIn(app, 'rapportor')
  delegate = await loggedIn(app, 'ombud')
  secretariat = await loggedIn(app, 'kansli')
})
afterAll(() => database.drop())

const textOf = async (path: string, cookie = '') => (await get(app, path, cookie)).text()
const hiddenField = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

const question = {
  titel: 'Hur får ni ner matsvinnet i skolköken?',
  text: 'Vi väger allt, men det hjälper inte.',
  sprak: 'sv',
  lasare: 'members',
  amne: ['mat'],
}

/** Asks as somebody who has seen whom it reaches, and gives the id of the question. */
async function ask(cookie: string, fields: Record<string, string | string[]> = {}): Promise<number> {
  const all = { ...question, ...fields }
  const seen = await (await post(app, '/fragor/ny', { ...all, gor: 'visa' }, cookie)).text()
  const sent = await post(app, '/fragor/ny', { ...all, gor: 'skicka', nar: hiddenField(seen, 'nar') }, cookie)
  expect(sent.status).toBe(303)
  return Number(/\/fragor\/(\d+)/.exec(sent.headers.get('location') ?? '')?.[1])
}

const recipientsOf = (id: number) =>
  database.db
    .selectFrom('question_recipient')
    .where('question_id', '=', id)
    .selectAll()
    .orderBy('wave')
    .orderBy('person_id')
    .execute()

const noticesOf = async (id: number) =>
  (
    await database.db
      .selectFrom('question_notice')
      .where('question_id', '=', id)
      .select(['kind', 'person_id'])
      .orderBy('id')
      .execute()
  ).map(({ kind, person_id }) => `${kind} ${person_id}`)

const personOf = async (code: string, title: string) => {
  const { id } = await database.db
    .selectFrom('person as p')
    .innerJoin('appointment as a', 'a.person_id', 'p.id')
    .where('a.organisation_code', '=', code)
    .where('p.title', '=', title)
    .select('p.id')
    .orderBy('a.id')
    .executeTakeFirstOrThrow()
  return id
}

describe('asking', () => {
  test('begins with a title, and one that says nothing is sent back', async () => {
    expect(await textOf('/fragor/ny', official)).toContain('Skriv en hel fråga')
    const vague = await get(app, `/fragor/ny?${new URLSearchParams({ titel: 'Hur gör ni?' })}`, official)
    expect(vague.status).toBe(422)
    expect(await vague.text()).toContain('Skriv minst ett ord som säger vad frågan handlar om.')
  })

  test('shows what is like it, in the form and as a piece for the script', async () => {
    const titel = 'Kadmium i slam från hushåll'
    const similar = 'Hur får ni ner kadmium i slammet utan att stänga av någon?'
    expect(await textOf(`/fragor/ny?${new URLSearchParams({ titel })}`, official)).toContain(similar)
    const piece = await textOf(`/fragor/liknande?${new URLSearchParams({ titel })}`, official)
    expect(piece).toContain(similar)
    expect(piece).not.toContain('<html')
    expect(await textOf('/fragor/liknande?titel=%00%26%7C!', official)).toBe('')
  })

  test('names the example that somebody is behind', async () => {
    const titel = 'Ekologisk mat för samma pengar'
    const html = await textOf(`/fragor/ny?${new URLSearchParams({ titel })}`, official)
    expect(html).toContain('står bakom exemplet ”Ekologisk mat för samma pengar”')
  })

  test('finds good examples by their words', async () => {
    const piece = await textOf(
      `/fragor/liknande?${new URLSearchParams({ titel: 'ängar gräsmattor' })}`,
      member,
    )
    expect(piece).toContain('Goda exempel som passar')
    expect(piece).toContain('href="/exempel/')
  })

  test('says whom it will reach and why, guesses the subjects, and sends it to just those', async () => {
    const query = new URLSearchParams({
      titel: 'Hur minskar ni hushållsavfall med återbruk?',
      nyckeltal: '7',
    })
    const html = await textOf(`/fragor/ny?${query}`, official)
    expect(html).toMatch(/Vi skickar frågan till 5 personer/)
    expect(html).toContain('kan ämnet Avfall och återvinning')
    expect(html).toMatch(/value="7" checked/)
    const shown = hiddenField(html, 'nar').split(',').map(Number)
    const id = await ask(official, { titel: query.get('titel') ?? '', nyckeltal: '7', amne: [] })
    const sent = await recipientsOf(id)
    expect(sent.map(({ person_id }) => person_id).sort()).toEqual(shown.sort())
    expect(sent.every(({ reason }) => reason.length > 0)).toBe(true)
    const colleagues = await database.db
      .selectFrom('appointment')
      .where('organisation_code', '=', '1382')
      .where('person_id', 'in', shown)
      .execute()
    expect(colleagues).toEqual([])
    expect((await noticesOf(id)).sort()).toEqual(sent.map(({ person_id }) => `asked ${person_id}`).sort())
  })

  test('is not sent to others than those who were shown', async () => {
    const sent = await post(app, '/fragor/ny', { ...question, gor: 'skicka', nar: '1,2,3' }, official)
    expect(sent.status).toBe(200)
    expect(await sent.text()).toContain('Frågan når nu andra än dem du såg.')
  })

  test('reaches those who are chosen first, but nobody more than three times in a week', async () => {
    const chosen = await personOf('1080', 'VA-ingenjör')
    for (let i = 0; i < 3; i += 1) {
      const id = await ask(member, { till: String(chosen), titel: `Fråga ${i} om något udda: xylofon` })
      expect((await recipientsOf(id)).map(({ person_id }) => person_id)).toContain(chosen)
    }
    const html = await textOf(`/fragor/ny?titel=xylofoner&till=${chosen}`, member)
    expect(html).toContain('har redan fått flera frågor den här veckan')
  })

  test('is limited to five questions a day, and what was typed stays', async () => {
    await ask(delegate)
    for (let i = 0; i < 4; i += 1) await ask(delegate, { titel: `Hur många kilo matsvinn, del ${i}?` })
    const seen = await (await post(app, '/fragor/ny', { ...question, gor: 'visa' }, delegate)).text()
    const nar = hiddenField(seen, 'nar')
    const sixth = await post(app, '/fragor/ny', { ...question, gor: 'skicka', nar }, delegate)
    expect(sixth.status).toBe(429)
    expect(await sixth.text()).toContain('Vi väger allt, men det hjälper inte.')
  })
})

describe('a question', () => {
  const open = '/fragor?sok=kadmium'

  test('made public is read by everyone, without names', async () => {
    const list = await textOf(open)
    const path = /href="(\/fragor\/\d+-[^"]+)"/.exec(list)?.[1] ?? ''
    const [visitors, members] = [await textOf(path), await textOf(path, delegate)]
    expect(visitors).toContain('Någon i Falkenberg')
    expect(visitors).toContain('Vi tog prov i nio brunnar')
    expect(visitors).not.toContain('Se också på dagvattnet')
    expect(visitors).not.toContain('/kontakter/person/')
    expect(members).toContain('Se också på dagvattnet')
    expect(members).toContain('/kontakter/person/')
    const old = path.replace(/-.*/, '-annan-rubrik')
    const moved = await get(app, old)
    expect([moved.status, moved.headers.get('location')]).toEqual([301, path])
  })

  test('for members is not shown to others, not even that there is one', async () => {
    const id = await ask(official)
    expect(await textOf('/fragor')).not.toContain(question.titel)
    for (const path of [`/fragor/${id}`, '/fragor/999999']) {
      expect((await get(app, path)).headers.get('location')).toContain('/logga-in?till=')
    }
    expect(await textOf('/fragor', member)).toContain(question.titel)
  })

  test('is found by figure, subject, words of its answers, and by whose it is', async () => {
    expect(await textOf('/fragor?nyckeltal=8b')).toContain('kadmium')
    expect(await textOf('/fragor?amne=skog')).toContain('certifierade kommunens skog')
    expect(await textOf('/fragor?sok=studief%C3%B6rbundet')).toContain('kadmium')
    expect(await textOf('/fragor?visa=obesvarade')).not.toContain('kadmium')
    expect(await textOf('/fragor?visa=till-mig', member)).toContain('Hur sköter ni ängar')
    expect(await textOf('/fragor?visa=mina', delegate)).not.toContain('kadmium')
    expect(await textOf('/fragor?sok=%26%7C!%3A*&nyckeltal=%00', delegate)).toContain('Frågor')
  })

  test('is changed by its asker alone, over what was seen, and every wording stays in the log', async () => {
    const id = await database.db
      .selectFrom('question')
      .where('title', '=', question.titel)
      .where('organisation_code', '=', '1382')
      .select('id')
      .executeTakeFirstOrThrow()
      .then((row) => row.id)
    expect((await get(app, `/fragor/${id}/andra`, member)).status).toBe(403)
    const changed = { ...question, titel: 'Hur väger ni matsvinn?', version: '1' }
    expect((await post(app, `/fragor/${id}/andra`, changed, official)).status).toBe(303)
    const again = await post(app, `/fragor/${id}/andra`, { ...changed, titel: 'En annan matfråga' }, official)
    expect(again.status).toBe(409)
    const { rows } = await sql<{ title: string }>`select before ->> 'title' as title from audit_entry
      where table_name = 'question' and action = 'change a question'`.execute(database.db)
    expect(rows.map(({ title }) => title)).toContain(question.titel)
  })

  test('links to its figures, to examples and to those who could know more', async () => {
    const path = /href="(\/fragor\/\d+-[^"]+)"/.exec(await textOf(open))?.[1] ?? ''
    const html = await textOf(path, member)
    expect(html).toContain('href="/nyckeltal/8b"')
    expect(html).toContain('href="/kontakter?nyckeltal=8b"')
  })
})

describe('an answer', () => {
  test('goes to those who follow, can be accepted by the asker, and thanked for once', async () => {
    const id = await ask(official, { titel: 'Hur mäter ni energin i ishallar?' })
    const path = `/fragor/${id}`
    const svar = await post(app, `${path}/svara`, { svar: 'Med **timvärden**.', lasare: 'members' }, delegate)
    expect(svar.headers.get('location')).toMatch(/klart=svarat#svar-\d+$/)
    const answerId = Number(/#svar-(\d+)$/.exec(svar.headers.get('location') ?? '')?.[1])
    const [asker, writer] = [await personOf('1382', 'Miljöstrateg'), await personOf('1283', 'Kommunalråd')]
    expect((await noticesOf(id)).at(-1)).toBe(`answered ${asker}`)
    const accept = `/fragor/svar/${answerId}/godta`
    expect((await post(app, accept, {}, member)).status).toBe(403)
    expect((await post(app, accept, {}, official)).status).toBe(303)
    await post(app, `/fragor/svar/${answerId}/tacka`, {}, member)
    await post(app, `/fragor/svar/${answerId}/tacka`, {}, member)
    const told = (await noticesOf(id)).filter((one) => !one.startsWith('asked'))
    expect(told).toHaveLength(3)
    expect(told.at(-1)).toMatch(/^thanked /)
    expect(writer).toBeGreaterThan(0)
    const html = await (
      await app.request((await get(app, path, member)).headers.get('location') ?? '', {
        headers: { cookie: member },
      })
    ).text()
    expect(html).toContain('Godtaget svar')
    expect(html).toContain('<strong>timvärden</strong>')
    expect(html).toContain('1 har tackat')
  })

  test('without words is sent back, and a closed question takes none', async () => {
    const id = await ask(reporter, { titel: 'Hur länge håller en elcykel?' })
    const empty = await post(app, `/fragor/${id}/svara`, { svar: ' ' }, delegate)
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Skriv ett svar.')
    expect(
      (await post(app, `/fragor/${id}/stang`, { skal: 'Vi köpte bussbiljetter.' }, delegate)).status,
    ).toBe(403)
    await post(app, `/fragor/${id}/stang`, { skal: 'Vi köpte bussbiljetter.' }, reporter)
    const late = await post(app, `/fragor/${id}/svara`, { svar: 'Tio år.' }, delegate)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Frågan har stängts, så svaret kunde inte sparas.')
    await post(app, `/fragor/${id}/oppna`, {}, reporter)
    expect((await post(app, `/fragor/${id}/svara`, { svar: 'Tio år.' }, delegate)).status).toBe(303)
  })

  test('that its writer has been asked about is confirmed with one click, by that writer only', async () => {
    const answer = await database.db
      .selectFrom('answer')
      .where('still_true_asked_on', '=', '2026-03-21')
      .select(['id', 'question_id'])
      .executeTakeFirstOrThrow()
    const found = await get(app, `/fragor/${answer.question_id}`, member)
    const path = found.headers.get('location') ?? ''
    expect(await textOf(path, member)).toContain('Stämmer ditt svar fortfarande?')
    expect(await textOf(path, official)).not.toContain('Stämmer ditt svar fortfarande?')
    expect((await post(app, `/fragor/svar/${answer.id}/stammer`, {}, official)).status).toBe(403)
    await post(app, `/fragor/svar/${answer.id}/stammer`, {}, member)
    const html = await textOf(path, member)
    expect(html).not.toContain('Stämmer ditt svar fortfarande?')
    expect(html).toContain('Stämde senast 23 november 2026')
    await post(app, `/fragor/svar/${answer.id}/inaktuellt`, {}, member)
    expect(await textOf(path, official)).toContain('Inaktuellt sedan 23 november 2026')
  })
})

describe('moderation', () => {
  test('hides what was reported, tells its writer why, and can show it again', async () => {
    const id = await ask(official, { titel: 'Vem vill köpa våra begagnade bänkar?' })
    const address = (await get(app, `/fragor/${id}`, member)).headers.get('location') ?? ''
    expect((await post(app, `/fragor/${id}/anmal`, { skal: '' }, member)).status).toBe(422)
    await post(app, `/fragor/${id}/anmal`, { skal: 'Det är reklam.' }, member)
    expect(await textOf('/kansli/fragor', secretariat)).toContain('Det är reklam.')
    const hidden = { fraga: String(id), skal: 'Köp och sälj hör inte hemma här.' }
    expect((await post(app, '/kansli/fragor/dolj', hidden, member)).status).toBe(403)
    expect((await post(app, '/kansli/fragor/dolj', hidden, secretariat)).status).toBe(303)
    expect((await get(app, address, member)).status).toBe(404)
    expect(await textOf('/fragor', member)).not.toContain('begagnade bänkar')
    expect(await textOf(address, official)).toContain('Köp och sälj hör inte hemma här.')
    const asker = await personOf('1382', 'Miljöstrateg')
    // Those who were asked and not told yet need not be.
    expect(await noticesOf(id)).toEqual([`hidden ${asker}`])
    const office = await textOf('/kansli/fragor', secretariat)
    expect(office).toContain('Inget anmält väntar.')
    expect(office).toMatch(/Dolt av [^<]+ 23 november 2026/)
    await post(app, '/kansli/fragor/visa', { fraga: String(id), svar: '' }, secretariat)
    expect((await get(app, address, member)).status).toBe(200)
  })

  test('hides a single answer from everyone but its writer', async () => {
    const id = await ask(official, { titel: 'Vilken färg ska soptunnorna ha?' })
    await post(app, `/fragor/${id}/svara`, { svar: 'Köp tunnor av min kusin.' }, delegate)
    const address = (await get(app, `/fragor/${id}`, member)).headers.get('location') ?? ''
    const { id: svar } = await database.db
      .selectFrom('answer')
      .where('question_id', '=', id)
      .select('id')
      .executeTakeFirstOrThrow()
    await post(
      app,
      '/kansli/fragor/dolj',
      { fraga: String(id), svar: String(svar), skal: 'Jäv.' },
      secretariat,
    )
    expect(await textOf(address, member)).not.toContain('kusin')
    expect(await textOf(address, delegate)).toContain('Kansliet har dolt svaret: Jäv.')
    expect(await textOf('/fragor?sok=kusin', member)).toContain('Ingen fråga passar')
  })
})
