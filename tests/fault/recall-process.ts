// A program of its own that tells followers of corrections, to be killed in the middle.
import { connect } from '../../src/database/connect.ts'
import { tellFollowers } from '../../src/domains/recalls/tell.ts'
import { createSecrets } from '../../src/platform/secrets.ts'

const db = connect({ connectionString: process.env.DATABASE_URL ?? '' })
const secrets = createSecrets('a secret of the tests, long enough')
await tellFollowers({ db, baseUrl: 'https://eko.example', secrets }, new Date('2026-11-25T00:00:00Z'))
await db.destroy()
