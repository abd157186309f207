import { once } from 'node:events'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder, expectStopped, home, openHouse, usedFolder } from './house.ts'
import { production, start } from './program.ts'

openHouse()

test('wrong settings end the start with a plain line for each', async () => {
  const wrong: [string[], Record<string, string>][] = [
    [['PORT', 'MODE', 'DATABASE_URL'], { PORT: 'abc', MODE: 'live', DATABASE_URL: 'http://eko:secret@x' }],
    [['PORT', 'SECRET', 'SMTP_URL'], { ...production, PORT: '70000', SECRET: 'short', SMTP_URL: 'http://x' }],
    [['BASE_URL', 'SECRET'], { ...production, BASE_URL: '', SECRET: '' }],
    [['DATABASE_URL'], { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' }],
    [['DATA_DIR'], { DATA_DIR: '/dev/null/data' }],
  ]
  const starts = wrong.map(([names, settings]) => ({ names, program: start(home, settings) }))
  for (const { names, program } of starts) {
    expect(await program.end(), String(names)).toBe(1)
    for (const name of names) expect(program.output).toMatch(new RegExp(`\\b${name}\\b`))
    expect(program.output).not.toMatch(/\n\s+at |Error:|:secret/)
    expect(program.output.trim().split('\n').length).toBeLessThanOrEqual(2 + names.length)
  }
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
  const faulty = join(await emptyFolder(), 'reference')
  await cp('reference', faulty, { recursive: true })
  const file = join(faulty, 'regions.csv')
  const lines = (await readFile(file, 'utf8')).split('\n')
  await writeFile(file, [...lines.slice(0, 2), '12,Region Fel,01', ...lines.slice(2)].join('\n'))
  const program = start(home, { DATA_DIR: dataDir, ASSOCIATION: faulty })
  expect(await program.end()).toBe(1)
  expect(program.output).toMatch(/reference\/regions\.csv:3: .*four digits/)
  expect(program.output).not.toMatch(/\n\s+at /)
  expectStopped(dataDir)
})
