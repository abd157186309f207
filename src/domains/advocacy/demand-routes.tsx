import { Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { demandsForm, demandsFrom, followUpForm, followUpFrom } from './demand-forms.ts'
import { followUpDemand, listDemands, replaceDemands } from './demand-queries.ts'
import { type C, matterFor, missing, placeOf } from './here.ts'
import type { Matter } from './matter-queries.ts'
import { lockMatter } from './matter-write-queries.ts'
import { DemandsFormPage } from './pages/demands-form.tsx'
import { advocacyPaths, matterId } from './paths.ts'
import { isDoable } from './rules/state.ts'
import { showMatter } from './show-matter.tsx'
import { textsOf } from './texts.ts'

/** What a response asks for, and what became of it. */
export const demandRoutes = new Hono<AppEnv<Database>>()

const drafts = only('advocacy.edit')

demandRoutes.get(advocacyPaths.editDemands(matterId), drafts, async (c) => {
  const matter = await matterFor(c, 'edit-demands')
  const demands = await listDemands(c.var.db, matter.id)
  return show(c, matter, { typed: { krav: demands.map(({ text }) => text).join('\n') }, errors: {} })
})

demandRoutes.post(advocacyPaths.editDemands(matterId), drafts, async (c) => {
  const matter = await matterFor(c, 'edit-demands')
  const form = await readForm(c, demandsForm)
  if (!form.ok) return show(c, matter, form, 422)
  const { db, actor } = placeOf(c)
  const saved = await act(db, actor, 'change the demands of a response', async (trx) => {
    const state = await lockMatter(trx, matter.id)
    if (!state || !isDoable('edit-demands', state)) return false
    await replaceDemands(trx, matter.id, demandsFrom(form.values.krav))
    return true
  })
  return redirect(c, advocacyPaths.matter(matter.id, matter.title), saved ? 'krav' : 'stangt')
})

demandRoutes.post(advocacyPaths.followDemand(matterId, ':demand{[0-9]{1,9}}'), drafts, async (c) => {
  const matter = await matterFor(c, 'follow-up')
  const id = Number(c.req.param('demand'))
  if (!(await listDemands(c.var.db, matter.id)).some((demand) => demand.id === id)) throw missing(c)
  const form = await readForm(c, followUpForm)
  const back = (errors: Record<string, string>) =>
    showMatter(c, matter, { about: String(id), typed: form.typed, errors })
  if (!form.ok) return back(form.errors)
  const { followUp, errors } = followUpFrom(form.values, c.var.today)
  if (Object.keys(errors).length > 0) return back(errors)
  const { db, actor, now } = placeOf(c)
  await act(db, actor, 'follow up a demand', (trx) =>
    followUpDemand(trx, { matterId: matter.id, id }, followUp, { by: actor.personId, now }),
  )
  return redirect(c, `${advocacyPaths.matter(matter.id, matter.title)}#krav-${id}`, 'foljt')
})

function show(
  c: C,
  matter: Matter,
  { typed, errors }: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 = 200,
): Response {
  const l = c.var.locale
  const { editTitle, editLead } = textsOf(l).demands
  return page(
    c,
    { title: `${editTitle}: ${matter.title}`, description: editLead, noIndex: true },
    <DemandsFormPage l={l} matter={matter} typed={typed} errors={errors} />,
    status,
  )
}
