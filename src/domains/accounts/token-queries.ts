import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import { hashOf, newToken } from '#platform/secrets.ts'

/** What a one-time token opens. */
export type TokenPurpose =
  | 'login'
  | 'invitation'
  | 'organisation-login'
  | 'passkey-login'
  | 'passkey-new'
  | 'new-address'
  | 'application-start'
  | 'follow'

/** Makes a token that works once and for so many minutes. Only its hash is stored. */
export async function issueToken(
  db: Kysely<Database>,
  token: { purpose: TokenPurpose; personId?: number | null; data?: object; minutes: number },
): Promise<string> {
  const secret = newToken()
  await sql`
    insert into one_time_token (hash, purpose, person_id, data, expires_at)
    values (${hashOf(secret)}, ${token.purpose}, ${token.personId ?? null}, ${JSON.stringify(token.data ?? {})},
      now() + make_interval(mins => ${token.minutes}))`.execute(db)
  return secret
}

export interface UsedToken {
  person_id: number | null
  data: unknown
  purpose: string
}

/** Uses a token up. Two who come with the same one: the first gets it, the other nothing. */
export async function takeToken(
  db: Kysely<Database>,
  secret: string,
  purposes: TokenPurpose[],
): Promise<UsedToken | undefined> {
  return db
    .deleteFrom('one_time_token')
    .where('hash', '=', hashOf(secret))
    .where('purpose', 'in', purposes)
    .where('expires_at', '>', new Date())
    .returning(['person_id', 'data', 'purpose'])
    .executeTakeFirst()
}

/** Whether a token would still work, without using it. */
export async function isTokenGood(db: Kysely<Database>, secret: string): Promise<boolean> {
  const found = await db
    .selectFrom('one_time_token')
    .select('hash')
    .where('hash', '=', hashOf(secret))
    .where('expires_at', '>', new Date())
    .executeTakeFirst()
  return found !== undefined
}

export async function deleteExpiredTokens(db: Kysely<Database>): Promise<void> {
  await db.deleteFrom('one_time_token').where('expires_at', '<', new Date()).execute()
  await sql`delete from rate_limit where expire < extract(epoch from now()) * 1000`.execute(db)
}
