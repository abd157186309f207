import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { listFits, listPosts, type Posts, type Sought } from './routing-queries.ts'
import { choosePeople, type Fit } from './rules/routing.ts'
import { searchWord } from './rules/words.ts'

const today = '2026-11-23'
const now = new Date(`${today}T12:00:00Z`)
/** A question that some have been sent already. */
const sentId = 1

let database: TestDatabase
let posts: Posts
beforeAll(async () => {
  database = await loadedDatabase()
  // People of all kinds: who hide, do not want, cannot be reached, have left, have two posts or have been asked often.
  await sql`
    update contact_card set may_be_asked = person_id % 5 <> 0, shown_to = case when person_id % 7 = 0 then 'nobody' else 'members' end,
      languages = case when person_id % 3 = 0 then '{sv,en}'::text[] else '{sv}' end where person_id % 2 = 0`.execute(
    database.db,
  )
  await sql`update person set email = null where id % 11 = 0`.execute(database.db)
  await sql`update person set erased_at = now() where id % 13 = 0`.execute(database.db)
  await sql`
    update appointment set until = ${today} where role = 'member-user' and person_id % 17 = 0 and since < ${today}`.execute(
    database.db,
  )
  await sql`
    insert into appointment (person_id, organisation_code, role, since, ordinal)
    select id, '1283', 'member-user', '2020-01-01', -1 from person where id % 19 = 0 on conflict do nothing`.execute(
    database.db,
  )
  await sql`
    insert into question_recipient (question_id, person_id, wave, reason, asked_at)
    select q.id, p.id, 1, '[]', ${now}::timestamptz - q.id * interval '1 day' from question q, person p
    where p.id % 23 = q.id % 23 or p.id % 6 = 0 on conflict do nothing`.execute(database.db)
  posts = await listPosts(database.db, today)
})
afterAll(() => database.drop())

const sought: fc.Arbitrary<Sought> = fc.record({
  words: fc.subarray(['miljöledning', 'klimat', 'skolor', 'energi', 'matsvinn', 'kadmium', 'xylofoner']),
  subjectIds: fc.subarray(['mat', 'skolor', 'energi', 'klimat', 'transporter']),
  exampleIds: fc.subarray([1, 2, 3, 4, 5]),
  improvedCodes: fc.subarray(['1283', '1080', '0980', '1490']),
  figures: fc.boolean(),
  language: fc.constantFrom('sv', 'en'),
  askedBy: fc.option(fc.integer({ min: 1, max: 600 })),
  organisationCode: fc.option(fc.constantFrom('1382', '1283')),
  named: fc.uniqueArray(fc.integer({ min: 1, max: 600 }), { maxLength: 20 }),
  questionId: fc.constantFrom(null, sentId),
  today: fc.constant(today),
  now: fc.constant(now),
})

describe('those who fit a question', () => {
  test('are all who may be asked and fit in some way, each in just one place', async () => {
    await fc.assert(
      fc.asyncProperty(sought, async (question) => {
        const [fits, everyone] = [await listFits(database.db, question, posts), await weighEveryone(question)]
        const alone = fits.flatMap((fit) =>
          fit.personIds.map((personId) => ({ ...fit, personIds: [personId] })),
        )
        expect(alone.toSorted(byPerson)).toEqual(everyone.toSorted(byPerson))
        for (const { personIds } of fits) {
          expect(personIds.length === 1 || !personIds.some((id) => question.named.includes(id))).toBe(true)
        }
        const wanted = {
          figureIds: question.figures ? ['2'] : [],
          people: 600,
          improved: new Map(question.improvedCodes.map((code) => [code, ['2']])),
          likeness: new Map(['0980', '1080', '1283', '1490'].map((code, place) => [code, place])),
        }
        expect(choosePeople(fits, wanted)).toEqual(choosePeople(everyone, wanted))
      }),
      { numRuns: 40 },
    )
  })
})

const byPerson = (a: Fit, b: Fit) => (a.personIds[0] ?? 0) - (b.personIds[0] ?? 0)

/** The same, slowly: every person of the network is looked at, one fact after the other. */
async function weighEveryone(question: Sought): Promise<Fit[]> {
  const { db } = database
  const { words, subjectIds, exampleIds, improvedCodes, figures, language, questionId } = question
  const { rows: people } = await sql<{ personId: number; organisationCode: string; askedLately: number }>`
    select p.id as "personId",
      (select count(*)::int from question_recipient r where r.person_id = p.id and r.asked_at > ${now}::timestamptz - interval '7 days') as "askedLately",
      (select a.organisation_code from appointment a join membership m using (organisation_code)
        where a.person_id = p.id and a.role <> 'applicant' and daterange(a.since, a.until) @> ${today}::date
          and daterange(m.since, m.until) @> ${today}::date order by a.ordinal, a.id limit 1) as "organisationCode"
    from person p join contact_card c on c.person_id = p.id
    where c.may_be_asked and c.shown_to in ('members', 'everyone') and p.erased_at is null and p.email is not null
      and (${language} = 'sv' or 'en' = any(c.languages))
      and not exists (select from question_recipient r where r.person_id = p.id and r.question_id = ${questionId})`.execute(
    db,
  )
  const idsOf = async (query: ReturnType<typeof sql<{ id: number }>>) =>
    new Set((await query.execute(db)).rows.map(({ id }) => id))
  const knowing = await Promise.all(
    words.map((word) =>
      idsOf(sql`select person_id as id from contact_card
        where to_tsvector('swedish', knows || ' ' || helps_with) @@ to_tsquery('swedish', ${searchWord(word)})`),
    ),
  )
  const choosing = await Promise.all(
    subjectIds.map((subject) =>
      idsOf(sql`select person_id as id from person_subject where subject_id = ${subject}`),
    ),
  )
  const telling = await Promise.all(
    exampleIds.map((example) =>
      idsOf(sql`select unnest(array[contact_id, written_by]) as id from good_example where id = ${example}`),
    ),
  )
  const turnedTo = (role: string, anywhere: boolean) =>
    idsOf(sql`select person_id as id from appointment where role = ${role} and (until is null or until > ${today})
      and (${anywhere} or organisation_code = any(${improvedCodes}))`)
  const [reporters, officials] = [
    await turnedTo('reporter', figures),
    await turnedTo('contact-official', false),
  ]
  return people
    .map(({ personId, ...rest }) => ({
      ...rest,
      personIds: [personId],
      words: words.filter((_, i) => knowing[i]?.has(personId)),
      subjectIds: subjectIds.filter((_, i) => choosing[i]?.has(personId)),
      exampleIds: exampleIds.filter((_, i) => telling[i]?.has(personId)),
      isReporter: reporters.has(personId),
      isTurnedTo: reporters.has(personId) || officials.has(personId),
    }))
    .filter(
      ({ personIds: [id], organisationCode, ...fit }) =>
        organisationCode &&
        id !== question.askedBy &&
        organisationCode !== question.organisationCode &&
        (fit.words.length > 0 || fit.subjectIds.length > 0 || fit.exampleIds.length > 0 || fit.isTurnedTo),
    )
}
