import { type Context, Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, type Limit, mayTry, memberRoles, only } from '#domains/accounts/index.ts'
import { isMember, organisationDirectory } from '#domains/members/index.ts'
import { association } from '#platform/association.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { officeTextsOf } from '../office-texts.ts'
import { partnerPaths } from '../paths.ts'
import { missing } from '../public-routes.tsx'
import { listNetworks } from '../queries.ts'
import { projectForm, projectFrom, typedProject } from './forms.ts'
import { OwnProjectPage } from './pages/own-project.tsx'
import { OwnProjectsPage } from './pages/own-projects.tsx'
import {
  findProject,
  insertProject,
  listProjectsOf,
  type Project,
  publishProject,
  updateProject,
} from './queries.ts'

type C = Context<AppEnv<Database>>

/** How members and the secretariat write about their projects. */
export const ownProjectRoutes = new Hono<AppEnv<Database>>()

const perPerson: Limit = { name: 'cooperation-project', times: 60, seconds: 60 * 60 }
const id = ':project{[0-9]{1,9}}'
const writes = only('projects.write')

ownProjectRoutes.get(partnerPaths.ownProjects, writes, async (c) => {
  const { locale: l, db } = c.var
  const { mine, lead } = officeTextsOf(l).project
  const projects = await listProjectsOf(
    db,
    writersOf(c).map(({ code }) => code),
  )
  return page(
    c,
    { title: mine, description: lead, noIndex: true },
    <OwnProjectsPage l={l} projects={projects} done={c.req.query('klart')} />,
  )
})

ownProjectRoutes.get(partnerPaths.beginProject, writes, (c) =>
  show(c, undefined, { typed: {}, errors: {} }, 200),
)

ownProjectRoutes.post(partnerPaths.beginProject, writes, async (c) => {
  const { db, actor, config } = c.var
  const read = await readProject(c)
  if (!read.written || !actor) return show(c, undefined, read, read.status)
  const writers = writersOf(c)
  const writer = writers.find(({ code }) => code === textIn(read.typed, 'kommun')) ?? writers[0]
  if (!writer) throw missing(c)
  const { written } = read
  const begun = await act(db, actor, 'write of a project', (trx) =>
    insertProject(trx, written, {
      organisationCode: writer.code,
      personId: actor.personId,
      madeUp: config.mode === 'demo',
    }),
  )
  return redirect(c, partnerPaths.ownProject(begun), 'sparat')
})

ownProjectRoutes.get(partnerPaths.ownProject(id), writes, async (c) => {
  const project = await ownProjectIn(c)
  return show(c, project, { typed: typedProject(project), errors: {} }, 200)
})

ownProjectRoutes.post(partnerPaths.ownProject(id), writes, async (c) => {
  const { db, actor, now } = c.var
  const project = await ownProjectIn(c)
  const read = await readProject(c)
  if (!read.written || !actor) return show(c, project, read, read.status)
  const { written, seen } = read
  const saved = await act(db, actor, 'change a project', (trx) =>
    updateProject(trx, project.id, written, { personId: actor.personId, seen, now }),
  )
  if (saved) return redirect(c, partnerPaths.ownProject(project.id), 'sparat')
  const typed = { ...read.typed, version: String(project.version) }
  return show(c, project, { typed, errors: {}, overtaken: true }, 409)
})

ownProjectRoutes.post(partnerPaths.publishProject(id), writes, async (c) => {
  const { db, actor, now } = c.var
  const project = await ownProjectIn(c)
  await act(db, actor, 'publish a project', (trx) => publishProject(trx, project.id, now))
  return redirect(c, partnerPaths.ownProject(project.id), 'publicerat')
})

/** In whose name somebody may write. */
function writersOf(c: C): { code: string; name: string }[] {
  const { actor } = c.var
  const own = (actor?.roles ?? []).filter(
    (held) => held.member && memberRoles.some((role) => role === held.role),
  )
  const office = can(actor, 'partners.edit') ? [{ code: association.code, name: association.name.sv }] : []
  const all = own.map(({ organisationCode: code, organisationName: name }) => ({ code, name }))
  return [...new Map([...all, ...office].map((one) => [one.code, one])).values()]
}

/** The project of an address, if it is the reader's own or the reader is of the secretariat; else 404. */
async function ownProjectIn(c: C): Promise<Project> {
  const project = await findProject(c.var.db, Number(c.req.param('project')))
  const isOwn = writersOf(c).some(({ code }) => code === project?.organisation.code)
  if (!project || !(isOwn || can(c.var.actor, 'partners.edit'))) throw missing(c)
  return project
}

async function readProject(c: C) {
  const { db, remember, today, actor } = c.var
  const form = await readForm(c, projectForm)
  const failed = (errors: Record<string, string>, status: 422 | 429 = 422) => ({
    written: undefined,
    typed: form.typed,
    errors,
    status,
  })
  if (!form.ok) return failed(form.errors)
  const [{ all }, networks] = await Promise.all([organisationDirectory(db, remember), listNetworks(db, true)])
  const { written, errors } = projectFrom(form.values, {
    members: all.filter((organisation) => isMember(organisation, today)),
    networkIds: networks.map(({ id: network }) => network),
  })
  if (Object.keys(errors).length > 0) return failed(errors)
  if (!(await mayTry(db, perPerson, String(actor?.personId)))) return failed({ namn: 'too-often' }, 429)
  return { written, typed: form.typed, errors: {}, seen: form.values.version, status: 422 as const }
}

async function show(
  c: C,
  project: Project | undefined,
  form: { typed: Typed; errors: Record<string, string>; overtaken?: boolean },
  status: 200 | 409 | 422 | 429,
): Promise<Response> {
  const { locale: l, db } = c.var
  const t = officeTextsOf(l).project
  const { typed, errors, overtaken = false } = form
  return page(
    c,
    { title: project ? t.edit : t.new, description: t.formLead, noIndex: true },
    <OwnProjectPage
      l={l}
      project={project}
      writers={project ? [] : writersOf(c)}
      networks={await listNetworks(db)}
      done={c.req.query('klart')}
      {...{ typed, errors, overtaken }}
    />,
    status,
  )
}
