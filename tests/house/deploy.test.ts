import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { settingNames } from '../../src/platform/config.ts'

const read = (name: string) => readFile(join('deploy', name), 'utf8')
const units = async () => (await readdir('deploy')).filter((name) => name.endsWith('.service'))

const composeSchema = z.object({
  services: z.record(z.string(), z.object({ environment: z.record(z.string(), z.string()).optional() })),
})

test('the container runs the very Node that the program pins', async () => {
  const lock = z
    .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
    .parse(JSON.parse(await readFile('package-lock.json', 'utf8')))
  const images = [...(await read('Containerfile')).matchAll(/^FROM docker\.io\/library\/node:([\d.]+)-/gm)]
  expect(images.map(([, version]) => version)).toEqual(
    Array(2).fill(lock.packages['node_modules/node']?.version),
  )
})

test('what the container copies is there', async () => {
  const copied = [...(await read('Containerfile')).matchAll(/--from=build (.+) \S+$/gm)]
    .flatMap(([, paths = '']) => paths.split(' '))
    .map((path) => path.replace('/srv/ekokommun/', ''))
  expect(copied.length).toBeGreaterThan(5)
  for (const path of copied.filter((name) => name !== 'build')) await stat(path)
})

test('every setting in the units and the compose file is one, and none holds a secret', async () => {
  const compose = composeSchema.parse(parse(await read('compose.yaml'), { merge: true }))
  const { web, worker, backup } = compose.services
  const ours = [web, worker, backup].flatMap((service) => Object.entries(service?.environment ?? {}))
  const inUnits = (await Promise.all((await units()).map(read))).flatMap((unit) =>
    [...unit.matchAll(/^Environment=(.+)$/gm)]
      .flatMap(([, line = '']) => line.split(' '))
      .map((pair) => pair.split('=')),
  )
  const given = [...ours, ...inUnits]
  expect(given.length).toBeGreaterThan(15)
  for (const [name, value = ''] of given) {
    expect(settingNames).toContain(name)
    if (name === 'SECRET' || name?.endsWith('_URL')) expect(value).toMatch(/\$\{/)
  }
})

test('every unit takes away what the program does not need', async () => {
  for (const name of await units()) {
    const unit = await read(name)
    for (const line of [
      'ProtectSystem=strict',
      'NoNewPrivileges=yes',
      'CapabilityBoundingSet=',
      'DynamicUser=yes',
    ]) {
      expect(unit).toContain(`\n${line}\n`)
    }
  }
})

test('the proxies leave the security headers to the program and hold nothing back', async () => {
  const [nginx, caddy, composed] = await Promise.all(
    ['nginx.conf', 'Caddyfile', 'compose.Caddyfile'].map(read),
  )
  for (const proxy of [nginx, caddy, composed]) {
    expect(proxy).not.toMatch(/^\s*(add_header|header \+?\w*Strict)/m)
    expect(proxy).toMatch(/proxy_buffering off|flush_interval -1/)
  }
})
