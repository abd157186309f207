import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { bundleForNode } from '../../bin/build.mjs'
import type { Connection } from '../../src/database/connect.ts'
import { findRun, insertRun, listItems } from '../../src/domains/importing/run-queries.ts'
import { connectionStringOf } from '../support/connection-string.ts'
import { loadedDatabase } from '../support/database.ts'
import { koladaStub } from '../support/kolada-stub.ts'
import { recorded } from '../support/recorded-sources.ts'

vi.setConfig({ testTimeout: 300_000 })

const program = resolve('build', 'import-process.js')

test('an import that is killed again and again goes on with what is left, and writes nothing twice', async () => {
  const database = await loadedDatabase()
  const { db } = database
  const kolada = await koladaStub((_, unit, year) =>
    year >= 2015 && year < 2025 ? Number(unit) + year / 1e4 : undefined,
  )
  await bundleForNode('tests/fault/import-process.ts', program)
  const [kpi] = recorded.kpis
  const origins = await db.selectFrom('key_figure_origin').select(['key_figure_id', 'foreign_id']).execute()
  const ids = [...new Set(origins.map(({ foreign_id }) => foreign_id))]
  kolada.kpis = ids.map((id) => ({ ...kpi, id, municipality_type: 'K' }))
  try {
    const id = await insertRun(db, { adapter: 'kolada', startedBy: 'button', personId: null, dry: false })
    const over = async () => (await listItems(db, id)).filter(({ state }) => state !== 'waiting').length
    for (const enough of [2, 6, 10]) {
      const importing = startImport(database.connection, kolada.url)
      while ((await over()) < enough) {
        if (importing.exitCode !== null) throw new Error(`The import ended with ${importing.exitCode}`)
        await pause(5)
      }
      importing.kill('SIGKILL')
      await once(importing, 'exit')
    }
    expect(await findRun(db, id)).toMatchObject({ state: 'running' })
    const last = startImport(database.connection, kolada.url)
    expect((await once(last, 'exit'))[0]).toBe(0)

    expect(await findRun(db, id)).toMatchObject({ state: 'done', failed: 0, items: origins.length })
    const { rows } = await sql<{ figure: string; current: number; history: number }>`
      select key_figure_id as figure, count(*) filter (where known_until is null)::int as current, count(*)::int as history
      from key_figure_value where source_id = 'kolada' group by 1`.execute(db)
    expect(rows.map(({ figure }) => figure).sort()).toEqual(origins.map((one) => one.key_figure_id).sort())
    for (const row of rows) expect(row).toMatchObject({ current: 2900, history: 2900 })
    // A figure is asked for once, and once more for each kill that hit it: the one written, and the next one asked for.
    const firstQuestions = kolada.asked.filter((path) =>
      /\/data\/.*municipality\/0114.*year\/1990/.test(path),
    )
    expect(firstQuestions.length).toBeLessThanOrEqual(origins.length + 2 * 3)
  } finally {
    await kolada.close()
    await database.drop()
  }
})

function startImport(connection: Connection, koladaUrl: string): ChildProcess {
  return spawn(resolve('node_modules/node/bin/node'), [program], {
    env: { ...process.env, DATABASE_URL: connectionStringOf(connection), KOLADA_URL: koladaUrl },
    stdio: 'inherit',
  })
}
