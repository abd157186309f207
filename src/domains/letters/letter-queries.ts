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

/** Scheduled letters whose time has come at an instant. */
export async function listDueLetters(db: Kysely<Database>, now: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from letter where state = 'scheduled' and send_at <= ${now} order by id`.execute(db)
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
