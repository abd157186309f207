import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { open } from '#domains/accounts/index.ts'
import { downloadHeaders } from '#platform/files/download.ts'
import { sendFile } from '#platform/files/store/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { matches } from '#platform/http/page-cache.ts'
import { findExample } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'
import { type C, mayRead } from '../reading.ts'
import { findDocument } from './document-queries.ts'
import { findPicture, readPicture } from './picture-queries.ts'

/** The pictures and documents of examples, for those who may read the example. */
export const fileRoutes = new Hono<AppEnv<Database>>()

/** The content never changes under its address, but an example can be hidden: so it is asked for again in an hour. */
const pictureCaching = 'public, max-age=3600, must-revalidate'

fileRoutes.get('/exempel/bilder/:file{[0-9]{1,9}-[0-9a-f]{12}(-liten)?\\.webp}', open(), async (c) => {
  const file = c.req.param('file')
  const size = file.endsWith('-liten.webp') ? 'small' : 'large'
  const id = Number.parseInt(file, 10)
  const picture = await findPicture(c.var.db, id)
  const known =
    picture && examplePaths.picture({ id, sha256: picture.sha256 }, size) === `/exempel/bilder/${file}`
  if (!known || !(await isReadable(c, picture.exampleId))) return c.notFound()
  const headers = {
    'content-type': 'image/webp',
    etag: `"${picture.sha256.slice(0, 22)}-${size}"`,
    'cache-control': pictureCaching,
    'x-content-type-options': 'nosniff',
  }
  if (matches(c.req.header('if-none-match'), headers.etag)) return c.body(null, 304, headers)
  const webp = await readPicture(c.var.db, id, size)
  return webp ? sendFile(c, webp, headers) : c.notFound()
})

fileRoutes.get(examplePaths.document(':document{[0-9]{1,9}}'), open(), async (c) => {
  const document = await findDocument(c.var.db, Number(c.req.param('document')))
  if (!document || !(await isReadable(c, document.exampleId))) return c.notFound()
  return sendFile(c, document, downloadHeaders(document))
})

async function isReadable(c: C, exampleId: number): Promise<boolean> {
  const example = await findExample(c.var.db, exampleId)
  return example !== undefined && mayRead(c, example)
}
