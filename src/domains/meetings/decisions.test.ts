import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DecisionRefused } from '#platform/http/business.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { type NewDecision, recordDecision } from './decisions.ts'
import { findItem } from './queries.ts'

let database: TestDatabase
let actor: { personId: number; name: string }
beforeAll(async () => {
  database = await loadedDatabase()
  const { id, name } = await database.db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('name', '=', 'Annika Strand')
    .executeTakeFirstOrThrow()
  actor = { personId: id, name }
})
afterAll(() => database.drop())

const noHouse = { decided: async () => {} }

async function meetingOn(heldOn: string, items = 3, kind?: string) {
  const { id } = await database.db
    .insertInto('meeting')
    .values({ organ: 'annual-meeting', held_on: heldOn, state: 'open', extra: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = await database.db
    .insertInto('meeting_item')
    .values(
      Array.from({ length: items }, (_, i) => ({
        meeting_id: id,
        ordinal: i + 1,
        title: `Ärende ${i + 1}`,
        business_kind: kind ?? null,
        business_id: kind ? String(i) : null,
      })),
    )
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

function decide(itemId: number | undefined, more: Partial<NewDecision> = {}, house = noHouse) {
  return database.db.transaction().execute((trx) =>
    recordDecision(
      trx,
      {
        itemId: itemId ?? 0,
        outcome: 'approve',
        text: 'Enligt förslaget.',
        actor,
        baseUrl: 'https://eko.example',
        now: new Date('2031-03-03T10:00:00Z'),
        ...more,
      },
      house,
    ),
  )
}

describe('the paragraphs of decisions', () => {
  test('run through the meeting, also when several are written at once', async () => {
    const [a, b, c, d] = await meetingOn('2031-02-01', 4)
    expect(await decide(a)).toBe(1)
    const rest = await Promise.all([decide(b), decide(c), decide(d)])
    expect(rest.toSorted()).toEqual([2, 3, 4])
  })

  test('begin anew with each annual meeting', async () => {
    const first = await meetingOn('2033-04-01')
    const second = await meetingOn('2033-09-01')
    expect([await decide(first[1]), await decide(first[0])]).toEqual([1, 2])
    expect(await decide(second[0])).toBe(1)
  })
})

describe('a decision', () => {
  test('is taken once, and only while the meeting is open', async () => {
    const [item, other] = await meetingOn('2034-04-01')
    await decide(item)
    await expect(decide(item)).rejects.toThrow('redan beslutat')
    await database.db
      .updateTable('meeting')
      .set({ state: 'closed' })
      .where('held_on', '=', '2034-04-01')
      .execute()
    await expect(decide(other)).rejects.toThrow(DecisionRefused)
  })

  test('that its house refuses leaves no trace, and the number goes to the next', async () => {
    const [first, second] = await meetingOn('2035-04-01', 2, 'fee-proposal')
    const refuses = {
      decided: async () => {
        throw new DecisionRefused('Fakturor vilar redan på avgiften.')
      },
    }
    await expect(decide(first, {}, refuses)).rejects.toThrow('Fakturor vilar')
    expect(await findItem(database.db, first ?? 0)).toMatchObject({ paragraph: null, outcome: null })
    expect(await decide(second)).toBe(1)
  })

  test('on the statutes needs the share that the statutes say, and names their paragraph', async () => {
    const [first, second, third] = await meetingOn('2036-04-01', 3, 'statutes')
    await expect(decide(first, { outcome: 'adopt' })).rejects.toThrow(
      'minst 2/3 av rösterna (stadgarna § 15)',
    )
    await expect(decide(first, { outcome: 'adopt', support: { for: 65, against: 34 } })).rejects.toThrow(
      '65 mot 34',
    )
    expect(await decide(first, { outcome: 'adopt', support: { for: 66, against: 33 } })).toBe(1)
    expect(await decide(second, { outcome: 'adopt', support: 'unanimous' })).toBe(2)
    expect(await decide(third, { outcome: 'reject' })).toBe(3)
  })
})
