import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { home, openHouse, statusOf, usedFolder } from './house.ts'
import { connectTo, type Program, postmasterOf, start } from './program.ts'

openHouse()

test('killed at seven moments while rows are written, it takes over its server and every acknowledged row is there', async () => {
  const dataDir = await usedFolder()
  const server = new Set<number | undefined>()
  await writeAndKill(dataDir, 7, (program) => {
    server.add(postmasterOf(dataDir))
    program.tell('SIGKILL')
  })
  expect(server.size).toBe(1)
})

test('killed 4 times together with its database while rows are written, it recovers every acknowledged row', async () => {
  const dataDir = await usedFolder()
  await writeAndKill(dataDir, 4, (program) => {
    program.tell('SIGKILL')
    process.kill(postmasterOf(dataDir) ?? 0, 'SIGKILL')
  })
})

test('when the database is killed under it, it says so and ends, and the next start serves', async () => {
  const dataDir = await usedFolder()
  const program = start(home, { DATA_DIR: dataDir })
  await program.ready()
  const note = join(dataDir, 'postgres', 'postmaster.pid')
  const lines = (await readFile(note, 'utf8')).split('\n')
  process.kill(postmasterOf(dataDir) ?? 0, 'SIGKILL')
  expect(await program.end()).toBe(1)
  expect(program.output).toContain('The database has stopped')
  const next = start(home, { DATA_DIR: dataDir })
  expect(await statusOf(await next.ready())).toBe(200)
  expect(await next.stop()).toBe(0)
  // Nor does a note of a server that is long gone stop a start, with a number that another program has now.
  await writeFile(note, [process.pid, ...lines.slice(1)].join('\n'))
  const last = start(home, { DATA_DIR: dataDir })
  expect(await statusOf(await last.ready())).toBe(200)
  expect(await last.stop()).toBe(0)
})

/** Writes rows through a connection of its own, kills, starts again and looks for every acknowledged row; each time a little later. */
async function writeAndKill(
  dataDir: string,
  rounds: number,
  kill: (program: Program) => void,
): Promise<void> {
  const acknowledged: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const program = start(home, { DATA_DIR: dataDir })
    await program.ready()
    const client = await connectTo(dataDir)
    await client.query('create table if not exists fault_row (id int primary key)')
    const { rows } = await client.query<{ id: number }>('select id from fault_row')
    const there = new Set(rows.map(({ id }) => id))
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
    if (round < rounds) {
      const until = Date.now() + 60 + 10 * round
      const written = writeUntilBroken(client, (round + 1) * 100_000, acknowledged)
      while (Date.now() < until) await pause(5)
      kill(program)
      await program.end()
      await client.end().catch(() => {})
      await written
    }
  }
  expect(acknowledged.length).toBeGreaterThan(rounds)
}

async function writeUntilBroken(
  client: Awaited<ReturnType<typeof connectTo>>,
  from: number,
  acknowledged: number[],
): Promise<void> {
  for (let id = from; ; id += 1) {
    try {
      await client.query('insert into fault_row values ($1)', [id])
    } catch {
      return
    }
    acknowledged.push(id)
  }
}
