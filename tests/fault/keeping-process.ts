// A program of its own that does nothing but keep files, to be killed in the middle. It tells each one that is safe.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { connect } from '../../src/database/connect.ts'
import { keepFile, keepFilesIn } from '../../src/platform/files/store/index.ts'
import { storeOf } from '../support/s3-server.ts'

const db = connect({ connectionString: process.env.DATABASE_URL ?? '' })
keepFilesIn(storeOf(process.env.FILE_STORE ?? ''))
const { rows } = await sql<{ code: string }>`
  select code from organisation order by code offset ${Number(process.env.FIRST)}`.execute(db)
for (const { code } of rows) {
  const kept = await db.transaction().execute(async (trx) => {
    const { outside } = await keepFile(trx, randomBytes(400_000))
    await sql`insert into organisation_profile (organisation_code, logo_sha256) values (${code}, ${outside})
      on conflict (organisation_code) do update set logo = null, logo_sha256 = excluded.logo_sha256`.execute(
      trx,
    )
    return outside
  })
  process.stdout.write(`${code} ${kept}\n`)
}
await db.destroy()
