import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSignals } from '#platform/http/signals.ts'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { openHall } from '../../../../tests/support/hall.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let chair: string
let reads = 0
beforeAll(async () => {
  database = await loadedDatabase()
  // Each request reads anew, as after a write in the running program.
  app = testApp(database.db, 'demo', undefined, undefined, {
    signals: createSignals(),
    dataVersion: () => String(reads++),
  })
  chair = await loggedIn(app, 'ordforande')
})
afterAll(() => database.drop())

async function page(path: string, cookie = chair): Promise<string> {
  const response = await get(app, path, cookie)
  expect(response.status, path).toBe(200)
  return response.text()
}

test('an election begins with those who are nominated to the post, and with its seats', async () => {
  const items = await database.db
    .selectFrom('meeting_item as i')
    .innerJoin('meeting as m', 'm.id', 'i.meeting_id')
    .where('m.held_on', '=', '2027-04-27')
    .where('i.business_kind', '=', 'election')
    .select(['i.id', 'i.business_id'])
    .execute()
  const onPost = (post: string) => items.find(({ business_id }) => business_id?.endsWith(`-${post}`))?.id
  const ballotOn = (post: string) => page(`/arsmote/2027/omrostningar/ny?arende=${onPost(post)}`)

  const members = await ballotOn('member')
  const names = /<textarea[^>]*name="val"[^>]*>([^<]*)</.exec(members)?.[1]?.trim().split('\n')
  expect(names).toEqual([
    'Hanna Wikström, Helsingborg',
    'Jens Lundmark, Övertorneå',
    'Rickard Sundin, Enköping',
    'Noor Hakimi, Karlskrona',
  ])
  expect(members).toMatch(/<option value="names" selected|value="names"[^>]*checked/)
  expect(/name="platser"[^>]*value="(\d+)"/.exec(members)?.[1]).toBe('4')

  const auditor = await ballotOn('auditor')
  expect(auditor).toContain('Gerd Wallgren')
  expect(auditor).not.toContain('Hanna Wikström')
})

describe('an extra meeting', () => {
  test('has a room of its own for voting, beside that of the yearly one', async () => {
    const yearly = await openHall(database.db, { year: 2041, votes: 2 })
    const extra = await openHall(database.db, { year: 2041, votes: 2, extra: true })
    const { person_id } = await database.db
      .selectFrom('appointment')
      .where('role', '=', 'contact-politician')
      .where('organisation_code', '=', '1382')
      .where('until', 'is', null)
      .select('person_id')
      .executeTakeFirstOrThrow()
    for (const { entries } of [yearly, extra])
      await database.db
        .updateTable('voting_roll_entry')
        .set({ person_id })
        .where('id', '=', entries[0]?.entryId ?? 0)
        .execute()
    const office = await loggedIn(app, 'kansli')
    const politician = await loggedIn(app, 'kontaktpolitiker')
    const own = `/arsmote/2041-extra-${extra.meetingId}`

    const meeting = await page(own, politician)
    expect(meeting).toContain(`href="${own}/rosta"`)
    expect(meeting).not.toContain('href="/arsmote/2041/rosta"')
    expect(await page(`${own}/arende/${extra.itemId}`, office)).toContain(`href="${own}/rosta"`)

    const opened = await post(
      app,
      `${own}/omrostningar/ny`,
      {
        arende: String(extra.itemId),
        slag: 'yes-no',
        satt: 'oppen',
        fraga: 'Ska vi gå med?',
        majoritet: 'majority',
      },
      chair,
    )
    expect(opened.headers.get('location')).toContain(`${own}/omrostningar/`)
    expect(await page(`${own}/rosta`, politician)).toContain('Ska vi gå med?')
    expect(await page('/arsmote/2041/rosta', politician)).not.toContain('Ska vi gå med?')
  })
})
