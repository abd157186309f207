import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveAssets } from './assets.ts'

let folder: string
let app: Hono
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ekokommun-test-'))
  await writeFile(join(folder, 'client-1.js'), 'plain')
  await writeFile(join(folder, 'client-1.js.br'), 'packed')
  await writeFile(join(folder, 'secret.txt'), 'no')
  const assets = { script: '', styles: '', font: '', folder }
  app = new Hono().get('/assets/*', serveAssets(assets))
})
afterAll(() => rm(folder, { recursive: true }))

describe('the built client files', () => {
  test('are kept by browsers for ever, packed where they can read that', async () => {
    const plain = await app.request('/assets/client-1.js')
    const packed = await app.request('/assets/client-1.js', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(await plain.text()).toBe('plain')
    expect(plain.headers.get('cache-control')).toContain('immutable')
    expect(await packed.text()).toBe('packed')
    expect(packed.headers.get('content-encoding')).toBe('br')
  })

  test.each(['nope.js', 'secret.txt', '..%2fclient-1.js', ''])(
    '%j is missing, and not remembered as such',
    async (name) => {
      const response = await app.request(`/assets/${name}`)
      expect(response.status).toBe(404)
      expect(response.headers.get('cache-control')).toBe('no-store')
    },
  )
})
