import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { largestDocument, recogniseDocument } from '#platform/files/document.ts'
import { safeFileName } from '#platform/files/download.ts'
import { statusOf, unlessAway } from '#platform/files/store/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, readForm } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { examplePaths } from '../paths.ts'
import { type C, exampleId, exampleIn, ofExample } from '../reading.ts'
import { showStep } from '../step-page.tsx'
import { touchExample } from '../write-queries.ts'
import { deleteDocument, insertDocument } from './document-queries.ts'

const documentForm = z.object({ titel: line('document-title-missing', 150) })
const writes = only('examples.write', ofExample)

/** The documents of an example: added and taken away. They stand on the same page as its links. */
export const documentRoutes = new Hono<AppEnv<Database>>()

documentRoutes.post(
  examplePaths.addDocument(exampleId),
  writes,
  bodyLimit({
    maxSize: largestDocument + 100_000,
    onError: async (c: C) => refused(c, { fil: 'file-large' }),
  }),
  async (c) => {
    const { db, actor } = c.var
    const example = await exampleIn(c)
    const form = await readForm(c, documentForm)
    const upload = (await c.req.formData().catch(() => new FormData())).get('fil')
    const errors = form.ok ? {} : form.errors
    const given = upload instanceof File && upload.size + upload.name.length > 0
    if (!given) errors.fil = 'file-missing'
    if (!form.ok || !given || !actor) return refused(c, errors, form.typed)
    const content = Buffer.from(await upload.arrayBuffer())
    const name = safeFileName(upload.name)
    const found = await recogniseDocument(content, name)
    if ('fault' in found) return refused(c, { fil: found.fault }, form.typed)
    const kept = await unlessAway(
      act(db, actor, 'add a document', async (trx) => {
        await touchExample(trx, example.id, actor.personId)
        return insertDocument(trx, {
          exampleId: example.id,
          title: form.values.titel,
          name,
          ...found,
          sha256: createHash('sha256').update(content).digest('hex'),
          content,
          by: actor.personId,
        })
      }),
    )
    if (kept !== 'done') return refused(c, { fil: kept }, form.typed)
    return redirect(c, examplePaths.step(example.id, 'dokument'), 'dokument')
  },
)

documentRoutes.post(examplePaths.documentOf(exampleId, ':document{[0-9]{1,9}}'), writes, async (c) => {
  const { db, actor } = c.var
  const example = await exampleIn(c)
  if (!actor) return c.notFound()
  await act(db, actor, 'remove a document', async (trx) => {
    await touchExample(trx, example.id, actor.personId)
    await deleteDocument(trx, example.id, Number(c.req.param('document')))
  })
  return redirect(c, examplePaths.step(example.id, 'dokument'), 'dokument-borta')
})

async function refused(c: C, errors: Record<string, string>, typed = {}): Promise<Response> {
  return showStep(c, 'dokument', await exampleIn(c), { added: typed, errors }, statusOf(errors.fil))
}
