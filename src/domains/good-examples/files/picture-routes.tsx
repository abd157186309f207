import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { statusOf, unlessAway } from '#platform/files/store/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { optionalLine, readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import type { Language } from '#platform/i18n.ts'
import { largestPicture, redrawPicture } from '#platform/pictures/redraw.ts'
import { page } from '#ui/page.tsx'
import type { Example } from '../example-queries.ts'
import { PicturesPage } from '../pages/pictures.tsx'
import { examplePaths } from '../paths.ts'
import { listOpenComments } from '../peers/comment-queries.ts'
import { type C, exampleId, exampleIn, ofExample } from '../reading.ts'
import { mainLanguage } from '../rules/steps.ts'
import { textsOf } from '../texts.ts'
import { touchExample } from '../write-queries.ts'
import { deletePicture, insertPicture, movePictureUp, updateAlt } from './picture-queries.ts'

/** In pixels. The small one is for lists. */
const largeWithin = { width: 1600, height: 1200 }
const smallWithin = { width: 480, height: 480 }

const altForm = z.object({ alt_sv: optionalLine(300), alt_en: optionalLine(300) })
const writes = only('examples.write', ofExample)

/** The pictures of an example: added, described, put in order, taken away. */
export const pictureRoutes = new Hono<AppEnv<Database>>()

pictureRoutes.get(examplePaths.step(exampleId, 'bilder'), writes, (c) =>
  show(c, { typed: {}, errors: {} }, 200),
)

pictureRoutes.post(
  examplePaths.step(exampleId, 'bilder'),
  writes,
  bodyLimit({
    maxSize: largestPicture + 100_000,
    onError: (c: C) => show(c, { typed: {}, errors: { fil: 'picture-large' } }, 422),
  }),
  async (c) => {
    const { db, actor } = c.var
    const example = await exampleIn(c)
    const form = await readForm(c, altForm)
    const upload = (await c.req.formData().catch(() => new FormData())).get('fil')
    const errors = form.ok ? missingAlt(example, form.values) : form.errors
    const given = upload instanceof File && upload.size > 0
    if (!given) errors.fil = 'picture-missing'
    if (!form.ok || !given || !actor) return show(c, { typed: form.typed, errors }, 422)
    const [large, small] = await Promise.all([
      redrawPicture(upload, largeWithin),
      redrawPicture(upload, smallWithin),
    ])
    if ('fault' in large) errors.fil = large.fault
    if ('fault' in large || 'fault' in small || Object.keys(errors).length > 0) {
      return show(c, { typed: form.typed, errors }, 422)
    }
    const kept = await unlessAway(
      act(db, actor, 'add a picture', async (trx) => {
        await touchExample(trx, example.id, actor.personId)
        return insertPicture(trx, {
          exampleId: example.id,
          alt: altOf(form.values),
          large,
          small,
          sha256: createHash('sha256').update(large.webp).digest('hex'),
          by: actor.personId,
        })
      }),
    )
    if (kept !== 'done') return show(c, { typed: form.typed, errors: { fil: kept } }, statusOf(kept))
    return redirect(c, examplePaths.step(example.id, 'bilder'), 'bild')
  },
)

pictureRoutes.post(examplePaths.pictureOf(exampleId, ':picture{[0-9]{1,9}}'), writes, async (c) => {
  const { db, actor } = c.var
  const example = await exampleIn(c)
  const pictureId = Number(c.req.param('picture'))
  const form = await readForm(c, altForm.extend({ gor: z.enum(['spara', 'upp', 'ta-bort']).catch('spara') }))
  if (!actor) return c.notFound()
  const errors = form.ok ? (form.values.gor === 'spara' ? missingAlt(example, form.values) : {}) : form.errors
  if (!form.ok || Object.keys(errors).length > 0) {
    const here = Object.entries(errors).map(([field, error]) => [`${field}-${pictureId}`, error])
    return show(c, { typed: {}, errors: Object.fromEntries(here) }, 422)
  }
  const { gor: wish, ...alt } = form.values
  await act(db, actor, `${actionOf[wish]} a picture`, async (trx) => {
    await touchExample(trx, example.id, actor.personId)
    if (wish === 'spara') await updateAlt(trx, example.id, pictureId, altOf(alt))
    if (wish === 'upp') await movePictureUp(trx, example.id, pictureId)
    if (wish === 'ta-bort') await deletePicture(trx, example.id, pictureId)
  })
  return redirect(c, examplePaths.step(example.id, 'bilder'), wish === 'ta-bort' ? 'bild-borta' : 'sparat')
})

const actionOf = { spara: 'describe', upp: 'move', 'ta-bort': 'remove' } as const

const altOf = (values: z.output<typeof altForm>): Record<Language, string> => ({
  sv: values.alt_sv,
  en: values.alt_en,
})

/** What a picture shows must be said in the language that the example is told in first. */
function missingAlt(example: Example, values: z.output<typeof altForm>): Record<string, string> {
  const language = mainLanguage(example.texts)
  return altOf(values)[language] === '' ? { [`alt_${language}`]: 'alt-missing' } : {}
}

async function show(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 503,
): Promise<Response> {
  const { db, locale: l } = c.var
  const example = await exampleIn(c)
  const t = textsOf(l).pictures
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <PicturesPage
      l={l}
      example={example}
      comments={await listOpenComments(db, example.id, ['pictures'])}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}
