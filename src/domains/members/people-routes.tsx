import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import {
  appoint,
  endAppointment,
  findPerson,
  findPersonByEmail,
  type Held,
  listAppointmentsOf,
  only,
  type PersonRow,
  roles,
  updatePerson,
} from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { emailAddress, line, optionalLine, readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { privateTable } from '#platform/http/table-response.ts'
import { page } from '#ui/page.tsx'
import { largeFrom } from './large.ts'
import { PeopleRegisterPage } from './pages/people-register.tsx'
import { PersonPage } from './pages/person.tsx'
import { registerPaths } from './paths.ts'
import { countPeople, listPeople, type PeopleFilter, voidLinksOf } from './people-queries.ts'
import { mayChange, rolesToGive } from './people-rights.ts'
import { findOrganisationHead, listOrganisationNames } from './register-queries.ts'
import { peopleTable } from './register-table.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const pageSize = 50

const question = z.object({
  sok: z.string().trim().max(100).catch(''),
  roll: z.string().max(40).catch(''),
  organisation: z.string().max(60).catch(''),
  adress: z.string().catch(''),
  sida: z.coerce.number().int().min(1).max(100_000).catch(1),
})

/** The people that the association knows. */
export const peopleRoutes = new Hono<AppEnv<Database>>()

peopleRoutes.get(registerPaths.people, only('register.edit'), async (c) => {
  const { locale: l, db, today } = c.var
  const { filter, sida } = filterIn(c)
  const [people, total, organisations] = await Promise.all([
    listPeople(db, filter, today, pageSize, (sida - 1) * pageSize),
    countPeople(db, filter, today),
    listOrganisationNames(db, largeFrom),
  ])
  const { title, lead } = textsOf(l).people
  return page(
    c,
    { title, description: lead, noIndex: true, wide: true },
    <PeopleRegisterPage
      l={l}
      filter={filter}
      people={people}
      total={total}
      pageNumber={sida}
      pages={Math.ceil(total / pageSize)}
      organisations={organisations}
    />,
  )
})

peopleRoutes.get('/kansli/:file{personer\\.(csv|xlsx)}', only('register.edit'), async (c) => {
  const { db, today, locale } = c.var
  const people = await listPeople(db, filterIn(c).filter, today)
  return privateTable(peopleTable(people, locale, today), c.req.param('file'))
})

const change = z.object({
  name: line('name-missing'),
  email: z.union([z.literal(''), emailAddress()], 'email-wrong').default(''),
  title: optionalLine(),
  phone: optionalLine(50),
})

peopleRoutes.get(registerPaths.person(':id'), only('register.edit'), (c) => show(c, null, 200))

peopleRoutes.post(registerPaths.person(':id'), only('register.edit'), async (c) => {
  const { db, actor } = c.var
  const { person, held } = await personOf(c)
  demandRight(c, held)
  const form = await readForm(c, change)
  if (!form.ok) return show(c, form, 422)
  const { email, ...values } = form.values
  const other = email ? await findPersonByEmail(db, email) : undefined
  if (other && other.id !== person.id) {
    const errors = { email: textsOf(c.var.locale).people.emailTaken(other.name) }
    return show(c, { typed: form.typed, errors, double: other.id }, 422)
  }
  if (!email && person.email) return show(c, { typed: form.typed, errors: { email: 'email-missing' } }, 422)
  const changed = email !== '' && email !== person.email?.toLowerCase()
  await act(db, actor, 'edit a person', async (trx) => {
    const next = { ...values, language: person.language, ...(changed ? { email } : {}) }
    await updatePerson(trx, person.id, next)
    if (changed) await voidLinksOf(trx, person.id)
  })
  return redirect(c, registerPaths.person(person.id), 'sparad')
})

const newRole = z.object({
  role: z.enum(roles, 'role-missing'),
  organisation: line('organisation-missing', 60),
})

peopleRoutes.post(registerPaths.role(':id'), only('register.edit'), async (c) => {
  const { db, actor, today } = c.var
  const { person, held } = await personOf(c)
  demandRight(c, held)
  const form = await readForm(c, newRole)
  if (!form.ok) return show(c, form, 422)
  const { role, organisation: code } = form.values
  const organisation = await findOrganisationHead(db, code)
  if (!organisation)
    return show(c, { typed: form.typed, errors: { organisation: 'organisation-missing' } }, 422)
  if (!rolesToGive(actor, organisation.kind === 'association').includes(role)) {
    return show(c, { typed: form.typed, errors: { role: 'role-not-there' } }, 422)
  }
  await act(db, actor, 'give a role', (trx) =>
    appoint(trx, { personId: person.id, organisationCode: code, role, since: today }),
  )
  return redirect(c, registerPaths.person(person.id), 'uppdrag')
})

peopleRoutes.post(registerPaths.endRole(':id', ':appointment'), only('register.edit'), async (c) => {
  const { db, actor, today } = c.var
  const { person, held } = await personOf(c)
  demandRight(c, held)
  const ending = held.find(({ id }) => String(id) === c.req.param('appointment'))
  const done =
    ending &&
    (await act(db, actor, 'end a role', (trx) =>
      endAppointment(trx, ending.id, ending.organisationCode, today),
    ))
  if (!done) throw new Problem(409, textsOf(c.var.locale).people.roleGone)
  return redirect(c, registerPaths.person(person.id), 'avslutat')
})

/** The person of the address with all roles. Throws 404 for one that is not there or is erased. */
export async function personOf(c: C, name = 'id'): Promise<{ person: PersonRow; held: Held[] }> {
  const id = c.req.param(name) ?? ''
  const person = /^\d{1,15}$/.test(id) ? await findPerson(c.var.db, Number(id)) : undefined
  if (!person || person.erased_at) {
    const { nobody, title } = textsOf(c.var.locale).people
    throw new Problem(404, nobody, [{ href: registerPaths.people, label: title }])
  }
  return { person, held: await listAppointmentsOf(c.var.db, person.id) }
}

/** Throws 403 when only an administrator may change the person. */
export function demandRight(c: C, held: Held[]): void {
  const { actor, today, locale } = c.var
  const now = held.filter(({ until }) => until === null || until > today)
  if (!mayChange(actor, now)) throw new Problem(403, textsOf(locale).people.administratorsOnly)
}

function filterIn(c: C): { filter: PeopleFilter; sida: number } {
  const { sok, roll, organisation, adress, sida } = question.parse(c.req.query())
  const filter = { text: sok, role: roll, organisationCode: organisation, refused: adress === 'avvisad' }
  return { filter, sida }
}

async function show(
  c: C,
  form: { typed: Typed; errors: Record<string, string>; double?: number } | null,
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db, actor, today } = c.var
  const { person, held } = await personOf(c)
  const organisations = await listOrganisationNames(db, largeFrom)
  return page(
    c,
    { title: person.name, description: person.name, noIndex: true },
    <PersonPage
      l={l}
      person={person}
      held={held}
      today={today}
      mayChange={mayChange(
        actor,
        held.filter(({ until }) => until === null || until > today),
      )}
      roles={[...rolesToGive(actor, false), ...rolesToGive(actor, true)]}
      organisations={organisations}
      form={form}
      done={c.req.query('klart')}
    />,
    status,
  )
}
