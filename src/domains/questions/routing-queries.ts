import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
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

/** The people of a row as one text, and a 1 or a 0 for each thing that can speak for somebody. */
interface FitRow extends Pick<Fit, 'organisationCode' | 'askedLately'> {
  people: string
  marks: string
}

/**
 * Everyone who fits in some way and may be sent the question, and has not been yet. Thousands may fit a little, so those
 * who fit alike come as one; somebody named comes alone.
 */
export async function listFits(db: Kysely<Database>, sought: Sought): Promise<Fit[]> {
  const { words, subjectIds, exampleIds, improvedCodes, figures, today, now, questionId, askedBy } = sought
  const [subject, example] = [words.length, words.length + subjectIds.length]
  const reporter = example + exampleIds.length
  const nothing = '0'.repeat(reporter + 2)
  const exampleMark = sql`${example - 1}::int + array_position(${exampleIds}::bigint[], id)`
  const { rows } = await sql<FitRow>`
    with mark (person_id, n) as (
      select c.person_id, w.n::int - 1 from unnest(${words.map(searchWord)}::text[]) with ordinality as w (query, n)
        join contact_card c on to_tsvector('swedish', c.knows || ' ' || c.helps_with) @@ to_tsquery('swedish', w.query)
      union all select person_id, ${subject - 1}::int + array_position(${subjectIds}::text[], subject_id)
        from person_subject where subject_id = any(${subjectIds})
      union all select contact_id, ${exampleMark} from good_example where id = any(${exampleIds})
      union all select written_by, ${exampleMark} from good_example where id = any(${exampleIds})
      union all select person_id, ${reporter}::int + (role <> 'reporter')::int from appointment
        where role in ('reporter', 'contact-official') and (until is null or until > ${today})
          and (organisation_code = any(${improvedCodes}) or (${figures} and role = 'reporter'))),
    fit as (select person_id, bit_or(set_bit(${nothing}::varbit, n, 1))::text as marks from mark group by person_id),
    post as (select distinct on (a.person_id) a.person_id, a.organisation_code from appointment a
      join membership m on m.organisation_code = a.organisation_code
        and m.since <= ${today} and (m.until is null or m.until > ${today})
      where a.since <= ${today} and (a.until is null or a.until > ${today}) and a.role <> 'applicant'
      order by a.person_id, a.ordinal, a.id),
    -- By itself: a planner that takes those who fit for few looks up the rest for each of them.
    reached as materialized (select x.person_id, x.organisation_code from post x ${askable(sought.language)}),
    lately as (select person_id, count(*)::int as asked from question_recipient
      where asked_at > ${now}::timestamptz - interval '7 days' group by person_id)
    select x.organisation_code as "organisationCode", fit.marks, coalesce(lately.asked, 0) as "askedLately",
      string_agg(x.person_id::text, ' ') as people
    from reached x join fit on fit.person_id = x.person_id left join lately on lately.person_id = x.person_id
    where x.person_id is distinct from ${askedBy}::bigint
      and x.organisation_code is distinct from ${sought.organisationCode}
      and not exists (select from question_recipient r
        where r.question_id = ${questionId}::bigint and r.person_id = x.person_id)
    group by 1, 2, 3, case when x.person_id = any(${sought.named}) then x.person_id end`.execute(db)
  return rows.map(({ people, marks, ...rest }) => {
    const marked = <T>(things: T[], from: number) => things.filter((_, place) => marks[from + place] === '1')
    const isReporter = marks[reporter] === '1'
    return {
      ...rest,
      personIds: people.split(' ').map(Number),
      words: marked(words, 0),
      subjectIds: marked(subjectIds, subject),
      exampleIds: marked(exampleIds, example),
      isReporter,
      isTurnedTo: isReporter || marks[reporter + 1] === '1',
    }
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
