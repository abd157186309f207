import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { bundleForNode } from '../../bin/build.mjs'
import { connectionStringOf } from '../support/connection-string.ts'
import { loadedDatabase } from '../support/database.ts'

vi.setConfig({ testTimeout: 180_000 })

const asked = 400

test('400 people are mailed of a question once each, although two workers are killed again and again', async () => {
  const database = await loadedDatabase()
  const { db } = database
  const program = resolve(`build/question-mail-process-${process.pid}.js`)
  await bundleForNode('tests/fault/question-mail-process.ts', program)
  const start = (): ChildProcess =>
    spawn(resolve('node_modules/node/bin/node'), [program], {
      env: { ...process.env, DATABASE_URL: connectionStringOf(database.connection) },
      stdio: 'inherit',
    })
  const written = async () =>
    (
      await sql<{ n: number }>`select count(*)::int as n from mail
        where kind = 'question' and recipient like '%@mejl.example'`.execute(db)
    ).rows[0]?.n ?? 0
  try {
    await sql`with person as (
        insert into person (name, email, made_up) select 'P ' || n, 'p' || n || '@mejl.example', true
        from generate_series(1, ${asked}) n returning id),
      post as (insert into appointment (person_id, organisation_code, role, since)
        select id, '1382', 'member-user', '2026-01-01' from person),
      question as (insert into question (title, language, made_up) values ('Hur gör ni?', 'sv', true) returning id)
      insert into question_notice (person_id, question_id, kind, created_at)
      select person.id, question.id, 'asked', '2026-11-25T11:00Z' from person, question`.execute(db)
    for (const enough of [1, 60, 180]) {
      const workers = [start(), start()]
      const ended = workers.map((worker) => once(worker, 'exit'))
      while ((await written()) < enough && workers.some(({ exitCode }) => exitCode === null)) await pause(2)
      for (const worker of workers) worker.kill('SIGKILL')
      await Promise.all(ended)
    }
    expect(await written()).toBeLessThan(asked)
    expect(await once(start(), 'exit')).toEqual([0, null])
    expect(await once(start(), 'exit')).toEqual([0, null])

    const { rows } = await sql<{ times: number }>`
      select count(*)::int as times from mail where kind = 'question' and recipient like '%@mejl.example'
      group by recipient`.execute(db)
    expect(rows).toHaveLength(asked)
    expect(rows.filter(({ times }) => times !== 1)).toEqual([])
    const { rows: left } = await sql`select from question_notice where mailed_at is null
      and created_at = '2026-11-25T11:00Z'`.execute(db)
    expect(left).toEqual([])
  } finally {
    await Promise.all([program, `${program}.map`].map((file) => rm(file, { force: true })))
    await database.drop()
  }
})
