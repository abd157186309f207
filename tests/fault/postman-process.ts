// A program of its own that does nothing but empty the outbox, to be killed in the middle.
import { connect } from '../../src/database/connect.ts'
import { startPostman } from '../../src/platform/mail/deliver.ts'

const db = connect({ connectionString: process.env.DATABASE_URL ?? '' })
const postman = startPostman(db, process.env.SMTP_URL ?? '', {
  name: 'Ekokommun',
  address: 'noreply@eko.example',
})
await postman.idle()
await postman.stop()
await db.destroy()
