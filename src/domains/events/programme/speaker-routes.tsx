import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, findPersonByEmail, only, open } from '#domains/accounts/index.ts'
import { sendFile, unlessAway } from '#platform/files/store/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { largestPicture, redrawPicture } from '#platform/pictures/redraw.ts'
import { page } from '#ui/page.tsx'
import { type C, eventOf, eventParameter, numberIn } from '../asking.ts'
import { type Event, findEvent } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { speakerForm, typedSpeaker } from './forms.ts'
import { SpeakerPage } from './pages/speaker-form.tsx'
import { programmePaths } from './paths.ts'
import { findPortrait, listSpeakers, type Speaker } from './queries.ts'
import { programmeTexts } from './texts.ts'
import {
  deleteSpeaker,
  insertSpeaker,
  type PortraitChange,
  savePortrait,
  updateSpeaker,
} from './write-queries.ts'

/** In pixels. */
const largestPortrait = { width: 480, height: 480 }
const speakerParameter = ':speaker{[0-9]{1,9}}'
const writes = only('events.edit')

/** Who speaks at an event, and their portraits. */
export const speakerRoutes = new Hono<AppEnv<Database>>()

speakerRoutes.get('/evenemang/medverkande/:file{[0-9]{1,9}\\.webp}', open(), async (c) => {
  const { db, actor } = c.var
  const portrait = await findPortrait(db, Number.parseInt(c.req.param('file'), 10))
  const event = portrait && (await findEvent(db, portrait.eventId))
  const shown =
    event?.publishedAt && event.openTo !== 'board'
      ? true
      : can(actor, event?.publishedAt ? 'network.use' : 'events.edit')
  if (!portrait || !shown) return c.notFound()
  return sendFile(c, portrait, {
    'content-type': 'image/webp',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  })
})

speakerRoutes.get(programmePaths.newSpeaker(eventParameter), writes, async (c) =>
  show(c, await eventOf(c), undefined, { typed: {}, errors: {} }, 200),
)

speakerRoutes.get(programmePaths.speaker(eventParameter, speakerParameter), writes, async (c) => {
  const event = await eventOf(c)
  const speaker = await speakerOf(c, event)
  return show(c, event, speaker, { typed: typedSpeaker(speaker), errors: {} }, 200)
})

const withPicture = bodyLimit({
  maxSize: largestPicture + 100_000,
  onError: async (c: C) => {
    const event = await eventOf(c)
    const speaker = c.req.param('speaker') ? await speakerOf(c, event) : undefined
    const typed = speaker ? typedSpeaker(speaker) : {}
    return show(c, event, speaker, { typed, errors: { portratt: 'picture-large' } }, 422)
  },
})

speakerRoutes.post(programmePaths.newSpeaker(eventParameter), writes, withPicture, async (c) =>
  save(c, await eventOf(c), undefined),
)

speakerRoutes.post(
  programmePaths.speaker(eventParameter, speakerParameter),
  writes,
  withPicture,
  async (c) => {
    const event = await eventOf(c)
    return save(c, event, await speakerOf(c, event))
  },
)

speakerRoutes.post(programmePaths.removeSpeaker(eventParameter, speakerParameter), writes, async (c) => {
  const { db, actor } = c.var
  const event = await eventOf(c)
  const { id } = await speakerOf(c, event)
  await act(db, actor, 'remove a speaker', (trx) => deleteSpeaker(trx, event.id, id))
  return redirect(c, programmePaths.office(event.id), 'medverkande-borttagen')
})

async function save(c: C, event: Event, speaker: Speaker | undefined): Promise<Response> {
  const { db, actor, today } = c.var
  const form = await readForm(c, speakerForm)
  const errors: Record<string, string> = form.ok ? {} : form.errors
  const upload = (await c.req.formData().catch(() => new FormData())).get('portratt')
  const drawn =
    upload instanceof File && upload.size > 0 ? await redrawPicture(upload, largestPortrait) : undefined
  if (drawn && 'fault' in drawn) errors.portratt = drawn.fault
  if (form.ok && drawn && !form.values.samtycke) errors.samtycke = 'consent-missing'
  const person = form.ok && form.values.epost ? await findPersonByEmail(db, form.values.epost) : undefined
  if (form.ok && form.values.epost && !person) errors.epost = 'person-unknown'
  if (!form.ok || Object.keys(errors).length > 0)
    return show(c, event, speaker, { typed: form.typed, errors }, 422)

  const { namn, titel, organisation, 'om-sv': sv, 'om-en': en, 'ta-bort-bild': removed } = form.values
  const written = { name: namn, title: titel, organisation, about: { sv, en }, personId: person?.id ?? null }
  const portrait: PortraitChange =
    drawn && 'webp' in drawn ? { webp: drawn.webp, consentedOn: today } : removed ? 'remove' : 'keep'
  const saved = await unlessAway(
    act(db, actor, speaker ? 'change a speaker' : 'add a speaker', async (trx) => {
      if (speaker) await updateSpeaker(trx, { eventId: event.id, id: speaker.id }, written)
      const id = speaker?.id ?? (await insertSpeaker(trx, event.id, written, event.madeUp))
      await savePortrait(trx, id, portrait)
    }),
  )
  if (saved) return show(c, event, speaker, { typed: form.typed, errors: { portratt: saved } }, 503)
  return redirect(c, programmePaths.office(event.id), 'medverkande-sparad')
}

async function speakerOf(c: C, event: Event): Promise<Speaker> {
  const id = numberIn(c, 'speaker')
  const speaker = (await listSpeakers(c.var.db, event.id)).find((one) => one.id === id)
  if (!speaker) throw new Problem(404, textsOf(c.var.locale).event.notFound)
  return speaker
}

function show(
  c: C,
  event: Event,
  speaker: Speaker | undefined,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 503,
): Response {
  const l = c.var.locale
  const t = programmeTexts(l).speaker
  return page(
    c,
    { title: speaker ? t.title : t.newTitle, description: t.lead, noIndex: true },
    <SpeakerPage l={l} event={event} speaker={speaker} {...form} />,
    status,
  )
}
