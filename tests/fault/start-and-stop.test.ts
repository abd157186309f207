import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import {
  clear,
  connectTo,
  copyFolder,
  freshFolder,
  installIn,
  type Program,
  postmasterOf,
  serversIn,
  start,
  startThroughStarter,
} from './program.ts'

// Real programs on real disks: on a busy machine a single start may take many seconds.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const homes: string[] = []
const folders: string[] = []
let home = ''
let filled = ''

beforeAll(async () => {
  const top = await freshFolder()
  homes.push(top)
  home = await installIn(join(top, 'ekokommun'))
  filled = join(top, 'data')
  const program = start(home, { DATA_DIR: filled })
  await program.ready()
  await program.stop()
})
afterEach(() => clear(folders))
afterAll(() => clear(homes))

test('a first start on an empty folder serves, and SIGTERM stops program and database', async () => {
  const dataDir = await emptyFolder()
  const program = start(home, { DATA_DIR: dataDir })
  expect(await statusOf(await program.ready())).toBe(200)
  expect(serversIn(dataDir).length).toBeGreaterThan(0)
  expect(await program.stop()).toBe(0)
  expectStopped(dataDir)
})

test.for(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s stops program and database in an orderly way, however often it is said',
  async (signal) => {
    const dataDir = await usedFolder()
    const program = start(home, { DATA_DIR: dataDir })
    await program.ready()
    program.tell(signal)
    program.tell(signal)
    await pause(50)
    program.tell('SIGTERM')
    expect(await program.end()).toBe(0)
    expectStopped(dataDir)
    expect(await readFile(join(dataDir, 'postgres', 'server.log'), 'utf8')).toMatch(
      /database system is shut down\s*$/,
    )
  },
)

test('told to stop in the middle of its first start, it leaves no server, and the next start works', async () => {
  const dataDir = await emptyFolder()
  for (const delay of [150, 700, 1200, 0]) {
    const program = start(home, { DATA_DIR: dataDir })
    await pause(delay)
    while (!program.output.includes('Starting the database')) await pause(5)
    program.tell('SIGTERM')
    expect(await program.end()).toBe(0)
    expect(program.output).not.toMatch(/\n\s+at /)
    expectStopped(dataDir)
  }
  expect(await statusOf(await start(home, { DATA_DIR: dataDir }).ready())).toBe(200)
})

test('killed at any moment of its first start, it starts the next time', async () => {
  const dataDir = await emptyFolder()
  for (const delay of [300, 700, 1100, 1600]) {
    const program = start(home, { DATA_DIR: dataDir })
    await pause(delay)
    program.tell('SIGKILL')
    await program.end()
  }
  const program = start(home, { DATA_DIR: dataDir })
  expect(await statusOf(await program.ready())).toBe(200)
  expect(await program.stop()).toBe(0)
  expectStopped(dataDir)
})

test('a second start on the same folder says who uses it, and the first goes on', async () => {
  const dataDir = await usedFolder()
  const first = start(home, { DATA_DIR: dataDir })
  const address = await first.ready()
  const second = start(home, { DATA_DIR: dataDir })
  expect(await second.end()).toBe(1)
  expect(second.output).toContain(
    `Another Ekokommun (process ${first.pid}, ${address}) already uses ${dataDir}`,
  )
  expect(second.output).not.toMatch(/\n\s+at /)
  expect(await statusOf(address)).toBe(200)
})

test('of two first starts in the same moment exactly one serves, and the other says why it does not', async () => {
  const dataDir = await emptyFolder()
  const both = [start(home, { DATA_DIR: dataDir }), start(home, { DATA_DIR: dataDir })]
  const ready = await Promise.allSettled(both.map((program) => program.ready()))
  expect(ready.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const loser = both.find((program) => program.ended)
  expect(loser?.output).toMatch(/Another Ekokommun \(process \d+.*\) already uses/)
  expect(await loser?.end()).toBe(1)
  const winner = both.find((program) => program !== loser)
  expect(await winner?.stop()).toBe(0)
  expectStopped(dataDir)
})

test('a start while the former program still stops waits for it and then serves', async () => {
  const dataDir = await usedFolder()
  let former = start(home, { DATA_DIR: dataDir })
  await former.ready()
  for (const delay of [20, 70, 120]) {
    former.tell('SIGTERM')
    await pause(delay)
    const next = start(home, { DATA_DIR: dataDir })
    expect(await former.end()).toBe(0)
    // Too early it is told of the former program; never does it use a server that goes away.
    if (
      await next.ready().then(
        () => false,
        () => true,
      )
    ) {
      expect(next.output).toContain(`Another Ekokommun (process ${former.pid}`)
      former = start(home, { DATA_DIR: dataDir })
    } else former = next
    expect(await statusOf(await former.ready())).toBe(200)
  }
})

test('killed 20 times while rows are written, it takes over its server and every acknowledged row is there', async () => {
  const dataDir = await usedFolder()
  const server = new Set<number | undefined>()
  await writeAndKill(dataDir, 20, (program) => {
    server.add(postmasterOf(dataDir))
    program.tell('SIGKILL')
  })
  expect(server.size).toBe(1)
})

test('killed 5 times together with its database while rows are written, it recovers every acknowledged row', async () => {
  const dataDir = await usedFolder()
  await writeAndKill(dataDir, 5, (program) => {
    program.tell('SIGKILL')
    process.kill(postmasterOf(dataDir) ?? 0, 'SIGKILL')
  })
})

test('when the database is killed under it, it says so and ends, and the next start serves', async () => {
  const dataDir = await usedFolder()
  const program = start(home, { DATA_DIR: dataDir })
  await program.ready()
  process.kill(postmasterOf(dataDir) ?? 0, 'SIGKILL')
  expect(await program.end()).toBe(1)
  expect(program.output).toContain('The database has stopped')
  const next = start(home, { DATA_DIR: dataDir })
  expect(await statusOf(await next.ready())).toBe(200)
})

test('a note of a server that is long gone, with a number that another program has now, does not stop the start', async () => {
  const dataDir = await usedFolder()
  const program = start(home, { DATA_DIR: dataDir })
  await program.ready()
  const note = join(dataDir, 'postgres', 'postmaster.pid')
  const lines = (await readFile(note, 'utf8')).split('\n')
  expect(await program.stop()).toBe(0)
  await writeFile(note, [process.pid, ...lines.slice(1)].join('\n'))
  const next = start(home, { DATA_DIR: dataDir })
  expect(await statusOf(await next.ready())).toBe(200)
  expect(await next.stop()).toBe(0)
})

test('when its starter is killed, it stops itself and the database', async () => {
  const dataDir = await usedFolder()
  const starter = startThroughStarter(home, { DATA_DIR: dataDir })
  const address = await starter.ready()
  starter.tell('SIGKILL')
  // The program holds the starter's output open until it ends itself.
  await once(starter.child, 'close')
  expect(starter.output).toContain('Stopping')
  expectStopped(dataDir)
  await expect(statusOf(address)).rejects.toThrow()
})

test('the starter hands SIGTERM on and ends as the program does', async () => {
  const dataDir = await usedFolder()
  const starter = startThroughStarter(home, { DATA_DIR: dataDir })
  await starter.ready()
  starter.tell('SIGTERM')
  starter.tell('SIGINT')
  expect(await starter.end()).toBe(0)
  expectStopped(dataDir)
})

test.for<[string, Record<string, string>]>([
  ['PORT', { PORT: 'abc' }],
  ['PORT', { PORT: '70000' }],
  ['MODE', { MODE: 'live' }],
  ['BASE_URL', { MODE: 'production' }],
  ['DATABASE_URL', { DATABASE_URL: 'http://x' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' }],
  ['DATA_DIR', { DATA_DIR: '/dev/null/data' }],
])('the wrong setting of %s %o ends the start with one plain message', async ([name, settings]) => {
  const program = start(home, settings)
  expect(await program.end()).toBe(1)
  expect(program.output).toContain(name)
  expect(program.output).not.toMatch(/\n\s+at |Error:|secret/)
  expect(program.output.trim().split('\n').length).toBeLessThanOrEqual(3)
})

test('a port that is taken is said, and the database is stopped again', async () => {
  const dataDir = await usedFolder()
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const program = start(home, { DATA_DIR: dataDir, PORT: String(port) })
  expect(await program.end()).toBe(1)
  expect(program.output).toContain(`Port ${port} is taken`)
  expect(program.output).not.toMatch(/\n\s+at /)
  expectStopped(dataDir)
  taken.close()
})

test('production begins without anything made up', async () => {
  const dataDir = await emptyFolder()
  const program = start(home, { DATA_DIR: dataDir, MODE: 'production', BASE_URL: 'https://eko.example' })
  const address = await program.ready()
  for (const path of ['/', '/en/']) {
    expect(await (await fetch(address + path)).text()).not.toContain('demo-banner')
  }
  const client = await connectTo(dataDir)
  const { rows } = await client.query(`select
    (select count(*)::int from key_figure_value where basis = 'made-up') as made_up,
    (select count(*)::int from membership) as members,
    (select count(*)::int from person) as people`)
  await client.end()
  expect(rows).toEqual([{ made_up: 0, members: 0, people: 0 }])
  expect(program.output).not.toContain('emonstration')
})

test('a wrong row in a reference file ends the start with file, line and reason, and stops the database', async () => {
  const dataDir = await usedFolder()
  const faulty = await installIn(join(await emptyFolder(), 'ekokommun'))
  const file = join(faulty, 'reference', 'regions.csv')
  const lines = (await readFile(file, 'utf8')).split('\n')
  await writeFile(file, [...lines.slice(0, 2), '12,Region Fel,01', ...lines.slice(2)].join('\n'))
  const program = start(faulty, { DATA_DIR: dataDir })
  expect(await program.end()).toBe(1)
  expect(program.output).toMatch(/reference\/regions\.csv:3: .*four digits/)
  expect(program.output).not.toMatch(/\n\s+at /)
  expectStopped(dataDir)
})

/** Writes rows through a connection of its own, kills, starts again and looks for every acknowledged row; many times. */
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
      const until = Date.now() + 60 + 10 * (round % 7)
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

async function emptyFolder(): Promise<string> {
  const folder = await freshFolder()
  folders.push(folder)
  return folder
}

/** A data folder that the program has used before, which spares the time of a first start. */
async function usedFolder(): Promise<string> {
  const folder = join(await emptyFolder(), 'data')
  copyFolder(filled, folder)
  return folder
}

async function statusOf(address: string): Promise<number> {
  const answer = await fetch(address)
  await answer.arrayBuffer()
  return answer.status
}

function expectStopped(dataDir: string): void {
  expect(serversIn(dataDir)).toEqual([])
  expect(postmasterOf(dataDir)).toBeUndefined()
}
