import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { once, only } from '#domains/accounts/index.ts'
import { largestDocument, recogniseDocument } from '#platform/files/document.ts'
import { safeFileName } from '#platform/files/download.ts'
import { statusOf, unlessAway } from '#platform/files/store/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { deleteDocument, insertDocument } from './document-queries.ts'
import { documentForm, factsFrom, matterForm, typedMatter } from './forms.ts'
import { actorOf, type C, matterFor, placeOf } from './here.ts'
import { beginMatter, changeMatter } from './matter-actions.ts'
import type { Matter } from './matter-queries.ts'
import { MatterFormPage } from './pages/matter-form.tsx'
import { advocacyPaths, matterId } from './paths.ts'
import { textsOf } from './texts.ts'

const drafts = only('advocacy.edit')

/** How a matter begins, and the documents that come with it. */
export const beginRoutes = new Hono<AppEnv<Database>>()

beginRoutes.get(advocacyPaths.begin, drafts, (c) => show(c, undefined, { typed: {}, errors: {} }))

beginRoutes.post(advocacyPaths.begin, drafts, once, async (c) => {
  const form = await readForm(c, matterForm)
  if (!form.ok) return show(c, undefined, form, 422)
  const id = await beginMatter(placeOf(c), factsFrom(form.values))
  return redirect(c, advocacyPaths.edit(id), 'sparat')
})

beginRoutes.get(advocacyPaths.edit(matterId), drafts, async (c) => {
  const matter = await matterFor(c, 'edit-facts')
  return show(c, matter, { typed: typedMatter(matter), errors: {} })
})

beginRoutes.post(advocacyPaths.edit(matterId), drafts, async (c) => {
  const matter = await matterFor(c, 'edit-facts')
  const form = await readForm(c, matterForm)
  if (!form.ok) return show(c, matter, form, 422)
  if (await changeMatter(placeOf(c), matter.id, factsFrom(form.values), form.values.version)) {
    return redirect(c, advocacyPaths.edit(matter.id), 'sparat')
  }
  const typed = { ...form.typed, version: String(matter.version) }
  return show(c, matter, { typed, errors: {}, overtaken: true }, 409)
})

beginRoutes.post(
  advocacyPaths.documents(matterId),
  drafts,
  bodyLimit({
    maxSize: largestDocument + 100_000,
    onError: async (c: C) => refused(c, { fil: 'file-large' }),
  }),
  async (c) => {
    const matter = await matterFor(c, 'edit-facts')
    const form = await readForm(c, documentForm)
    const upload = (await c.req.formData().catch(() => new FormData())).get('fil')
    const errors = form.ok ? {} : form.errors
    const given = upload instanceof File && upload.size + upload.name.length > 0
    if (!given) errors.fil = 'file-missing'
    if (!form.ok || !given) return refused(c, errors, form.typed)
    const content = Buffer.from(await upload.arrayBuffer())
    const name = safeFileName(upload.name)
    const found = await recogniseDocument(content, name)
    if ('fault' in found) return refused(c, { fil: found.fault }, form.typed)
    const actor = actorOf(c)
    const kept = await unlessAway(
      act(c.var.db, actor, 'add a document', (trx) =>
        insertDocument(trx, {
          matterId: matter.id,
          title: form.values.titel,
          name,
          ...found,
          sha256: createHash('sha256').update(content).digest('hex'),
          content,
          by: actor.personId,
        }),
      ),
    )
    if (kept !== 'done') return refused(c, { fil: kept }, form.typed)
    return redirect(c, advocacyPaths.edit(matter.id), 'dokument')
  },
)

beginRoutes.post(advocacyPaths.removeDocument(matterId, ':document{[0-9]{1,9}}'), drafts, async (c) => {
  const matter = await matterFor(c, 'edit-facts')
  await act(c.var.db, actorOf(c), 'remove a document', (trx) =>
    deleteDocument(trx, matter.id, Number(c.req.param('document'))),
  )
  return redirect(c, advocacyPaths.edit(matter.id), 'dokument-borta')
})

async function refused(c: C, errors: Record<string, string>, typed: Typed = {}): Promise<Response> {
  const matter = await matterFor(c, 'edit-facts')
  return show(c, matter, { typed: { ...typedMatter(matter), ...typed }, errors }, statusOf(errors.fil))
}

function show(
  c: C,
  matter: Matter | undefined,
  form: { typed: Typed; errors?: Record<string, string>; overtaken?: boolean },
  status: 200 | 409 | 422 | 503 = 200,
): Response {
  const l = c.var.locale
  const t = textsOf(l).form
  const title = matter ? t.editTitle : t.newTitle
  const { typed, errors = {}, overtaken = false } = form
  return page(
    c,
    { title, description: title, noIndex: true },
    <MatterFormPage
      l={l}
      matter={matter}
      typed={typed}
      errors={errors}
      overtaken={overtaken}
      done={c.req.query('klart')}
    />,
    status,
  )
}
