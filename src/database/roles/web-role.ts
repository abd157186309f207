import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Connection, clientConfig } from '../connect.ts'

/** The role that serves and works in the embedded database. */
export const webRole = 'ekokommun_web'

/** A password that needs no quoting anywhere. */
export function newPassword(): string {
  return randomBytes(24).toString('base64url')
}

/** Makes the web role where it is missing, and lets it in with this password. */
export async function ensureWebRole(owner: Connection, password: string): Promise<void> {
  const client = new pg.Client(clientConfig(owner))
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [webRole])
    const attributes = `login nosuperuser nocreatedb nocreaterole noreplication password '${password}'`
    await client.query(`${rowCount ? 'alter' : 'create'} role ${webRole} ${attributes}`)
  } finally {
    await client.end()
  }
}
