import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Audience } from './rules.ts'
import type { LetterKind } from './tables.ts'

export interface Letter {
  id: number
  kind: LetterKind
  subject: string
  body: string
  audience: unknown
  state: 'draft' | 'scheduled' | 'queued'
  sendAt: Date | null
  queuedAt: Date | null
  madeAt: Date
}

const columns = [
  'id',
  'kind',
  'subject',
  'body',
  'audience',
  'state',
  'send_at as sendAt',
  'queued_at as queuedAt',
  'made_at as madeAt',
] as const

export function listLetters(db: Kysely<Database>): Promise<Letter[]> {
  return db.selectFrom('letter').select(columns).orderBy('id', 'desc').limit(200).execute()
}

export function findLetter(db: Kysely<Database>, id: number): Promise<Letter | undefined> {
  return db.selectFrom('letter').select(columns).where('id', '=', id).executeTakeFirst()
}

/** The letter, held until the transaction ends, so that it is queued once whoever asks for it at the same time. */
export function lockLetter(trx: Transaction<Database>, id: number): Promise<Letter | undefined> {
  return trx.selectFrom('letter').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
}

export interface LetterText {
  kind: LetterKind
  subject: string
  body: string
  audience: Audience
}

export async function insertLetter(
  trx: Transaction<Database>,
  text: LetterText,
  madeBy: number,
): Promise<number> {
  const { id } = await trx
    .insertInto('letter')
    .values({ ...text, audience: JSON.stringify(text.audience), made_by: madeBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Changes a draft. False when it is no draft any more. */
export async function updateDraft(
  trx: Transaction<Database>,
  id: number,
  text: LetterText,
): Promise<boolean> {
  const changed = await trx
    .updateTable('letter')
    .set({ ...text, audience: JSON.stringify(text.audience) })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

export async function setState(
  trx: Transaction<Database>,
  id: number,
  state: Letter['state'],
  times: { send_at?: Date | null; queued_at?: Date },
): Promise<void> {
  await trx
    .updateTable('letter')
    .set({ state, ...times })
    .where('id', '=', id)
    .execute()
}

/** Scheduled letters whose time has come. */
export async function listDueLetters(db: Kysely<Database>): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from letter where state = 'scheduled' and send_at <= now() order by id`.execute(db)
  return rows.map(({ id }) => id)
}

export interface Recipient {
  personId: number
  name: string
  email: string
  language: 'sv' | 'en'
  organisation: string
  /** The role for which the person gets the letter. */
  role: string
  /** The mail server refused the address before. */
  refused: boolean
}

/** Who gets a letter of a kind: each person once, without those who declined it or have no address. */
export async function listRecipients(
  db: Kysely<Database>,
  audience: Audience,
  kind: LetterKind,
  today: string,
): Promise<Recipient[]> {
  const { roles, counties, kinds, lacking, organisations, observers } = audience
  if (roles.length === 0) return []
  const { rows } = await sql<Recipient>`
    select distinct on (p.id) p.id as "personId", p.name, p.email, p.language, o.name as organisation, a.role,
      p.email_failed_at is not null as refused
    from appointment a
    join person p on p.id = a.person_id and p.email is not null and p.erased_at is null
    join organisation o on o.code = a.organisation_code
    where a.since <= ${today} and (a.until is null or a.until > ${today}) and a.role = any(${roles})
      and (o.kind = 'association' or exists (select from membership m where m.organisation_code = o.code
        and m.since <= ${today} and (m.until is null or m.until > ${today}) and (m.kind = 'full' or ${observers})))
      and (cardinality(${counties}::text[]) = 0 or o.county_code = any(${counties}))
      and (cardinality(${kinds}::text[]) = 0 or o.kind = any(${kinds}))
      and (cardinality(${organisations}::text[]) = 0 or o.code = any(${organisations}))
      and (${lacking} = '' or not exists (select from appointment b where b.organisation_code = o.code
        and b.role = ${lacking} and b.since <= ${today} and (b.until is null or b.until > ${today})))
      and not exists (select from unsubscription u where u.person_id = p.id and u.kind = ${kind})
    order by p.id, o.kind, a.role`.execute(db)
  return rows
}

export interface LetterMail {
  personId: number
  recipient: string
  subject: string
  plain: string
  html: string
  unsubscribe: string
}

/** Puts all mails of a letter in the outbox at once; one that is there already is left alone. */
export async function insertLetterMails(
  trx: Transaction<Database>,
  letter: Letter,
  mails: LetterMail[],
): Promise<void> {
  const column = <Key extends keyof LetterMail>(key: Key) => mails.map((mail) => mail[key])
  await sql`
    insert into mail (kind, letter_id, person_id, recipient, subject, plain, html, unsubscribe)
    select ${`letter:${letter.kind}`}, ${letter.id}, * from unnest(
      ${column('personId')}::bigint[], ${column('recipient')}::text[], ${column('subject')}::text[],
      ${column('plain')}::text[], ${column('html')}::text[], ${column('unsubscribe')}::text[])
    on conflict (letter_id, person_id) where letter_id is not null do nothing`.execute(trx)
}

export interface Progress {
  all: number
  sent: number
  waiting: number
  refused: number
  doubt: number
}

export async function countProgress(db: Kysely<Database>, letterId: number): Promise<Progress> {
  const { rows } = await sql<Progress>`
    select count(*)::int as all,
      count(*) filter (where sent_at is not null)::int as sent,
      count(*) filter (where given_up_at is not null)::int as refused,
      count(*) filter (where sent_at is null and given_up_at is null and handed_at is not null and claimed_at is null)::int as doubt,
      count(*) filter (where sent_at is null and given_up_at is null and (handed_at is null or claimed_at is not null))::int as waiting
    from mail where letter_id = ${letterId}`.execute(db)
  return rows[0] ?? { all: 0, sent: 0, waiting: 0, refused: 0, doubt: 0 }
}

export interface Trouble {
  id: number
  recipient: string
  name: string | null
  failure: string | null
  kind: 'refused' | 'doubt'
}

/** The mails of a letter that did not arrive, or perhaps did not. */
export async function listTroubles(db: Kysely<Database>, letterId: number): Promise<Trouble[]> {
  const { rows } = await sql<Trouble>`
    select m.id, m.recipient, p.name, m.failure,
      case when m.given_up_at is not null then 'refused' else 'doubt' end as kind
    from mail m left join person p on p.id = m.person_id
    where m.letter_id = ${letterId} and m.sent_at is null
      and (m.given_up_at is not null or (m.handed_at is not null and m.claimed_at is null))
    order by kind, m.recipient`.execute(db)
  return rows
}

/** Lets those in doubt be sent once more. It is a person who decides that a copy is better than none. */
export async function resendDoubtful(trx: Transaction<Database>, letterId: number): Promise<void> {
  await sql`
    update mail set handed_at = null, failure = null, next_try_at = now()
    where letter_id = ${letterId} and sent_at is null and given_up_at is null and handed_at is not null
      and claimed_at is null`.execute(trx)
  await sql`select pg_notify('mail', '')`.execute(trx)
}

/** What the desk should know: letters on their way out, mails in doubt, addresses that were refused. */
export async function countForDesk(
  db: Kysely<Database>,
): Promise<{ scheduled: number; doubt: number; refused: number }> {
  const { rows } = await sql<{ scheduled: number; doubt: number; refused: number }>`
    select (select count(*) from letter where state = 'scheduled')::int as scheduled,
      (select count(distinct letter_id) from mail where letter_id is not null and sent_at is null and given_up_at is null
        and handed_at is not null and claimed_at is null)::int as doubt,
      (select count(*) from person where email_failed_at is not null and erased_at is null)::int as refused`.execute(
    db,
  )
  return rows[0] ?? { scheduled: 0, doubt: 0, refused: 0 }
}

/** The kinds of letters that somebody has declined. */
export async function listDeclined(db: Kysely<Database>, personId: number): Promise<LetterKind[]> {
  const rows = await db
    .selectFrom('unsubscription')
    .select('kind')
    .where('person_id', '=', personId)
    .execute()
  return rows.map(({ kind }) => kind)
}

export async function decline(trx: Transaction<Database>, personId: number, kind: LetterKind): Promise<void> {
  await trx
    .insertInto('unsubscription')
    .values({ person_id: personId, kind })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  // What still waits of this kind is not wanted either.
  await sql`
    update mail set given_up_at = now(), failure = 'unsubscribed'
    where person_id = ${personId} and kind = ${`letter:${kind}`} and sent_at is null and given_up_at is null
      and claimed_at is null and handed_at is null`.execute(trx)
}

export async function accept(trx: Transaction<Database>, personId: number, kind: LetterKind): Promise<void> {
  await trx.deleteFrom('unsubscription').where('person_id', '=', personId).where('kind', '=', kind).execute()
}

export async function eraseDeclined(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx.deleteFrom('unsubscription').where('person_id', '=', personId).execute()
}
