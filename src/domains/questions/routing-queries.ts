import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { Candidate } from './rules/routing.ts'
import { searchWord } from './rules/words.ts'

/** What people are looked for by. */
export interface Sought {
  words: string[]
  subjectIds: string[]
  exampleIds: number[]
  /** Members whose key figures of the question go the right way. */
  improvedCodes: string[]
  /** The question is about key figures, so those who report them fit a little. */
  figures: boolean
  language: Language
  /** Null when nobody is known to have asked. */
  askedBy: number | null
  /** Their own colleagues are not asked. */
  organisationCode: string | null
  /** The question, if it has been sent to somebody already. */
  questionId: number | null
  today: string
  now: Date
}

/** Today's posts of a person `x.person_id` in member organisations. */
const posts = (today: string) => sql`appointment a
  join membership m on m.organisation_code = a.organisation_code
    and m.since <= ${today} and (m.until is null or m.until > ${today})
  where a.person_id = x.person_id and a.since <= ${today} and (a.until is null or a.until > ${today})
    and a.role <> 'applicant'`

/** A person `x.person_id` whom a question may be sent to: shows the card, wants to be asked, can be reached. */
const askable = (language: Language) => sql`
  join contact_card c on c.person_id = x.person_id and c.may_be_asked and c.shown_to <> 'nobody'
    and (${language} = 'sv' or ${language} = any(c.languages))
  join person p on p.id = x.person_id and p.erased_at is null and p.email is not null`

/** Everyone who fits in some way and may be sent the question, and has not been yet. */
export async function listCandidates(db: Kysely<Database>, sought: Sought): Promise<Candidate[]> {
  const { words, subjectIds, exampleIds, improvedCodes, figures, today, now, questionId, askedBy } = sought
  const { rows } = await sql<Candidate>`
    with word as (select word, to_tsquery('swedish', query) as query
      from unnest(${words}::text[], ${words.map(searchWord)}::text[]) as w (word, query)),
    knowing as (select c.person_id, array_agg(w.word) as words from word w join contact_card c
      on to_tsvector('swedish', c.knows || ' ' || c.helps_with) @@ w.query group by c.person_id),
    choosing as (select person_id, array_agg(subject_id order by subject_id) as subjects from person_subject
      where subject_id = any(${subjectIds}) group by person_id),
    telling as (select t.person_id, array_agg(distinct t.example_id::int) as examples from (
      select contact_id as person_id, id as example_id from good_example where id = any(${exampleIds})
      union all select written_by, id from good_example where id = any(${exampleIds})) as t
      where t.person_id is not null group by t.person_id),
    turned_to as (select person_id, bool_or(role = 'reporter') as reports from appointment
      where role in ('reporter', 'contact-official') and (until is null or until > ${today})
        and (organisation_code = any(${improvedCodes}) or (${figures} and role = 'reporter')) group by person_id),
    lately as (select person_id, count(*)::int as asked from question_recipient
      where asked_at > ${now}::timestamptz - interval '7 days' group by person_id),
    x as (select person_id from knowing union select person_id from choosing
      union select person_id from telling union select person_id from turned_to)
    select x.person_id as "personId", post.organisation_code as "organisationCode",
      coalesce(knowing.words, '{}') as words, coalesce(choosing.subjects, '{}') as "subjectIds",
      coalesce(telling.examples, '{}') as "exampleIds",
      coalesce(turned_to.reports, false) as "isReporter", turned_to.person_id is not null as "isTurnedTo",
      coalesce(lately.asked, 0) as "askedLately"
    from x ${askable(sought.language)}
    cross join lateral (select a.organisation_code from ${posts(today)} order by a.ordinal, a.id limit 1) as post
    left join knowing on knowing.person_id = x.person_id left join choosing on choosing.person_id = x.person_id left join telling on telling.person_id = x.person_id
    left join turned_to on turned_to.person_id = x.person_id left join lately on lately.person_id = x.person_id
    where x.person_id is distinct from ${askedBy}::bigint
      and post.organisation_code is distinct from ${sought.organisationCode}
      and not exists (select from question_recipient r
        where r.question_id = ${questionId}::bigint and r.person_id = x.person_id)`.execute(db)
  return rows
}

/** Those of the people named who may be sent the question, with how often they were asked lately, in the order named. */
export async function listNamed(
  db: Kysely<Database>,
  personIds: number[],
  {
    language,
    askedBy,
    questionId,
    today,
    now,
  }: Pick<Sought, 'language' | 'askedBy' | 'questionId' | 'today' | 'now'>,
): Promise<{ personId: number; name: string; organisationCode: string; askedLately: number }[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<{
    personId: number
    name: string
    organisationCode: string
    askedLately: number
  }>`
    select x.person_id as "personId", p.name, post.organisation_code as "organisationCode",
      (select count(*)::int from question_recipient r where r.person_id = x.person_id
        and r.asked_at > ${now}::timestamptz - interval '7 days') as "askedLately"
    from unnest(${personIds}::bigint[]) with ordinality as x (person_id, place) ${askable(language)}
    cross join lateral (select a.organisation_code from ${posts(today)} order by a.ordinal, a.id limit 1) as post
    where x.person_id is distinct from ${askedBy}::bigint and not exists (select from question_recipient r
      where r.question_id = ${questionId}::bigint and r.person_id = x.person_id)
    order by x.place`.execute(db)
  return rows
}

/** How many people say that they may be asked. */
export async function countAskable(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from contact_card where may_be_asked`.execute(db)
  return rows[0]?.count ?? 0
}

/** Names of people, by id. */
export async function listNames(
  db: Kysely<Database>,
  personIds: number[],
): Promise<Map<number, { name: string; title: string; madeUp: boolean }>> {
  if (personIds.length === 0) return new Map()
  const people = await db
    .selectFrom('person')
    .select(['id', 'name', 'title', 'made_up'])
    .where('id', 'in', personIds)
    .where('erased_at', 'is', null)
    .execute()
  return new Map(people.map(({ id, name, title, made_up }) => [id, { name, title, madeUp: made_up }]))
}

/** The member, else the association, that a person has a post in today; null when there is none any more. */
export async function findPost(
  db: Kysely<Database>,
  personId: number,
  today: string,
): Promise<{ code: string; name: string } | null> {
  const { rows } = await sql<{ code: string; name: string }>`
    select o.code, o.name from appointment a join organisation o on o.code = a.organisation_code
    where a.person_id = ${personId} and a.since <= ${today} and (a.until is null or a.until > ${today})
      and a.role <> 'applicant' and (o.kind = 'association' or exists (select from membership m
        where m.organisation_code = o.code and m.since <= ${today} and (m.until is null or m.until > ${today})))
    order by o.kind = 'association', a.ordinal, a.id limit 1`.execute(db)
  return rows[0] ?? null
}

/** Has those who choose people wait for each other, so that nobody is asked too often by two at the same time. */
export async function lockRouting(db: Kysely<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('question routing'))`.execute(db)
}

/** People of the network who show their cards and may be asked, by their whole name or a part of it; at most ten. */
export async function listByName(
  db: Kysely<Database>,
  name: string,
  today: string,
): Promise<{ personId: number; name: string; organisation: string }[]> {
  const { rows } = await sql<{ personId: number; name: string; organisation: string }>`
    select x.person_id as "personId", p.name, post.organisation
    from (select id as person_id from person where position(lower(${name}) in lower(name)) > 0) as x
    ${askable('sv')}
    cross join lateral (select (select o.name from organisation o where o.code = a.organisation_code) as organisation
      from ${posts(today)} order by a.ordinal, a.id limit 1) as post
    order by lower(p.name) <> lower(${name}), p.name collate "sv-SE-x-icu", x.person_id limit 10`.execute(db)
  return rows
}
