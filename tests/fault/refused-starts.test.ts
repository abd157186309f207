import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder, expectStopped, home, openHouse, usedFolder } from './house.ts'
import { installIn, production, start } from './program.ts'

openHouse()

test.for<[string, Record<string, string>]>([
  ['PORT', { PORT: 'abc' }],
  ['PORT', { PORT: '70000' }],
  ['MODE', { MODE: 'live' }],
  ['BASE_URL', { MODE: 'production' }],
  ['SECRET', { ...production, SECRET: '' }],
  ['SECRET', { ...production, SECRET: 'short' }],
  ['SMTP_URL', { ...production, SMTP_URL: 'http://x' }],
  ['DATABASE_URL', { DATABASE_URL: 'http://x' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' }],
  ['DATA_DIR', { DATA_DIR: '/dev/null/data' }],
])('the wrong setting of %s %o ends the start with one plain message', async ([name, settings]) => {
  const program = start(home, settings)
  expect(await program.end()).toBe(1)
  expect(program.output).toContain(name)
  expect(program.output).not.toMatch(/\n\s+at |Error:|:secret/)
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
