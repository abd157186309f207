import { expect, test } from 'vitest'
import { emptyForThisTest } from '../../../tests/support/database.ts'

test('nobody asks a question without a title', async () => {
  const db = await emptyForThisTest()
  const question = { title: '', language: 'sv' as const, asked_by: null, organisation_code: null }
  await expect(db.insertInto('question').values(question).execute()).rejects.toThrow('question_title_check')
})
