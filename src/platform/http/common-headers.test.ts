import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { downloadHeaders } from '../files/download.ts'
import { commonHeaders } from './common-headers.ts'

const app = new Hono()
app.use(
  commonHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], scriptSrc: ["'self'"] },
    referrerPolicy: 'strict-origin-when-cross-origin',
  }),
)
app.get('/page', (c) => c.text('a page'))
app.get('/secret', (c) => c.text('by a secret address', 200, { 'referrer-policy': 'no-referrer' }))
app.get('/file', (c) => c.body('<script>', 200, downloadHeaders({ name: 'a.html', mediaType: 'text/html' })))
app.get('/broken', (c) => {
  c.header('referrer-policy', 'no-referrer')
  throw new Error('broken')
})
app.onError((_error, c) => c.text('an error', 500))

const headersOf = async (path: string) => {
  const { headers } = await app.request(path)
  return [headers.get('referrer-policy'), headers.get('content-security-policy')]
}
const common = "default-src 'none'; script-src 'self'"

test('a page without headers of its own gets the common ones', async () => {
  expect(await headersOf('/page')).toEqual(['strict-origin-when-cross-origin', common])
})

test('a page that says less about where a reader came from keeps its word, also when it fails', async () => {
  expect(await headersOf('/secret')).toEqual(['no-referrer', common])
  expect(await headersOf('/broken')).toEqual(['no-referrer', common])
})

test('a file to save stays in its sandbox', async () => {
  expect(await headersOf('/file')).toEqual([
    'strict-origin-when-cross-origin',
    "sandbox; default-src 'none'; frame-ancestors 'none'",
  ])
})
