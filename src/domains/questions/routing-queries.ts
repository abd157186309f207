import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import { fitsOf, type Mark } from './rules/fits.ts'
import type { Fit } from './rules/routing.ts'
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
  /** Whom who asks has chosen. */
  named: number[]
  /** The question, if it has been sent to somebody already. */
  questionId: number | null
  today: string
  now: Date
}

/** Today's posts of a person `x.person_id` in member organisations. */
export const posts = (today: string) => sql`appointment a
  join membership m on m.organisation_code = a.organisation_code
    and m.since <= ${today} and (m.until is null or m.until > ${today})
  where a.person_id = x.person_id and a.since <= ${today} and (a.until is null or a.until > ${today})
    and a.role <> 'applicant'`

/** A person `x.person_id` whom a question may be sent to: shows the card, wants to be asked, can be reached. */
export const askable = (language: Language) => sql`
  join contact_card c on c.person_id = x.person_id and c.may_be_asked and c.shown_to <> 'nobody'
    and (${language} = 'sv' or ${language} = any(c.languages))
  join person p on p.id = x.person_id and p.erased_at is null and p.email is not null`

/** The member that each person who can be reached has a post in today. */
export type Posts = ReadonlyMap<number, string>

/** Reads everybody's post. It is of public data alone, so it can be kept for a version of that. */
export async function listPosts(db: Kysely<Database>, today: string): Promise<Posts> {
  const { rows } = await sql<{ code: string; people: string }>`
    select code, string_agg(person_id::text, ' ') as people from (
      select distinct on (a.person_id) a.person_id, a.organisation_code as code from appointment a
      join membership m on m.organisation_code = a.organisation_code
        and m.since <= ${today} and (m.until is null or m.until > ${today})
      join person p on p.id = a.person_id and p.erased_at is null and p.email is not null
      where a.since <= ${today} and (a.until is null or a.until > ${today}) and a.role <> 'applicant'
      order by a.person_id, a.ordinal, a.id) as post
    group by code`.execute(db)
  return new Map(
    rows.flatMap(({ code, people }) => people.split(' ').map((id) => [Number(id), code] as const)),
  )
}

/**
 * Everyone who fits in some way and may be sent the question, and has not been yet. Thousands may fit a little: the
 * database lists whom each thing speaks for, and what speaks for somebody is put together here, many times faster.
 */
export async function listFits(db: Kysely<Database>, sought: Sought, posts: Posts): Promise<Fit[]> {
  const { subjectIds, exampleIds, improvedCodes, figures, today, now, questionId, language } = sought
  const mayBeAsked = sql`c.may_be_asked and c.shown_to <> 'nobody' and (${language} = 'sv' or ${language} = any(c.languages))`
  // Words and the rest are looked for side by side, on a connection each.
  const [words, others, lately, sent] = await Promise.all([
    sql<Mark>`
      select 'word' as kind, w.word as key, string_agg(c.person_id::text, ' ') as people
      from unnest(${sought.words}::text[], ${sought.words.map(searchWord)}::text[]) as w (word, query)
      join contact_card c on to_tsvector('swedish', c.knows || ' ' || c.helps_with) @@ to_tsquery('swedish', w.query)
      where ${mayBeAsked} group by w.word`.execute(db),
    sql<Mark>`
      with mark (kind, key, person_id) as (
        select 'subject', subject_id, person_id from person_subject where subject_id = any(${subjectIds})
        union all select 'example', e.id::text, p.id from good_example e, unnest(array[contact_id, written_by]) as p (id)
          where e.id = any(${exampleIds})
        union all select role, '', person_id from appointment
          where role in ('reporter', 'contact-official') and (until is null or until > ${today})
            and (organisation_code = any(${improvedCodes}) or (${figures} and role = 'reporter')))
      select kind, key, string_agg(person_id::text, ' ') as people
      from mark join contact_card c using (person_id) where ${mayBeAsked} group by kind, key`.execute(db),
    sql<{ personId: number; asked: number }>`
      select person_id as "personId", count(*)::int as asked from question_recipient
      where asked_at > ${now}::timestamptz - interval '7 days' group by person_id`.execute(db),
    sql<{ personId: number }>`
      select person_id as "personId" from question_recipient where question_id = ${questionId}::bigint`.execute(
      db,
    ),
  ])
  return fitsOf([...words.rows, ...others.rows], {
    ...sought,
    posts,
    askedLately: new Map(lately.rows.map(({ personId, asked }) => [personId, asked])),
    spared: new Set([
      ...sent.rows.map(({ personId }) => personId),
      ...(sought.askedBy === null ? [] : [sought.askedBy]),
    ]),
  })
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

/** Has those who choose people wait for each other, so that nobody is asked too often by two at the same time. */
export async function lockRouting(db: Kysely<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('question routing'))`.execute(db)
}
