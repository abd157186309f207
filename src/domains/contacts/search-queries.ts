import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Role } from '#domains/accounts/index.ts'
import { contactsPerPage, mostCounted, type Size, searchWords, sizes } from './rules.ts'
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

/** Today's posts of a person in the network: in a member organisation, or in the association itself. */
const posts = (today: string) => sql`
  appointment a join organisation o on o.code = a.organisation_code
  where a.person_id = c.person_id and a.since <= ${today} and (a.until is null or a.until > ${today})
    and a.role <> 'applicant'
    and (o.kind = 'association' or exists (select from membership m where m.organisation_code = o.code
      and m.since <= ${today} and (m.until is null or m.until > ${today})))`

/** People of the network who fit, best first, and how many they are, counted to {@link mostCounted}. */
export async function searchContacts(
  db: Kysely<Database>,
  question: ContactQuestion,
  today: string,
): Promise<{ contacts: Contact[]; total: number }> {
  const words = await correctWords(db, searchWords(question.text))
  const found = words.length > 0 ? bestFitting(question, words, today) : alphabetical(question, today)
  const search = sql<Contact & { total: number }>`
    with ${activeOrganisations(question, today)}, ${found}
    select p.id as "personId", p.name, p.title, c.knows, c.helps_with as "helpsWith", c.languages,
      c.may_be_asked as "mayBeAsked", c.made_up as "madeUp", f.total,
      (select coalesce(json_agg(json_build_object('role', a.role, 'code', o.code, 'organisation', o.name) order by o.kind, o.name), '[]')
        from ${posts(today)}) as posts,
      (select coalesce(json_agg(json_build_object('id', s.id, 'sv', s.name_sv, 'en', s.name_en) order by s.ordinal), '[]')
        from person_subject ps join subject s on s.id = ps.subject_id where ps.person_id = p.id) as subjects
    from found f join contact_card c using (person_id) join person p on p.id = c.person_id
    order by f.place`
  const { rows } = await search.execute(db)
  return { contacts: rows, total: rows[0]?.total ?? 0 }
}

const paging = ({ page }: ContactQuestion) =>
  sql`limit ${contactsPerPage} offset ${(page - 1) * contactsPerPage}`

/** All who fit have to be weighed, so they are counted on the way. */
function bestFitting(question: ContactQuestion, words: Word[], today: string): RawBuilder<unknown> {
  const rank = sql.join(words.map(weight), sql` + `)
  return sql`found as (
    select person_id, total, row_number() over (order by rank desc, person_id) as place from (
      select c.person_id, ${rank} as rank, least(count(*) over (), ${mostCounted})::int as total
      from contact_card c
      where ${sql.join([...words.map(fits), ...narrowings(question, today)], sql` and `)}
      order by rank desc, c.person_id ${paging(question)}) as best)`
}

/** Walks the names in Swedish order, and counts apart from that, only so far as anybody wants to know. */
function alphabetical(question: ContactQuestion, today: string): RawBuilder<unknown> {
  const those = sql`from person p join contact_card c on c.person_id = p.id
    where p.erased_at is null and ${sql.join(narrowings(question, today), sql` and `)}`
  return sql`found as (
    select person_id, (select count(*)::int from (select ${those} limit ${mostCounted}) as counted) as total,
      row_number() over () as place
    from (select c.person_id ${those} order by p.name collate "sv-SE-x-icu", p.id ${paging(question)}) as page)`
}

/** A word that was typed, and the nearest words that people have used when nobody has used it. */
interface Word {
  typed: string
  alike: string[]
}

/** How alike two words must be, of 1. Two letters that changed places in a word of nine are 0.43. */
const alikeEnough = 0.4

/** Finds the nearest known words for those that are misspelt or written without their rings and dots. */
async function correctWords(db: Kysely<Database>, typed: string[]): Promise<Word[]> {
  if (typed.length === 0) return []
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('pg_trgm.similarity_threshold', ${String(alikeEnough)}, true)`.execute(trx)
    const { rows } = await sql<Word>`
      select t.typed, case when exists (select from contact_word w where w.word ^@ t.typed) then '{}' else array(
        select w.word from contact_word w where w.folded % fold_word(t.typed)
        order by similarity(w.folded, fold_word(t.typed)) desc, w.word limit 6) end as alike
      from unnest(${typed}::text[]) with ordinality as t (typed, place) order by t.place`.execute(trx)
    return rows
  })
}

/** How well a word fits: by the word itself, or by one that is alike. */
function weight(word: Word): RawBuilder<unknown> {
  return sql`ts_rank(c.search, ${queryOf(word)})`
}

/** Whether a word is on the card: bent, begun or misspelt. */
function fits(word: Word): RawBuilder<unknown> {
  return sql`c.search @@ ${queryOf(word)}`
}

/** The word's stem and all that begins with it; words hold letters and digits only. */
function queryOf({ typed, alike }: Word): RawBuilder<unknown> {
  // Two letters begin too many words to be of help.
  const beginning = typed.length > 2 ? `${typed}:*` : typed
  const queries = [
    sql`to_tsquery('swedish', ${typed})`,
    sql`to_tsquery('simple', ${beginning})`,
    ...alike.map((word) => sql`plainto_tsquery('swedish', ${word})`),
  ]
  return sql`(${sql.join(queries, sql` || `)})`
}

/** The organisations of the network today that fit what is asked for. */
function activeOrganisations({ county, size }: ContactQuestion, today: string): RawBuilder<unknown> {
  const where: RawBuilder<unknown>[] = [
    sql`(o.kind = 'association' or exists (select from membership m where m.organisation_code = o.code
      and m.since <= ${today} and (m.until is null or m.until > ${today})))`,
  ]
  if (county) where.push(sql`o.county_code = ${county}`)
  if (size) {
    const { from, below } = sizes[size]
    where.push(sql`(select n.inhabitants from population n where n.organisation_code = o.code
      order by n.year desc limit 1) between ${from} and ${below - 1}`)
  }
  return sql`active as materialized (select o.code from organisation o where ${sql.join(where, sql` and `)})`
}

function narrowings(
  { subject, figure, criterion, role, language }: ContactQuestion,
  today: string,
): RawBuilder<unknown>[] {
  const about = (condition: RawBuilder<unknown>) =>
    sql`c.person_id in (select ps.person_id from person_subject ps where ${condition})`
  return [
    sql`c.shown_to <> 'nobody'`,
    sql`exists (select from appointment a
      where a.person_id = c.person_id and a.organisation_code in (select code from active)
        and a.since <= ${today} and (a.until is null or a.until > ${today})
        and ${role ? sql`a.role = ${role}` : sql`a.role <> 'applicant'`})`,
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
