import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statutesOn } from '#domains/statutes/index.ts'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'
import { findAnnualMeeting, listItems } from '../queries.ts'
import { listVotingMembers } from './delegate-queries.ts'
import { listCandidates } from './nomination-queries.ts'
import { loadVotes } from './votes.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let office: string
let politician: string
let official: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  office = await loggedIn(app, 'kansli')
  politician = await loggedIn(app, 'kontaktpolitiker')
  official = await loggedIn(app, 'kontakttjansteperson')
})
afterAll(() => database.drop())

const meetingOf2027 = async () => {
  const meeting = await findAnnualMeeting(database.db, 2027)
  if (!meeting) throw new Error('There is no annual meeting in 2027.')
  return meeting
}
const textOf = async (answer: Promise<Response>) => (await answer).text()
const itemOf = async (kind: string, id?: string) => {
  const items = await listItems(database.db, (await meetingOf2027()).id)
  const item = items.find(
    ({ business }) => business?.kind === kind && (id === undefined || business.id === id),
  )
  if (!item) throw new Error(`No item on ${kind} ${id ?? ''}`)
  return item
}
const plan = (more: Record<string, string>) => ({
  dag: '2028-04-25',
  tid: '10:00',
  slag: 'ordinarie',
  form: 'on-site',
  plats: 'Folkets hus',
  ...more,
})

describe('planning', () => {
  test('a day in June, or one too near for the notice, is refused by its paragraph', async () => {
    const june = await post(app, '/arsmote/ny', plan({ dag: '2028-06-13' }), office)
    expect(june.status).toBe(422)
    expect(await june.text()).toContain('Årsmötet ska hållas senast 31 maj 2028. Stadgarna § 6.')
    const near = await post(app, '/arsmote/ny', plan({ dag: '2026-12-01', slag: 'extra' }), office)
    expect(await near.text()).toContain('Stadgarna § 10.')
    const taken = await post(app, '/arsmote/ny', plan({ dag: '2027-05-04' }), office)
    expect(await taken.text()).toContain('Årets årsmöte finns redan')
    expect((await post(app, '/arsmote/ny', plan({}), office)).status).toBe(303)
    expect(await textOf(get(app, '/arsmote/2028'))).toContain('29 februari 2028')
  })

  test('the page names every day that the statutes give', async () => {
    const html = await textOf(get(app, '/arsmote/2027'))
    for (const day of ['2 mars 2027', '30 mars 2027', '13 april 2027', '31 maj 2027'])
      expect(html).toContain(day)
    expect(html).toContain('/stadgar#paragraf-7')
  })
})

describe('motions', () => {
  const motion = {
    rubrik: 'Laga mer',
    text: 'Vi slänger för mycket.',
    yrkanden: '1. att vi lagar\n- att vi lånar',
  }

  test('are handed in with numbered demands, and are hidden until the documents are sent', async () => {
    const sent = await post(app, '/arsmote/2027/motioner/ny', motion, politician)
    const path = sent.headers.get('location')?.split('?')[0] ?? ''
    expect(await textOf(get(app, path, official))).toContain('<li>att vi lånar</li>')
    expect((await get(app, path)).status).toBe(404)
    expect(await textOf(get(app, '/arsmote/2027/motioner'))).not.toContain('Laga mer')
  })

  test('are refused after their day, by the paragraph', async () => {
    await database.db
      .updateTable('meeting')
      .set({ held_on: '2027-01-10' })
      .where('held_on', '=', '2027-04-27')
      .execute()
    const late = await post(app, '/arsmote/2027/motioner/ny', motion, politician)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Stadgarna § 7.')
    await database.db
      .updateTable('meeting')
      .set({ held_on: '2027-04-27' })
      .where('held_on', '=', '2027-01-10')
      .execute()
  })
})

describe('delegates and proxies', () => {
  test('a member has the votes of the statutes, cast by its contact persons or whom it names', async () => {
    const named = { rost: '1382:2', namn: 'Ebba Lind', epost: 'ebba.lind@falkenberg.example' }
    expect((await post(app, '/arsmote/2027/ombud', named, politician)).status).toBe(303)
    const { votes } = await loadVotes(database.db, await meetingOf2027(), '2026-11-23')
    expect(votes.filter(({ organisationCode }) => organisationCode === '1382')).toMatchObject([
      { place: 1, named: false },
      { place: 2, named: true },
    ])
    await post(app, '/arsmote/2027/ombud/angra', { rost: '1382:2' }, politician)
    const foreign = await post(app, '/arsmote/2027/ombud', { ...named, rost: '1283:1' }, politician)
    expect(foreign.status).toBe(422)
  })

  test('a proxy within the limit is taken, the next is refused by its paragraph', async () => {
    const { votes } = await loadVotes(database.db, await meetingOf2027(), '2026-11-23')
    const carrier = votes.find(
      ({ organisationCode, personId }) => organisationCode === '1080' && personId !== null,
    )
    const give = (rost: string) =>
      post(app, '/arsmote/2027/fullmakter', { rost, till: String(carrier?.personId) }, politician)
    expect((await give('1382:1')).status).toBe(303)
    const second = await give('1382:2')
    expect(second.status).toBe(422)
    expect(await second.text()).toContain('så många fullmakter som är tillåtet. Stadgarna § 8.')
    const own = await post(app, '/arsmote/2027/fullmakter', { rost: '1382:2', till: '999999' }, politician)
    expect(await own.text()).toContain('Bara den som själv är ombud')
    await sql`update proxy set revoked_at = now()`.execute(database.db)
  })
})

describe('a whole meeting', () => {
  test('the notice goes to every contact person with the calendar file, and never twice', async () => {
    const count = async () =>
      (await database.db.selectFrom('mail').where('kind', '=', 'annual-notice').select('id').execute()).length
    await post(app, '/arsmote/2027/kallelse', {}, office)
    const sent = await count()
    expect(sent).toBeGreaterThan(150)
    await post(app, '/arsmote/2027/kallelse', {}, office)
    expect(await count()).toBe(sent)
    const { rows } = await sql<{ twice: number; files: number }>`
      select count(*)::int - count(distinct person_id)::int as twice,
        count(*) filter (where exists (select from mail_attachment a where a.mail_id = m.id and a.name like '%.ics'))::int as files
      from mail m where kind = 'annual-notice'`.execute(database.db)
    expect(rows[0]).toEqual({ twice: 0, files: sent })
    expect((await meetingOf2027()).statutesId).toBe((await statutesOn(database.db, '2026-11-23')).id)
  })

  test('the documents open motions, proposals and the committee’s proposal to all', async () => {
    expect(await textOf(get(app, '/arsmote/2027/val'))).not.toContain('Lovisa Tornberg')
    await post(app, '/arsmote/2027/handlingar', {}, office)
    expect(await textOf(get(app, '/arsmote/2027/val'))).toContain('Lovisa Tornberg')
    const html = await textOf(get(app, '/arsmote/2027'))
    expect(html).toContain('Vägledning för klimatbudget')
    const [, fee] = /href="(\/arsmote\/2027\/forslag\/\d+)">Avgiften 2028/.exec(html) ?? []
    const shown = await textOf(get(app, fee ?? ''))
    expect(shown).toMatch(/4\s500/u)
    expect(shown, 'the simulator’s picture').toContain('<svg')
    const [, changed] = /href="(\/arsmote\/2027\/forslag\/\d+)">Ändrad tid/.exec(html) ?? []
    expect(await textOf(get(app, changed ?? ''))).toContain('senast 42 dagar före')
  })

  test('the roll is frozen when the meeting begins, and no later change is silent', async () => {
    for (const delegate of [politician, official]) await post(app, '/arsmote/2027/anmalan', {}, delegate)
    const early = await post(app, '/arsmote/2027/rostlangd/faststall', {}, office)
    expect(early.status, 'not before it is opened').toBe(422)
    await post(app, '/arsmote/2027/oppna', {}, office)
    const meeting = await meetingOf2027()
    const people = await database.db
      .selectFrom('meeting_registration')
      .where('meeting_id', '=', meeting.id)
      .select('person_id')
      .execute()
    await post(app, '/arsmote/2027/rostlangd', { person: people.map((one) => String(one.person_id)) }, office)
    await post(app, '/arsmote/2027/rostlangd/faststall', {}, office)
    const roll = await database.db
      .selectFrom('voting_roll_entry')
      .where('meeting_id', '=', meeting.id)
      .selectAll()
      .execute()
    expect(roll.map(({ organisation_code, place }) => `${organisation_code}:${place}`).toSorted()).toEqual([
      '1382:1',
      '1382:2',
    ])
    const [entry] = roll
    const why = { skal: 'Åkte hem.' }
    expect((await post(app, `/arsmote/2027/rostlangd/${entry?.id}/dra-tillbaka`, {}, office)).status).toBe(
      422,
    )
    await post(app, `/arsmote/2027/rostlangd/${entry?.id}/dra-tillbaka`, why, office)
    expect(await textOf(get(app, '/arsmote/2027/rostlangd', politician))).toContain('Åkte hem.')
    await expect(
      database.db.deleteFrom('voting_roll_entry').where('meeting_id', '=', meeting.id).execute(),
    ).rejects.toThrow('frozen')
    await post(app, `/arsmote/2027/rostlangd/${entry?.id}/aterstall`, { skal: 'Kom tillbaka.' }, office)
    const changes = await database.db
      .selectFrom('roll_change')
      .select(['change', 'why'])
      .orderBy('id')
      .execute()
    expect(changes).toEqual([
      { change: 'withdrawn', why: 'Åkte hem.' },
      { change: 'restored', why: 'Kom tillbaka.' },
    ])
  })

  test('delegates ask for the floor, a point of order goes first, and others may not', async () => {
    await post(app, '/arsmote/2027/talarlista', { slag: 'floor' }, politician)
    await post(app, '/arsmote/2027/talarlista', { slag: 'order' }, official)
    await post(app, '/arsmote/2027/talarlista', { slag: 'floor' }, await loggedIn(app, 'medlem'))
    const html = await textOf(get(app, '/arsmote/2027/talarlista', office))
    expect(html).toContain('ordningsfråga')
    expect(await database.db.selectFrom('speaking_request').select('id').execute()).toHaveLength(2)
  })

  test('the fee takes effect by the decision itself, with its reference', async () => {
    const item = await itemOf('fee-proposal')
    const decided = await post(app, `/arsmote/2027/arende/${item.id}/beslut`, { beslut: 'adopt' }, office)
    expect(decided.status).toBe(303)
    const schedule = await database.db
      .selectFrom('fee_schedule')
      .where('year', '=', 2028)
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(schedule).toMatchObject({
      fixed_ore: 450_000,
      municipality_rate_ore: 32,
      decision: 'Årsmötet 2027 § 1',
      decided_on: '2027-04-27',
      link: '/arsmote/2027',
    })
    const again = await post(app, `/arsmote/2027/arende/${item.id}/beslut`, { beslut: 'reject' }, office)
    expect(await again.text()).toContain('redan beslutat')
  })

  test('the key figures are followed from the day of the decision', async () => {
    const item = await itemOf('key-figure-set', '2027')
    await post(app, `/arsmote/2027/arende/${item.id}/beslut`, { beslut: 'adopt' }, office)
    const set = await database.db
      .selectFrom('key_figure_set as s')
      .innerJoin('catalogue_decision as d', 'd.id', 's.decision_id')
      .where('s.id', '=', '2027')
      .select(['s.current_from', 'd.meeting', 'd.paragraph', 'd.link'])
      .executeTakeFirstOrThrow()
    expect(set).toEqual({
      current_from: '2027-04-27',
      meeting: 'Årsmötet 2027',
      paragraph: '2',
      link: 'https://eko.example/arsmote/2027',
    })
  })

  test('the statutes need the majority that they say, and hold from the next day', async () => {
    const item = await itemOf('statutes')
    const decide = (fields: Record<string, string>) =>
      post(app, `/arsmote/2027/arende/${item.id}/beslut`, { beslut: 'adopt', ...fields }, office)
    expect(await textOf(decide({ stod: 'raknat', for: '13', emot: '7' }))).toContain('stadgarna § 15')
    expect((await statutesOn(database.db, '2027-12-01')).rules.motion_deadline_days.value).toBe(56)
    expect((await decide({ stod: 'raknat', for: '14', emot: '7' })).status).toBe(303)
    expect((await statutesOn(database.db, '2027-04-27')).rules.motion_deadline_days.value).toBe(56)
    expect((await statutesOn(database.db, '2027-04-28')).rules.motion_deadline_days.value).toBe(42)
  })

  test('the elected get their roles, and those whose terms are over leave theirs', async () => {
    const meeting = await meetingOf2027()
    const item = await itemOf('election', `${meeting.id}-chair`)
    const [chair] = (await listCandidates(database.db, meeting.id)).filter(({ post: to }) => to === 'chair')
    const none = await post(app, `/arsmote/2027/arende/${item.id}/beslut`, { valda: '999999' }, office)
    expect(await none.text()).toContain('Välj bland kandidaterna')
    await post(app, `/arsmote/2027/arende/${item.id}/beslut`, { valda: String(chair?.id) }, office)
    const { rows } = await sql<{ name: string; since: string; until: string | null }>`
      select p.name, a.since, a.until from appointment a join person p on p.id = a.person_id
      where a.role = 'board-chair' order by a.since`.execute(database.db)
    expect(rows).toEqual([
      { name: 'Karin Åsberg', since: '2025-04-24', until: '2027-04-27' },
      { name: 'Lovisa Tornberg', since: '2027-04-27', until: null },
    ])
    expect(await textOf(get(app, '/arsmote/2027'))).toContain('Årsmötet väljer Lovisa Tornberg (C, Borås')
  })

  test('a motion is decided with its paragraph, and can be found', async () => {
    const item = await itemOf('motion')
    await post(
      app,
      `/arsmote/2027/arende/${item.id}/beslut`,
      { beslut: 'answered', lydelse: 'Redan på gång.' },
      office,
    )
    const html = await textOf(get(app, '/arsmote/2027'))
    expect(html).toContain('Redan på gång.')
    const { rows } = await sql`select from search_text where source in ('annual_decision', 'motion')
      and address like '/arsmote/2027%'`.execute(database.db)
    expect(rows.length).toBeGreaterThan(5)
  })
})

describe('observers', () => {
  test('have no vote', async () => {
    await sql`update membership set kind = 'observer' where organisation_code = '1080' and until is null`.execute(
      database.db,
    )
    const { rules } = await statutesOn(database.db, '2026-11-23')
    const members = await listVotingMembers(database.db, rules.voting_roles.value, '2026-11-23')
    expect(members.find(({ code }) => code === '1080')?.observer).toBe(true)
    const { votes } = await loadVotes(database.db, await meetingOf2027(), '2026-11-23')
    expect(votes.some(({ organisationCode }) => organisationCode === '1080')).toBe(false)
  })
})
