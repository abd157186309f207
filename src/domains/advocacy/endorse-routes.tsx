import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { inAddress, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { localeOf } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { listDemands } from './demand-queries.ts'
import { confirm, type Endorsed, endorse, withdraw } from './endorse-actions.ts'
import { drawFigures, readFigures } from './figures/read-figures.ts'
import { confirmForm, endorseForm } from './forms.ts'
import { actorOf, type C, endorsesFor, matterFor, missing, placeOf } from './here.ts'
import type { Matter } from './matter-queries.ts'
import { EndorsePage } from './pages/endorse.tsx'
import { advocacyPaths, matterId } from './paths.ts'
import { holds } from './rules/standing.ts'
import { differencesOf } from './text/differences.ts'
import { joinText } from './text/paragraphs.ts'
import { textsOf } from './texts.ts'
import { findVersion, listVersions } from './version-queries.ts'
import { loadVoice } from './voice.ts'

/** How an organisation stands behind a text, confirms it after a change, and withdraws. */
export const endorseRoutes = new Hono<AppEnv<Database>>()

const code = ':code{[0-9]{4}}'
const endorses = only('advocacy.endorse', inAddress)

endorseRoutes.get(advocacyPaths.endorse(matterId, code), endorses, async (c) =>
  show(c, await matterFor(c, 'endorse')),
)

endorseRoutes.post(advocacyPaths.endorse(matterId, code), endorses, async (c) => {
  const matter = await matterFor(c, 'endorse')
  const form = await readForm(c, endorseForm)
  if (!form.ok) return show(c, matter, form)
  const { delegation, beslutat: decidedBy, dag: decidedOn, version } = form.values
  if (decidedOn > c.var.today) return show(c, matter, { ...form, errors: { dag: 'decided-on-to-come' } })
  const done = await endorse(placeOf(c), {
    matterId: matter.id,
    code: c.req.param('code'),
    version,
    delegation,
    decidedBy,
    decidedOn,
  })
  return after(c, matter, done, { done: 'bakom', twice: 'redan-bakom' })
})

endorseRoutes.post(advocacyPaths.confirm(matterId, code), endorses, async (c) => {
  const matter = await matterFor(c, 'endorse')
  const form = await readForm(c, confirmForm)
  const version = form.ok ? form.values.version : 0
  const done = await confirm(placeOf(c), { matterId: matter.id, code: c.req.param('code'), version })
  return after(c, matter, done, { done: 'bekraftat', twice: 'redan-bakom' })
})

endorseRoutes.post(advocacyPaths.withdraw(matterId, code), endorses, async (c) => {
  const matter = await matterFor(c, 'endorse')
  const done = await withdraw(placeOf(c), { matterId: matter.id, code: c.req.param('code') })
  return after(c, matter, done, { done: 'dragit-tillbaka', twice: 'dragit-tillbaka' })
})

/** Leads to the matter's page, which says how the organisation stands to the text as it is now. */
function after(
  c: C,
  matter: Matter,
  outcome: Endorsed,
  notices: Record<'done' | 'twice', string>,
): Response | Promise<Response> {
  if (outcome === 'no-version') return show(c, matter)
  return redirect(
    c,
    advocacyPaths.matter(matter.id, matter.title),
    outcome === 'closed' ? 'stangt' : notices[outcome],
  )
}

async function show(
  c: C,
  matter: Matter,
  form?: { typed: Typed; errors: Record<string, string> },
): Promise<Response> {
  const { locale: l, db, now } = c.var
  const organisation = endorsesFor(actorOf(c)).find((one) => one.code === c.req.param('code'))
  const [version, versions, voice, demands] = await Promise.all([
    findVersion(db, matter.id),
    listVersions(db, matter.id),
    loadVoice(c.var, matter.id),
    listDemands(db, matter.id),
  ])
  if (!organisation || !version) throw missing(c)
  const text = joinText(version.paragraphs)
  const written = localeOf(matter.language)
  const { quoted } = await readFigures([text], { reader: c.var, l: written, now })
  const known = [...voice.standing, ...voice.toConfirm].find((one) => one.code === organisation.code)
  const before = known && (await findVersion(db, matter.id, known.version))
  const earlier =
    known && before && !holds(known.version, versions)
      ? { endorsement: known, changes: differencesOf(joinText(before.paragraphs), text) }
      : null
  const title = textsOf(l).endorse.title(organisation.name)
  return page(
    c,
    { title: `${title}: ${matter.title}`, description: matter.summary, noIndex: true },
    <EndorsePage
      l={l}
      matter={matter}
      organisation={organisation}
      version={version.number}
      text={drawFigures(text, quoted, { l: written, now })}
      demands={demands}
      earlier={earlier}
      typed={form?.typed ?? {}}
      errors={form?.errors ?? {}}
    />,
    form ? 422 : 200,
  )
}
