import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { endorse } from './endorse-actions.ts'
import { listEndorsements } from './endorsement-queries.ts'
import { beginMatter, openMatter } from './matter-actions.ts'
import type { Place } from './place.ts'
import { holds } from './rules/standing.ts'
import { mergeTexts } from './text/merge.ts'
import { joinText } from './text/paragraphs.ts'
import { type SavedText, saveText } from './text-actions.ts'
import { findVersion, listVersions } from './version-queries.ts'

let database: TestDatabase
let place: Place
beforeAll(async () => {
  database = await loadedDatabase()
  const person = await database.db
    .selectFrom('appointment as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .where('a.role', '=', 'expert-group')
    .select(['p.id as personId', 'p.name'])
    .executeTakeFirstOrThrow()
  place = {
    db: database.db,
    actor: person,
    now: new Date('2026-11-23T12:00:00Z'),
    today: '2026-11-23',
    madeUp: true,
  }
})
afterAll(() => database.drop())

const writers = 12
const start = Array.from({ length: writers }, (_, i) => `Stycke ${i}, orört.`)

/** Opens a matter with a text of as many paragraphs as there are writers. */
async function begin(): Promise<number> {
  const matterId = await beginMatter(place, {
    kind: 'consultation',
    title: 'Många skriver',
    counterpart: 'Provdepartementet',
    reference: '',
    summary: 'Prov.',
    language: 'sv',
    deadline: null,
  })
  await openMatter(place, matterId)
  await save(matterId, joinText(start), 0)
  return matterId
}

const save = (matterId: number, text: string, base: number): Promise<SavedText> =>
  saveText(place, { matterId, text, base, note: '', onlyLanguage: false })

const current = async (matterId: number) =>
  joinText((await findVersion(database.db, matterId))?.paragraphs ?? [])

describe('many who write one text at the same time', () => {
  test('lose nothing: everyone’s paragraph is in the text, each saving is a version of its own', async () => {
    const matterId = await begin()
    const outcomes = await Promise.all(
      start.map((_, i) => save(matterId, joinText(start.with(i, `Stycke ${i}, skrivet av ${i}.`)), 1)),
    )
    expect(outcomes.map(({ kind }) => kind)).toEqual(start.map(() => 'saved'))
    expect(await current(matterId)).toBe(joinText(start.map((_, i) => `Stycke ${i}, skrivet av ${i}.`)))
    const numbers = (await listVersions(database.db, matterId)).map(({ number }) => number)
    expect(numbers).toEqual(Array.from({ length: writers + 1 }, (_, i) => writers + 1 - i))
  })

  test('of whom two touch one paragraph: one is saved, the other sees both texts and decides', async () => {
    const matterId = await begin()
    const mine = joinText(start.with(3, 'Min tredje.'))
    const theirs = joinText(start.with(3, 'Deras tredje.').with(5, 'Deras femte.'))
    const outcomes = await Promise.all([save(matterId, mine, 1), save(matterId, theirs, 1)])
    const clash = outcomes.find((one) => one.kind === 'clash')
    expect(outcomes.filter(({ kind }) => kind === 'saved')).toHaveLength(1)
    expect(clash?.merged.clashes).toHaveLength(1)
    expect(clash?.current.number).toBe(2)
    const both = clash?.merged.text.replace(/(Min|Deras) tredje\./, 'Bådas tredje.') ?? ''
    expect((await save(matterId, both, 2)).kind).toBe('saved')
    const text = await current(matterId)
    expect(text).toContain('Bådas tredje.')
    expect(text).toContain('Deras femte.')
    const second = await findVersion(database.db, matterId, 2)
    expect([mine, theirs]).toContain(joinText(second?.paragraphs ?? []))
  })
})

describe('a text that is endorsed while it is being edited', () => {
  test('loses no endorsement and no change, and knows which version each endorsement stands to', async () => {
    const matterId = await begin()
    const codes = (
      await database.db
        .selectFrom('organisation')
        .where('kind', '=', 'municipality')
        .select('code')
        .orderBy('code')
        .limit(20)
        .execute()
    ).map(({ code }) => code)
    const endorsing = codes.map(async (code, i) => {
      // They come while others save; each has read the version that is the last one then.
      const read = await findVersion(database.db, matterId)
      const version = i % 2 === 0 ? (read?.number ?? 1) : 1
      const outcome = await endorse(place, {
        matterId,
        code,
        version,
        delegation: 'Delegationsordningen 1',
        decidedBy: 'Ordföranden',
        decidedOn: '2026-11-20',
      })
      return { outcome, code, version }
    })
    const saving = start.map((_, i) => save(matterId, joinText(start.with(i, `Nytt ${i}.`)), 1))
    const [endorsed, saved] = await Promise.all([Promise.all(endorsing), Promise.all(saving)])
    expect(endorsed.every(({ outcome }) => outcome === 'done')).toBe(true)
    expect(saved.every(({ kind }) => kind === 'saved')).toBe(true)
    expect(await current(matterId)).toBe(joinText(start.map((_, i) => `Nytt ${i}.`)))
    const kept = await listEndorsements(database.db, matterId)
    expect(
      kept.map(({ code, version }) => ({ code, version })).sort((a, b) => a.code.localeCompare(b.code)),
    ).toEqual(endorsed.map(({ code, version }) => ({ code, version })))
    const versions = await listVersions(database.db, matterId)
    const latest = versions[0]?.number ?? 0
    for (const { version } of kept) expect(holds(version, versions)).toBe(version === latest)
  })

  test('takes one endorsement of an organisation, however often it is sent at once', async () => {
    const matterId = await begin()
    const asked = {
      matterId,
      code: '1382',
      version: 1,
      delegation: 'Delegationsordningen 1',
      decidedBy: 'Ordföranden',
      decidedOn: '2026-11-20',
    }
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => endorse(place, asked)))
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1)
    expect(outcomes.filter((one) => one === 'twice')).toHaveLength(5)
    expect(await endorse(place, { ...asked, code: '1283', version: 99 })).toBe('no-version')
  })
})

test('what is merged is what each of them wrote, seen from either side', () => {
  const [mine, theirs] = [start.with(0, 'A'), start.with(11, 'B')].map(joinText)
  expect(mergeTexts(joinText(start), mine ?? '', theirs ?? '').text).toBe(
    mergeTexts(joinText(start), theirs ?? '', mine ?? '').text,
  )
})
