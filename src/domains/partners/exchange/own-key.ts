import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Secrets } from '#platform/secrets.ts'
import { findKey, insertKey, retireKey } from './queries.ts'
import { makeKeys, type SignedDocument, signDocument } from './signing.ts'

/** Makes this installation's key pair if there is none. The private key is kept sealed. */
export async function ensureKey(trx: Transaction<Database>, secrets: Secrets): Promise<void> {
  if (await findKey(trx)) return
  const { publicKey, privateKey } = makeKeys()
  await insertKey(trx, { publicKey, sealed: secrets.seal(privateKey) })
}

/** Makes a new key pair in place of the old one, which others must then pin anew. */
export async function renewKey(trx: Transaction<Database>, secrets: Secrets, now: Date): Promise<void> {
  await retireKey(trx, now)
  await ensureKey(trx, secrets)
}

/** Signs a document with our key; undefined while there is none. */
export async function signByOwnKey(
  db: Kysely<Database>,
  secrets: Secrets,
  content: object,
): Promise<SignedDocument | undefined> {
  const key = await findKey(db)
  return key && signDocument(content, { publicKey: key.publicKey, privateKey: secrets.unseal(key.sealed) })
}
