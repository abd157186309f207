import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { expect, test } from 'vitest'
import { connectionStringOf } from '../../../tests/support/connection-string.ts'
import { loadedDatabase } from '../../../tests/support/database.ts'

test('ekokommun mcp answers an assistant on this machine, and ends when the assistant leaves', async () => {
  const database = await loadedDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'ekokommun-mcp-'))
  const inherited = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  )
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['bin/ekokommun.mjs', 'mcp'],
    env: {
      ...inherited,
      MODE: 'demo',
      DATABASE_URL: connectionStringOf(database.connection),
      DATA_DIR: folder,
      BASE_URL: 'https://eko.example',
    },
  })
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(transport)
  const pid = transport.pid ?? 0
  expect((await client.listTools()).tools.length).toBeGreaterThan(5)
  const { content, structuredContent } = await client.callTool({
    name: 'look_up_values',
    arguments: { figure: '1b', organisations: ['Falkenberg'], from: 2023, to: 2023 },
  })
  expect(content).toMatchObject([{ text: expect.stringMatching(/Falkenberg 2023: \d,\d/) }])
  expect(structuredContent).toMatchObject({
    values: [{ page: 'https://eko.example/nyckeltal/1b?kommun=1382' }],
  })
  await client.close()
  expect(() => process.kill(pid, 0)).toThrow()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
}, 60_000)
