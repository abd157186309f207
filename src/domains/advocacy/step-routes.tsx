import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { adoptForm, closeForm, reservationsForm } from './forms.ts'
import { type C, matterFor, matterIn, placeOf } from './here.ts'
import {
  adoptMatter,
  closeMatter,
  noteReservations,
  openMatter,
  proposeMatter,
  takeBackMatter,
} from './matter-actions.ts'
import type { Matter } from './matter-queries.ts'
import { advocacyPaths, matterId } from './paths.ts'
import { sendResponse } from './send-actions.ts'
import { showMatter } from './show-matter.tsx'
import { findVersion } from './version-queries.ts'

/** The steps of a matter from opening to sending. */
export const stepRoutes = new Hono<AppEnv<Database>>()

const [drafts, sends] = [only('advocacy.edit'), only('advocacy.send')]

stepRoutes.post(advocacyPaths.open(matterId), drafts, async (c) => {
  const matter = await matterIn(c)
  return after(c, matter, await openMatter(placeOf(c), matter.id), 'oppnad')
})

stepRoutes.post(advocacyPaths.propose(matterId), sends, async (c) => {
  const matter = await matterIn(c)
  const hasText = (await findVersion(c.var.db, matter.id)) !== undefined
  return after(c, matter, hasText && (await proposeMatter(placeOf(c), matter.id)), 'till-styrelsen')
})

stepRoutes.post(advocacyPaths.takeBack(matterId), sends, async (c) => {
  const matter = await matterIn(c)
  return after(c, matter, await takeBackMatter(placeOf(c), matter.id), 'tagit-tillbaka')
})

stepRoutes.post(advocacyPaths.adopt(matterId), sends, async (c) => {
  const matter = await matterFor(c, 'adopt')
  const form = await readForm(c, adoptForm)
  if (!form.ok) return showMatter(c, matter, { about: 'beslut', ...form })
  const { dag: on, mote: meeting, paragraf: paragraph, reservationer } = form.values
  if (on > c.var.today) {
    return showMatter(c, matter, { about: 'beslut', ...form, errors: { dag: 'decided-on-to-come' } })
  }
  const done = await adoptMatter(placeOf(c), matter.id, { on, meeting, paragraph, address: '', text: '' })
  if (done && reservationer) await noteReservations(placeOf(c), matter.id, reservationer)
  return after(c, matter, done, 'antaget')
})

stepRoutes.post(advocacyPaths.reservations(matterId), sends, async (c) => {
  const matter = await matterFor(c, 'send')
  const form = await readForm(c, reservationsForm)
  const done = form.ok && (await noteReservations(placeOf(c), matter.id, form.values.reservationer))
  return after(c, matter, done, 'sparat')
})

stepRoutes.post(advocacyPaths.send(matterId), sends, async (c) => {
  const matter = await matterIn(c)
  const { remember, config } = c.var
  const sent = await sendResponse({ ...placeOf(c), remember, baseUrl: config.baseUrl }, matter.id)
  if (sent === 'figures') return after(c, matter, true, 'figures-fel')
  return after(c, matter, sent === 'done', 'skickat')
})

stepRoutes.post(advocacyPaths.close(matterId), sends, async (c) => {
  const matter = await matterFor(c, 'close')
  const form = await readForm(c, closeForm)
  if (!form.ok) return showMatter(c, matter, { about: 'avsta', ...form })
  return after(c, matter, await closeMatter(placeOf(c), matter.id, form.values.skal), 'avstatt')
})

/** Leads to the matter's page, which says what was done, or that it had gone on meanwhile. */
function after(c: C, matter: Matter, done: boolean, notice: string): Response {
  return redirect(c, advocacyPaths.matter(matter.id, matter.title), done ? notice : 'stangt')
}
