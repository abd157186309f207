import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { largestDocument, recogniseDocument } from '#platform/files/document.ts'
import { downloadHeaders, safeFileName } from '#platform/files/download.ts'
import { sendFile, statusOf, unlessAway } from '#platform/files/store/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { applicationOf, type C, inApplication } from './asking.ts'
import { deleteFile, findFile, insertFile, listFiles } from './draft-queries.ts'
import { DocumentsPage } from './pages/documents.tsx'
import { applicationPaths } from './paths.ts'
import { isWritable } from './rules.ts'
import { textsOf } from './texts.ts'

const uploadForm = z.object({ kind: z.enum(['decision', 'programme', 'other'], 'kind-missing') })
const fileId = z.coerce.number().int().positive().catch(0)

/** The documents of an application: uploaded by the applicant, read by those who decide. */
export const fileRoutes = new Hono<AppEnv<Database>>()

fileRoutes.get(
  applicationPaths.documents(':application'),
  only('application.edit', inApplication),
  async (c) => {
    const application = await applicationOf(c)
    if (!isWritable(application.state)) return redirect(c, applicationPaths.one(application.id))
    return show(c, { typed: {}, errors: {} }, 200)
  },
)

fileRoutes.post(
  applicationPaths.documents(':application'),
  only('application.edit', inApplication),
  bodyLimit({
    maxSize: largestDocument + 100_000,
    onError: (c: C) => show(c, { typed: {}, errors: { fil: 'file-large' } }, 422),
  }),
  async (c) => {
    const { db, actor } = c.var
    const application = await applicationOf(c)
    const form = await readForm(c, uploadForm)
    const upload = (await c.req.formData().catch(() => new FormData())).get('fil')
    const errors: Record<string, string> = form.ok ? {} : form.errors
    if (!(upload instanceof File) || (upload.size === 0 && upload.name === '')) errors.fil = 'file-missing'
    if (!form.ok || !(upload instanceof File) || errors.fil || !actor) {
      return show(c, { typed: form.typed, errors }, 422)
    }
    const content = Buffer.from(await upload.arrayBuffer())
    const name = safeFileName(upload.name)
    const found = await recogniseDocument(content, name)
    if ('fault' in found) return show(c, { typed: form.typed, errors: { fil: found.fault } }, 422)
    const kept = await unlessAway(
      act(db, actor, 'upload a document', (trx) =>
        insertFile(trx, {
          applicationId: application.id,
          kind: form.values.kind,
          name,
          ...found,
          sha256: createHash('sha256').update(content).digest('hex'),
          content,
          uploadedBy: actor.personId,
        }),
      ),
    )
    if (kept !== 'done') return show(c, { typed: form.typed, errors: { fil: kept } }, statusOf(kept))
    return redirect(c, applicationPaths.documents(application.id), 'uppladdad')
  },
)

fileRoutes.post(
  applicationPaths.removeFile(':application', ':file'),
  only('application.edit', inApplication),
  async (c) => {
    const { db, actor, locale: l } = c.var
    const application = await applicationOf(c)
    const gone = await act(db, actor, 'remove a document', (trx) =>
      deleteFile(trx, application.id, fileId.parse(c.req.param('file'))),
    )
    if (!gone) throw new Problem(404, textsOf(l).noFile)
    return redirect(c, applicationPaths.documents(application.id), 'borttagen')
  },
)

fileRoutes.get(
  applicationPaths.file(':application', ':file'),
  only('application.see', inApplication),
  async (c) => {
    const application = await applicationOf(c)
    const file = await findFile(c.var.db, application.id, fileId.parse(c.req.param('file')))
    if (!file) throw new Problem(404, textsOf(c.var.locale).noFile)
    return sendFile(c, file, downloadHeaders(file))
  },
)

async function show(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 503,
): Promise<Response> {
  const { db, locale: l } = c.var
  const application = await applicationOf(c)
  const files = await listFiles(db, application.id)
  const title = textsOf(l).sections.documents
  return page(
    c,
    { title, description: title, noIndex: true },
    <DocumentsPage l={l} application={application} files={files} done={c.req.query('klart')} {...form} />,
    status,
  )
}
