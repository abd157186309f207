import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { expect, onTestFinished } from 'vitest'
import type { Database } from '../../src/database/tables.ts'

/** A copy of the reference facts in which files can be changed; gone when the test ends. */
export async function copyOfFacts() {
  const folder = await mkdtemp(join(tmpdir(), 'ekokommun-facts-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await cp('reference', folder, { recursive: true })
  return {
    folder,
    change: async (name: string, from: string | RegExp, to: string) => {
      const before = await readFile(join(folder, name), 'utf8')
      const after = before.replace(from, to)
      expect(after, `nothing to change in ${name}`).not.toBe(before)
      await writeFile(join(folder, name), after)
    },
  }
}

/** Every reading of one value, oldest knowledge first. */
export function readingsOf(db: Kysely<Database>, figure: string, code: string, year: number) {
  return db
    .selectFrom('key_figure_value')
    .where('key_figure_id', '=', figure)
    .where('organisation_code', '=', code)
    .where('year', '=', year)
    .orderBy('known_from')
    .selectAll()
    .execute()
}

export async function countOf(db: Kysely<Database>, table: keyof Database): Promise<number> {
  const counting = db.selectFrom(table).select((eb) => eb.fn.countAll().as('count'))
  return Number((await counting.executeTakeFirst())?.count)
}
