// A program of its own that mails people of questions, to be killed in the middle.
import { connect } from '../../src/database/connect.ts'
import { tellOfQuestions } from '../../src/domains/questions/mail/tell.ts'
import { readConfig } from '../../src/platform/config.ts'
import { createSecrets } from '../../src/platform/secrets.ts'

const db = connect({ connectionString: process.env.DATABASE_URL ?? '' })
await tellOfQuestions({
  db,
  config: readConfig({ BASE_URL: 'https://eko.example', MAIL_IN_DOMAIN: 'svar.eko.example' }),
  secrets: createSecrets('a secret of the tests, long enough'),
  now: new Date('2026-11-25T12:00:00Z'),
  today: '2026-11-25',
})
await db.destroy()
