import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only, open } from '#domains/accounts/index.ts'
import { largestDocument, recogniseDocument } from '#platform/files/document.ts'
import { downloadHeaders, safeFileName } from '#platform/files/download.ts'
import { sendFile, unlessAway } from '#platform/files/store/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { type C, eventOf, eventParameter, numberIn } from '../asking.ts'
import { isSafeAddress } from '../programme/forms.ts'
import { listSessions } from '../programme/queries.ts'
import type { Event } from '../queries.ts'
import { readerOf, shownEvent } from '../reader.ts'
import { MaterialsPage } from './pages/office.tsx'
import { materialPaths } from './paths.ts'
import {
  deleteMaterial,
  findDocument,
  insertDocument,
  insertRecording,
  listMaterials,
  type Shared,
} from './queries.ts'
import { materialAudiences, mayOpen } from './rules.ts'
import { materialTexts } from './texts.ts'

const common = {
  vad: line('title-missing', 200),
  pass: z.string().max(20).default(''),
  oppet: z.enum(materialAudiences, 'audience-missing'),
}
const documentForm = z.object(common)
const recordingForm = z.object({
  ...common,
  adress: line('link-wrong', 500).refine(isSafeAddress, 'link-wrong'),
  textad: z.enum(['ja', 'nej'], 'captioned-missing'),
})
const materialParameter = ':material{[0-9]{1,9}}'
const writes = only('events.edit')

/** What is shared after an event: laid up by the secretariat, opened by those it is for. */
export const materialRoutes = new Hono<AppEnv<Database>>()

materialRoutes.get(materialPaths.office(eventParameter), writes, async (c) =>
  show(c, await eventOf(c), { typed: {}, errors: {} }, 200),
)

materialRoutes.post(
  materialPaths.document(eventParameter),
  writes,
  bodyLimit({
    maxSize: largestDocument + 100_000,
    onError: async (c: C) => show(c, await eventOf(c), { typed: {}, errors: { fil: 'file-large' } }, 422),
  }),
  async (c) => {
    const { db, actor } = c.var
    const event = await eventOf(c)
    const form = await readForm(c, documentForm)
    const errors: Record<string, string> = form.ok ? {} : form.errors
    const upload = (await c.req.formData().catch(() => new FormData())).get('fil')
    const chosen = upload instanceof File && upload.name !== '' ? upload : undefined
    const content = Buffer.from((await chosen?.arrayBuffer()) ?? new ArrayBuffer(0))
    const name = safeFileName(chosen?.name ?? '')
    const found = chosen ? await recogniseDocument(content, name) : { fault: 'file-missing' }
    if ('fault' in found) errors.fil = found.fault
    if (!form.ok || 'fault' in found) return show(c, event, { typed: form.typed, errors }, 422)
    const shared = await sharedOf(c, event, form.values)
    const kept = await unlessAway(
      act(db, actor, 'share a document', (trx) => insertDocument(trx, shared, { name, content, ...found })),
    )
    if (kept) return show(c, event, { typed: form.typed, errors: { fil: kept } }, 503)
    return redirect(c, materialPaths.office(event.id), 'upplagt')
  },
)

materialRoutes.post(materialPaths.recording(eventParameter), writes, async (c) => {
  const { db, actor } = c.var
  const event = await eventOf(c)
  const form = await readForm(c, recordingForm)
  if (!form.ok) return show(c, event, { ...form, recording: true }, 422)
  const shared = await sharedOf(c, event, form.values)
  const recording = { address: form.values.adress, captioned: form.values.textad === 'ja' }
  await act(db, actor, 'share a recording', (trx) => insertRecording(trx, shared, recording))
  return redirect(c, materialPaths.office(event.id), 'upplagt')
})

materialRoutes.post(materialPaths.remove(eventParameter, materialParameter), writes, async (c) => {
  const { db, actor, locale: l } = c.var
  const event = await eventOf(c)
  const gone = await act(db, actor, 'remove material', (trx) =>
    deleteMaterial(trx, event.id, numberIn(c, 'material')),
  )
  if (!gone) throw new Problem(404, materialTexts(l).shown.gone)
  return redirect(c, materialPaths.office(event.id), 'borttaget')
})

materialRoutes.get(materialPaths.open(eventParameter, materialParameter), open(), async (c) => {
  const t = materialTexts(c.var.locale).shown
  const event = await shownEvent(c, numberIn(c, 'event'))
  const found = await findDocument(c.var.db, event.id, numberIn(c, 'material'))
  if (!found) throw new Problem(404, t.gone)
  if (!mayOpen(found.openTo, await readerOf(c, event.id))) throw new Problem(403, t.notYours)
  return sendFile(c, found, downloadHeaders(found))
})

async function sharedOf(c: C, event: Event, values: z.output<typeof documentForm>): Promise<Shared> {
  const sessions = await listSessions(c.var.db, [event.id])
  return {
    eventId: event.id,
    sessionId: sessions.find(({ id }) => String(id) === values.pass)?.id ?? null,
    title: values.vad,
    openTo: values.oppet,
    addedBy: c.var.actor?.personId ?? null,
    madeUp: event.madeUp,
  }
}

async function show(
  c: C,
  event: Event,
  form: { typed: Typed; errors: Record<string, string>; recording?: boolean },
  status: 200 | 422 | 503,
): Promise<Response> {
  const { db, locale: l } = c.var
  const [materials, sessions] = await Promise.all([listMaterials(db, event.id), listSessions(db, [event.id])])
  const { title, lead } = materialTexts(l).office
  return page(
    c,
    { title, description: lead, noIndex: true },
    <MaterialsPage l={l} {...{ event, materials, sessions }} done={c.req.query('klart')} {...form} />,
    status,
  )
}
