import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { emailAddress, line, optionalLine, readForm, type Typed, ticked } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { confirmAddress, proposeAddress } from './change-address.ts'
import { justLoggedIn, only, open } from './guard.ts'
import { hasAssociationRole } from './my-data-queries.ts'
import { ErasedPage, MyDataPage } from './pages/my-data.tsx'
import { loginPaths } from './paths.ts'
import { findPerson, findPersonByEmail, type PersonRow, updatePerson } from './person-queries.ts'
import { type Limit, mayTry } from './rate-limit-queries.ts'
import { forgetSession } from './session.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const correction = z.object({
  name: line('name-missing'),
  title: optionalLine(),
  phone: optionalLine(50),
  email: emailAddress(),
  language: z.enum(['sv', 'en']),
})
/** Addresses that one person may have a link sent to: the mail goes to whoever was named. */
const newAddresses: Limit = { name: 'new-address', times: 5, seconds: 60 * 60 }
const erasure = z.object({ bekrafta: ticked })

/** One's own data: see, correct, take along, be erased. */
export const myDataRoutes = new Hono<AppEnv<Database>>()

myDataRoutes.get(loginPaths.myData, only('own-pages.use'), async (c) => {
  const person = await self(c)
  return person ? show(c, person, { typed: typedOf(person), errors: {} }, 200) : c.notFound()
})

myDataRoutes.post(loginPaths.myData, only('own-pages.use'), async (c) => {
  const { db, actor, config } = c.var
  const person = await self(c)
  if (!actor || !person) return c.notFound()
  const form = await readForm(c, correction)
  if (!form.ok) return show(c, person, form, 422)
  const { email, ...values } = form.values
  const other = await findPersonByEmail(db, email)
  if (other && other.id !== person.id) {
    return show(c, person, { typed: form.typed, errors: { email: 'email-taken' } }, 422)
  }
  const isNew = email !== person.email?.toLowerCase()
  if (isNew && !(await mayTry(db, newAddresses, String(actor.personId)))) {
    return show(c, person, { typed: form.typed, errors: { email: 'too-often' } }, 429)
  }
  await act(db, actor, 'correct own data', (trx) => updatePerson(trx, person.id, values))
  if (!isNew) return redirect(c, loginPaths.myData, 'sparat')
  await proposeAddress(db, actor, { email, baseUrl: config.baseUrl, language: values.language })
  return redirect(c, loginPaths.myData, 'adress-skickad')
})

// The link of the mail: the button behind it changes the address, a mail program's look does not.
myDataRoutes.get(loginPaths.newAddress(':token'), only('own-pages.use'), justLoggedIn(), async (c) => {
  const person = await self(c)
  if (!person) return c.notFound()
  return show(c, person, { typed: typedOf(person), errors: {}, token: c.req.param('token') }, 200)
})

myDataRoutes.post(loginPaths.newAddress(':token'), only('own-pages.use'), justLoggedIn(), async (c) => {
  const { db, actor } = c.var
  const person = await self(c)
  if (!actor || !person) return c.notFound()
  const done = await confirmAddress(db, actor, c.req.param('token'))
  if (done === 'changed') return redirect(c, loginPaths.myData, 'adress-bytt')
  return show(c, person, { typed: typedOf(person), errors: { email: done } }, 422)
})

myDataRoutes.get(loginPaths.myDataFile, only('own-pages.use'), async (c) => {
  const { db, actor, gathered } = c.var
  if (!actor) return c.notFound()
  const data = await gathered.personalData(db, actor.personId)
  return c.body(JSON.stringify(data, null, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="mina-uppgifter.json"',
  })
})

myDataRoutes.post(loginPaths.erase, only('own-pages.use'), justLoggedIn(), async (c) => {
  const { db, actor, gathered, today } = c.var
  const person = await self(c)
  if (!actor || !person) return c.notFound()
  const form = await readForm(c, erasure)
  const refuse = (bekrafta: string) => show(c, person, { typed: typedOf(person), errors: { bekrafta } }, 422)
  if (!form.ok || !form.values.bekrafta) return refuse('confirm-missing')
  if (await hasAssociationRole(db, actor.personId, today)) return refuse('last-board')
  await act(db, actor, 'erase own data', (trx) => gathered.erase(trx, actor.personId, today))
  forgetSession(c)
  return redirect(c, loginPaths.erased)
})

myDataRoutes.get(loginPaths.erased, open(), (c) => {
  const { locale: l } = c.var
  const { gone, goneText } = textsOf(l).myData
  return page(c, { title: gone, description: goneText, noIndex: true }, <ErasedPage l={l} />)
})

function self(c: C): Promise<PersonRow | undefined> {
  const { actor, db } = c.var
  return actor ? findPerson(db, actor.personId) : Promise.resolve(undefined)
}

function typedOf({ name, title, phone, email, language }: PersonRow): Typed {
  return { name, title, phone, email: email ?? '', language }
}

async function show(
  c: C,
  person: PersonRow,
  form: { typed: Typed; errors: Record<string, string>; token?: string },
  status: 200 | 422 | 429,
): Promise<Response> {
  const { locale: l, db, gathered } = c.var
  const held = await gathered.personalData(db, person.id)
  const { title, lead } = textsOf(l).myData
  return page(
    c,
    { title, description: lead, noIndex: true },
    <MyDataPage l={l} person={person} held={held} done={c.req.query('klart')} {...form} />,
    status,
  )
}
