import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { emptyFolder, expectStopped, home, openHouse, statusOf, usedFolder } from './house.ts'
import {
  connectTo,
  production,
  serversIn,
  small,
  start,
  startThroughNpm,
  startThroughStarter,
} from './program.ts'

openHouse()

test('a first start on an empty folder serves, and SIGTERM stops program and database', async () => {
  const dataDir = await emptyFolder()
  const program = start(home, { DATA_DIR: dataDir })
  expect(await statusOf(await program.ready())).toBe(200)
  expect(serversIn(dataDir).length).toBeGreaterThan(0)
  expect(await program.stop()).toBe(0)
  expectStopped(dataDir)
})

test('SIGTERM, SIGINT and SIGHUP stop program and database in an orderly way, however often they are said', async () => {
  const dataDir = await usedFolder()
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    const program = start(home, { DATA_DIR: dataDir })
    await program.ready()
    program.tell(signal)
    program.tell(signal)
    await pause(50)
    program.tell('SIGTERM')
    expect(await program.end(), signal).toBe(0)
    expectStopped(dataDir)
    expect(await readFile(join(dataDir, 'postgres', 'server.log'), 'utf8')).toMatch(
      /database system is shut down\s*$/,
    )
  }
})

test('told to stop or killed in any step of its first start, the next start works', async () => {
  const dataDir = await emptyFolder()
  const settings = { DATA_DIR: dataDir, ...production, ...small }
  for (const [signal, step] of [
    ['SIGKILL', 'Starting the database'],
    ['SIGTERM', 'Starting the database'],
    ['SIGTERM', 'Preparing the tables'],
    ['SIGKILL', 'Preparing the tables'],
    ['SIGKILL', 'Loading the reference facts'],
  ] as const) {
    const program = start(home, settings)
    while (!program.output.includes(step) && !program.ended) await pause(2)
    program.tell(signal)
    expect(await program.end()).toBe(signal === 'SIGTERM' ? 0 : signal)
    expect(program.output).not.toMatch(/\n\s+at /)
    // What was killed while it made the database leaves helpers that end by themselves.
    if (signal === 'SIGTERM') await vi.waitFor(() => expectStopped(dataDir))
  }
  const program = start(home, settings)
  expect(await statusOf(await program.ready())).toBe(200)
  expect(await program.stop()).toBe(0)
  expectStopped(dataDir)
})

test('of two first starts of production in the same moment one serves, with nothing made up, and one says why it does not', async () => {
  const dataDir = await emptyFolder()
  const settings = { DATA_DIR: dataDir, ...production }
  const both = [start(home, settings), start(home, settings)]
  const ready = await Promise.allSettled(both.map((program) => program.ready()))
  expect(ready.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const loser = both.find((program) => program.ended)
  expect(loser?.output).toMatch(/Another Ekokommun \(process \d+.*\) already uses/)
  expect(await loser?.end()).toBe(1)
  const winner = both.find((program) => program !== loser)
  await expectNothingMadeUp(dataDir, (await winner?.ready()) ?? '')
  expect(winner?.output).not.toContain('emonstration')
  expect(await winner?.stop()).toBe(0)
  expectStopped(dataDir)
})

test('a second start on the same folder says who uses it; while that one stops, it waits and then serves', async () => {
  const dataDir = await usedFolder()
  let former = start(home, { DATA_DIR: dataDir })
  const address = await former.ready()
  const second = start(home, { DATA_DIR: dataDir })
  expect(await second.end()).toBe(1)
  expect(second.output).toContain(
    `Another Ekokommun (process ${former.pid}, ${address}) already uses ${dataDir}`,
  )
  expect(second.output).not.toMatch(/\n\s+at /)
  expect(await statusOf(address)).toBe(200)
  for (const delay of [30, 100]) {
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

test('when npm is told to stop, whose shell hands no signal on, the program stops all the same', async () => {
  const dataDir = await usedFolder()
  const npm = startThroughNpm(home, { DATA_DIR: dataDir })
  await npm.ready()
  npm.tell('SIGTERM')
  await once(npm.child, 'close')
  expect(npm.output).toContain('Stopping')
  expectStopped(dataDir)
})

async function expectNothingMadeUp(dataDir: string, address: string): Promise<void> {
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
}
