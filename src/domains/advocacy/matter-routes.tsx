import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { open } from '#domains/accounts/index.ts'
import { downloadHeaders } from '#platform/files/download.ts'
import { sendFile } from '#platform/files/store/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { slugOf } from '#platform/slug.ts'
import { findDocument } from './document-queries.ts'
import { loginFirst, matterIn, mayRead, missing } from './here.ts'
import { findMatter } from './matter-queries.ts'
import { advocacyPaths, matterId } from './paths.ts'
import { findSentPdf } from './sent-queries.ts'
import { showMatter } from './show-matter.tsx'

/** A matter with what belongs to it: everyone's once it has been sent, the network's before. */
export const matterRoutes = new Hono<AppEnv<Database>>()

matterRoutes.get('/paverkan/:matter{[0-9]{1,9}[a-z0-9-]*}', open(), async (c) => {
  const login = await loginFirst(c)
  if (login) return login
  const matter = await matterIn(c)
  const address = advocacyPaths.matter(matter.id, matter.title)
  const { search } = new URL(c.req.url)
  if (c.var.path !== address) return c.redirect(c.var.locale.href(address) + search, 301)
  return showMatter(c, matter)
})

matterRoutes.get(advocacyPaths.pdf(matterId), open(), async (c) => {
  const matter = await matterIn(c)
  const pdf = matter.sent && (await findSentPdf(c.var.db, matter.id))
  if (!pdf) throw missing(c)
  return sendFile(c, pdf, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${slugOf(matter.title) || 'svar'}.pdf"`,
    'x-content-type-options': 'nosniff',
  })
})

matterRoutes.get(advocacyPaths.document(':document{[0-9]{1,9}}'), open(), async (c) => {
  const document = await findDocument(c.var.db, Number(c.req.param('document')))
  const matter = document && (await findMatter(c.var.db, document.matterId))
  if (!document || !matter || !mayRead(c, matter)) return c.notFound()
  return sendFile(c, document, downloadHeaders(document))
})
