import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { eraseReceived, forgetReceived, readPersonalReceived } from '#platform/mail/receive-queries.ts'
import { eraseChoice, findChoice } from './choice-queries.ts'
import { replies } from './letterbox.ts'
import { routes } from './routes.tsx'
import { tellOfQuestions } from './tell.ts'

/** Mail of questions: what people are told, and answers by mail. */
export const questionMail: Domain<Database> = {
  name: 'question-mail',
  routes,
  menu: [],
  letterboxes: [replies],
  personalData: async (db, personId) => ({
    questionMail: {
      choice: await findChoice(db, personId),
      received: await readPersonalReceived(db, personId),
    },
  }),
  erase: async (trx, personId) => {
    await eraseChoice(trx, personId)
    await eraseReceived(trx, personId)
  },
  jobs: [
    {
      name: 'mail-of-questions',
      schedule: '* * * * *',
      run: async (context) => {
        await tellOfQuestions(context)
      },
    },
    {
      name: 'forget-received-mail',
      schedule: '50 3 * * *',
      run: async ({ db }) => {
        await act(db, null, 'forget received mail', forgetReceived)
      },
    },
  ],
}
