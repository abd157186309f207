import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only, open } from '#domains/accounts/index.ts'
import { sendFile, statusOf, unlessAway } from '#platform/files/store/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { largestPicture } from '#platform/pictures/redraw.ts'
import { page } from '#ui/page.tsx'
import { findIssueById } from '../magazine/issue-queries.ts'
import { PicturesPage } from '../pages/pictures.tsx'
import { newsPaths } from '../paths.ts'
import { findNewsById } from '../queries.ts'
import { textsOf } from '../texts.ts'
import {
  deletePicture,
  insertPicture,
  listPictures,
  type PictureOwner,
  readPicture,
  setLead,
} from './picture-queries.ts'
import { uploadedPicture } from './uploaded.ts'

type C = Context<AppEnv<Database>>

const number = ':id{[0-9]{1,9}}'
const writes = only('news.write')
const altForm = z.object({ alt: line('alt-missing', 300) })

/** The pictures of news and of issues of the magazine: shown to all, kept by the secretariat. */
export const pictureRoutes = new Hono<AppEnv<Database>>()

pictureRoutes.get('/nyheter/bild/:file{[0-9]{1,9}-[0-9a-f]{16}\\.webp}', open(), async (c) => {
  const [id = '', sum = ''] = c.req.param('file').replace('.webp', '').split('-')
  const picture = await readPicture(c.var.db, Number(id), sum)
  if (!picture) return c.notFound()
  return sendFile(c, picture, {
    'content-type': 'image/webp',
    etag: `"${picture.sha256.slice(0, 22)}"`,
    'cache-control': 'public, max-age=86400',
    'x-content-type-options': 'nosniff',
  })
})

for (const [kind, path] of [
  ['news', newsPaths.pictures(number)],
  ['issue', newsPaths.issuePictures(number)],
] as const) {
  pictureRoutes.get(path, writes, (c) => show(c, kind, { typed: {}, errors: {} }, 200))
  pictureRoutes.post(
    path,
    writes,
    bodyLimit({
      maxSize: largestPicture + 100_000,
      onError: (c: C) => show(c, kind, { typed: {}, errors: { fil: 'picture-large' } }, 422),
    }),
    (c) => add(c, kind),
  )
  pictureRoutes.post(`${path}/:picture{[0-9]{1,9}}`, writes, (c) => change(c, kind))
}

type Kind = 'news' | 'issue'

async function add(c: C, kind: Kind): Promise<Response> {
  const { db, actor } = c.var
  const { owner, path } = await ownerIn(c, kind)
  const form = await readForm(c, altForm)
  const picture = await uploadedPicture(await c.req.formData().catch(() => new FormData()), 'fil')
  const errors: Record<string, string> = form.ok ? {} : form.errors
  if (picture === 'none') errors.fil = 'picture-missing'
  else if ('fault' in picture) errors.fil = picture.fault
  if (!form.ok || picture === 'none' || 'fault' in picture || !actor) {
    return show(c, kind, { typed: form.typed, errors }, 422)
  }
  const kept = await unlessAway(
    act(db, actor, 'add a picture', (trx) =>
      insertPicture(trx, owner, { ...picture, alt: form.values.alt, personId: actor.personId }),
    ),
  )
  if (kept !== 'done') return show(c, kind, { typed: form.typed, errors: { fil: kept } }, statusOf(kept))
  return redirect(c, path, 'bild')
}

async function change(c: C, kind: Kind): Promise<Response> {
  const { owner, path } = await ownerIn(c, kind)
  const form = await readForm(c, z.object({ gor: z.enum(['forst', 'ta-bort']) }))
  const picture = Number(c.req.param('picture'))
  if (form.ok) {
    const leads = form.values.gor === 'forst'
    await act(c.var.db, c.var.actor, leads ? 'let a picture lead' : 'remove a picture', (trx) =>
      leads ? setLead(trx, owner, picture) : deletePicture(trx, owner, picture),
    )
  }
  return redirect(c, path, 'sparat')
}

async function ownerIn(c: C, kind: Kind): Promise<{ owner: PictureOwner; path: string; back: string }> {
  const id = Number(c.req.param('id'))
  const found = kind === 'news' ? await findNewsById(c.var.db, id) : await findIssueById(c.var.db, id)
  if (!found) throw new Problem(404, textsOf(c.var.locale).item.notFound)
  return kind === 'news'
    ? { owner: { news: id }, path: newsPaths.pictures(id), back: newsPaths.edit(id) }
    : { owner: { issue: id }, path: newsPaths.issuePictures(id), back: newsPaths.issueEdit(id) }
}

async function show(
  c: C,
  kind: Kind,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 503,
): Promise<Response> {
  const { db, locale: l } = c.var
  const { owner, path, back } = await ownerIn(c, kind)
  const t = textsOf(l).pictures
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <PicturesPage
      l={l}
      path={path}
      back={back}
      pictures={await listPictures(db, owner)}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}
