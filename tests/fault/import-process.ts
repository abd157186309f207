// A program of its own that does nothing but perform the imports from Kolada that wait, to be killed in the middle.
import { connect } from '../../src/database/connect.ts'
import { performWaiting } from '../../src/domains/importing/perform.ts'
import { readConfig } from '../../src/platform/config.ts'

const db = connect({ connectionString: process.env.DATABASE_URL ?? '' })
const config = readConfig({ KOLADA_URL: process.env.KOLADA_URL, KOLADA_RATE: '1000' })
const done = await performWaiting({ db, config, today: '2026-11-23' }, 'kolada')
await db.destroy()
process.exit(done ? 0 : 3)
