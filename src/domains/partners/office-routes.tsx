import { type Context, Hono } from 'hono'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { checkForm, line, readForm, type Sent, type Typed, textIn, typedIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import * as forms from './forms.ts'
import { officeTextsOf } from './office-texts.ts'
import { type FactKind, FactPage } from './pages/fact-form.tsx'
import { OfficePage } from './pages/office.tsx'
import { partnerPaths } from './paths.ts'
import { listAllProjects, setProjectHidden } from './projects/queries.ts'
import { missing } from './public-routes.tsx'
import * as queries from './queries.ts'

type C = Context<AppEnv<Database>>

/** How the secretariat keeps networks, municipalities and history, and looks after the projects. */
export const officeRoutes = new Hono<AppEnv<Database>>()

const edits = only('partners.edit')
const id = ':fact{[a-z0-9-]{1,60}}'
const projectId = ':project{[0-9]{1,9}}'
const hideForm = z.object({ skal: line('reason-missing', 300) })

officeRoutes.get(partnerPaths.office, edits, (c) => showOffice(c, {}, 200))

/** Everything that differs between the three kinds of facts: where they are, how they are read, typed and saved. */
interface Kind<Known, Form extends z.ZodObject> {
  name: FactKind
  begin: string
  edit: (id: string) => string
  form: Form
  list: (c: C) => Promise<Known[]>
  typed: (known: Known) => Typed
  save: (
    trx: Transaction<Database>,
    values: z.output<Form>,
    known: Known | undefined,
    saving: queries.Saving,
  ) => Promise<boolean>
}

function mount<Known extends { id: string; version: number }, Form extends z.ZodObject>(
  kind: Kind<Known, Form>,
): void {
  const find = async (c: C) => {
    const found = (await kind.list(c)).find((one) => one.id === c.req.param('fact'))
    if (!found) throw missing(c)
    return found
  }
  const write = async (c: C, known: Known | undefined): Promise<Response> => {
    const { db, actor, now, config } = c.var
    const form = await readFact(c, kind.form)
    if (!form.ok) return show(c, kind.name, known?.id, form, 422)
    const { values, typed } = form
    const saving = {
      seen: known ? Number(textIn(typed, 'version')) : null,
      now,
      madeUp: config.mode === 'demo',
    }
    const saved = await act(db, actor, `write a ${kind.name}`, (trx) => kind.save(trx, values, known, saving))
    if (saved) return redirect(c, partnerPaths.office, 'sparat')
    const current = { ...typed, version: String(known?.version ?? 0) }
    return show(c, kind.name, known?.id, { typed: current, errors: {}, overtaken: true }, 409)
  }
  officeRoutes.get(kind.begin, edits, (c) => show(c, kind.name, undefined, { typed: {}, errors: {} }, 200))
  officeRoutes.post(kind.begin, edits, (c) => write(c, undefined))
  officeRoutes.get(kind.edit(id), edits, async (c) => {
    const known = await find(c)
    return show(c, kind.name, known.id, { typed: kind.typed(known), errors: {} }, 200)
  })
  officeRoutes.post(kind.edit(id), edits, async (c) => write(c, await find(c)))
}

mount({
  name: 'network',
  begin: partnerPaths.newNetwork,
  edit: partnerPaths.editNetwork,
  form: forms.networkForm,
  list: (c) => queries.listNetworks(c.var.db, true),
  typed: forms.typedNetwork,
  save: (trx, values, known, saving) => queries.saveNetwork(trx, forms.networkFrom(values, known), saving),
})
mount({
  name: 'municipality',
  begin: partnerPaths.newMunicipality,
  edit: partnerPaths.editMunicipality,
  form: forms.municipalityForm,
  list: (c) => queries.listMunicipalities(c.var.db, true),
  typed: forms.typedMunicipality,
  save: (trx, values, known, saving) =>
    queries.saveMunicipality(trx, forms.municipalityFrom(values, known), saving),
})
mount({
  name: 'milestone',
  begin: partnerPaths.newMilestone,
  edit: partnerPaths.editMilestone,
  form: forms.milestoneForm,
  list: (c) => queries.listMilestones(c.var.db, true),
  typed: forms.typedMilestone,
  save: (trx, values, known, saving) =>
    queries.saveMilestone(trx, forms.milestoneFrom(values, known), saving),
})

officeRoutes.post(partnerPaths.hideProject(projectId), edits, async (c) => {
  const form = await readForm(c, hideForm)
  if (!form.ok) return showOffice(c, { [`skal-${c.req.param('project')}`]: 'reason-missing' }, 422)
  await setHidden(c, form.values.skal)
  return redirect(c, partnerPaths.office, 'dolt')
})

officeRoutes.post(partnerPaths.showProject(projectId), edits, async (c) => {
  await setHidden(c, null)
  return redirect(c, partnerPaths.office, 'visat')
})

function setHidden(c: C, reason: string | null): Promise<void> {
  const { db, actor, now } = c.var
  return act(db, actor, reason === null ? 'show a project' : 'hide a project', (trx) =>
    setProjectHidden(trx, Number(c.req.param('project')), reason, now),
  )
}

/** A form whose network, if one is named, is one of ours. */
async function readFact<S extends z.ZodObject>(c: C, schema: S): Promise<Sent<z.output<S>>> {
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const form = checkForm(typed, schema)
  const network = textIn(typed, 'natverk')
  const isKnown =
    network === '' || (await queries.listNetworks(c.var.db, true)).some((one) => one.id === network)
  if (isKnown) return form
  return { ok: false, typed, errors: { ...(form.ok ? {} : form.errors), natverk: 'network-wrong' } }
}

async function showOffice(c: C, errors: Record<string, string>, status: 200 | 422): Promise<Response> {
  const { locale: l, db } = c.var
  const [networks, municipalities, milestones, projects] = await Promise.all([
    queries.listNetworks(db, true),
    queries.listMunicipalities(db, true),
    queries.listMilestones(db, true),
    listAllProjects(db),
  ])
  const { title, lead } = officeTextsOf(l).office
  return page(
    c,
    { title, description: lead, noIndex: true },
    <OfficePage
      l={l}
      {...{ networks, municipalities, milestones, projects, errors }}
      done={c.req.query('klart')}
    />,
    status,
  )
}

async function show(
  c: C,
  kind: FactKind,
  known: string | undefined,
  form: { typed: Typed; errors: Record<string, string>; overtaken?: boolean },
  status: 200 | 409 | 422,
): Promise<Response> {
  const { locale: l, db } = c.var
  const t = officeTextsOf(l)
  const { typed, errors, overtaken = false } = form
  return page(
    c,
    { title: t.office.title, description: t.form.keep, noIndex: true },
    <FactPage
      l={l}
      kind={kind}
      id={known}
      networks={await queries.listNetworks(db, true)}
      {...{ typed, errors, overtaken }}
    />,
    status,
  )
}
