import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Role } from '#domains/accounts/index.ts'
import { foldedWord, type Size, searchWords, sizes } from './rules.ts'
import type { Audience } from './tables.ts'

/** What is looked for; an empty field does not narrow. */
export interface ContactQuestion {
  text: string
  subject: string
  figure: string
  criterion: string
  role: string
  county: string
  size: Size | ''
  language: string
  /** From 1. */
  page: number
}

export interface Contact {
  personId: number
  name: string
  title: string
  posts: { role: Role; code: string; organisation: string }[]
  subjects: { id: string; sv: string; en: string }[]
  knows: string
  helpsWith: string
  languages: string[]
  mayBeAsked: boolean
  madeUp: boolean
}

export const contactsPerPage = 20

/** Today's posts of a person in the network: in a member organisation, or in the association itself. */
const posts = (today: string) => sql`
  appointment a join organisation o on o.code = a.organisation_code
  where a.person_id = c.person_id and a.since <= ${today} and (a.until is null or a.until > ${today})
    and a.role <> 'applicant'
    and (o.kind = 'association' or exists (select from membership m where m.organisation_code = o.code
      and m.since <= ${today} and (m.until is null or m.until > ${today})))`

/** How alike a misspelt word must be, of 1. Two letters that changed places in a word of nine are 0.5. */
const alikeEnough = 0.5

/** People of the network who fit, best first, and how many they are in all. */
export async function searchContacts(
  db: Kysely<Database>,
  question: ContactQuestion,
  today: string,
): Promise<{ contacts: Contact[]; total: number }> {
  const words = searchWords(question.text)
  const conditions: RawBuilder<unknown>[] = [
    sql`c.shown_to <> 'nobody'`,
    ...words.map(fits),
    ...narrowings(question, today),
  ]
  const rank = words.length
    ? sql`(${sql.join(
        words.map(
          (word) =>
            sql`2 * ts_rank(c.search, ${looseQuery(word)}) + word_similarity(${foldedWord(word)}, c.search_text)`,
        ),
        sql` + `,
      )})`
    : sql`0`
  const search = sql<Contact & { total: number }>`
    with found as (
      select c.person_id, ${rank} as rank, count(*) over ()::int as total
      from contact_card c join person p on p.id = c.person_id and p.erased_at is null
      where ${sql.join(conditions, sql` and `)}
      order by rank desc, p.name collate "sv-SE-x-icu", c.person_id
      limit ${contactsPerPage} offset ${(question.page - 1) * contactsPerPage}
    )
    select p.id as "personId", p.name, p.title, c.knows, c.helps_with as "helpsWith", c.languages,
      c.may_be_asked as "mayBeAsked", c.made_up as "madeUp", f.total,
      (select coalesce(json_agg(json_build_object('role', a.role, 'code', o.code, 'organisation', o.name) order by o.kind, o.name), '[]')
        from ${posts(today)}) as posts,
      (select coalesce(json_agg(json_build_object('id', s.id, 'sv', s.name_sv, 'en', s.name_en) order by s.ordinal), '[]')
        from person_subject ps join subject s on s.id = ps.subject_id where ps.person_id = p.id) as subjects
    from found f join contact_card c using (person_id) join person p on p.id = c.person_id
    order by f.rank desc, p.name collate "sv-SE-x-icu", p.id`
  const rows = await db.transaction().execute(async (trx) => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(alikeEnough)}, true)`.execute(
      trx,
    )
    return (await search.execute(trx)).rows
  })
  return { contacts: rows, total: rows[0]?.total ?? 0 }
}

/** A word as it is bent, begun or misspelt. */
function fits(word: string): RawBuilder<unknown> {
  return sql`(c.search @@ ${looseQuery(word)} or ${foldedWord(word)} <% c.search_text)`
}

/** Both the word's stem and everything that begins with it; `word` holds letters and digits only. */
function looseQuery(word: string): RawBuilder<unknown> {
  return sql`(to_tsquery('swedish', ${word}) || to_tsquery('simple', ${`${word}:*`}))`
}

function narrowings(question: ContactQuestion, today: string): RawBuilder<unknown>[] {
  const { subject, figure, criterion, role, county, size, language } = question
  const about = (condition: RawBuilder<unknown>) =>
    sql`exists (select from person_subject ps where ps.person_id = c.person_id and ${condition})`
  const post: RawBuilder<unknown>[] = []
  if (role) post.push(sql`a.role = ${role}`)
  if (county) post.push(sql`o.county_code = ${county}`)
  if (size) {
    const { from, below } = sizes[size]
    post.push(sql`(select n.inhabitants from population n where n.organisation_code = o.code
      order by n.year desc limit 1) between ${from} and ${below - 1}`)
  }
  return [
    sql`exists (select from ${posts(today)} ${post.length ? sql`and ${sql.join(post, sql` and `)}` : sql``})`,
    ...(subject ? [about(sql`ps.subject_id = ${subject}`)] : []),
    ...(figure
      ? [about(sql`ps.subject_id in (select subject_id from subject_key_figure where figure_id = ${figure})`)]
      : []),
    ...(criterion
      ? [
          about(
            sql`ps.subject_id in (select subject_id from subject_criterion where criterion = ${Number(criterion)})`,
          ),
        ]
      : []),
    ...(language ? [sql`${language} = any(c.languages)`] : []),
  ]
}

export interface ContactCardView extends Contact {
  email: string | null
  phone: string
  shownTo: Audience
  emailShownTo: Audience
  phoneShownTo: Audience
}

/** The cards of people who are in the network today, with everything that could be shown. */
export async function listCards(
  db: Kysely<Database>,
  ids: number[],
  today: string,
): Promise<ContactCardView[]> {
  const { rows } = await sql<ContactCardView>`
    select p.id as "personId", p.name, p.title, p.email, p.phone, c.knows, c.helps_with as "helpsWith", c.languages,
      c.may_be_asked as "mayBeAsked", c.made_up as "madeUp", c.shown_to as "shownTo",
      c.email_shown_to as "emailShownTo", c.phone_shown_to as "phoneShownTo",
      (select coalesce(json_agg(json_build_object('role', a.role, 'code', o.code, 'organisation', o.name) order by o.kind, o.name), '[]')
        from ${posts(today)}) as posts,
      (select coalesce(json_agg(json_build_object('id', s.id, 'sv', s.name_sv, 'en', s.name_en) order by s.ordinal), '[]')
        from person_subject ps join subject s on s.id = ps.subject_id where ps.person_id = p.id) as subjects
    from contact_card c join person p on p.id = c.person_id and p.erased_at is null
    where c.person_id = any(${ids}) and exists (select from ${posts(today)})
    order by p.name collate "sv-SE-x-icu"`.execute(db)
  return rows
}

/** The contact politician and the contact official of an organisation who chose to be seen by everyone. */
export async function listPublicContacts(
  db: Kysely<Database>,
  organisationCode: string,
  today: string,
): Promise<
  { name: string; title: string; role: Role; email: string | null; phone: string; madeUp: boolean }[]
> {
  const { rows } = await sql<{
    name: string
    title: string
    role: Role
    email: string | null
    phone: string
    madeUp: boolean
  }>`
    select p.name, p.title, a.role, p.made_up as "madeUp",
      case when c.email_shown_to = 'everyone' then p.email end as email,
      case when c.phone_shown_to = 'everyone' then p.phone else '' end as phone
    from appointment a join person p on p.id = a.person_id join contact_card c on c.person_id = p.id
    where a.organisation_code = ${organisationCode} and a.role in ('contact-politician', 'contact-official')
      and a.since <= ${today} and (a.until is null or a.until > ${today})
      and c.shown_to = 'everyone' and p.erased_at is null
    order by a.role desc`.execute(db)
  return rows
}
