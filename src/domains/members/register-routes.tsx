import { type Context, Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { listHolders, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { privateTable } from '#platform/http/table-response.ts'
import { page } from '#ui/page.tsx'
import { insertPartner, openMembership } from './membership-queries.ts'
import { NewPartnerPage } from './pages/new-partner.tsx'
import { RegisterPage } from './pages/register.tsx'
import { RegisterOrganisationPage } from './pages/register-organisation.tsx'
import { organisationPaths, registerPaths } from './paths.ts'
import { partnerSchema } from './profile-form.ts'
import { findProfile, ownerOfNumber, saveProfile } from './profile-queries.ts'
import { readRegisterFilter, readRegisterPage, writeRegisterFilter } from './register-filter.ts'
import { countRegistered, listRegistered } from './register-filter-queries.ts'
import { listCounties, listRegister } from './register-queries.ts'
import { registerTable } from './register-table.ts'
import { partnerCode } from './rules/identifiers.ts'
import { everybody } from './rules/register.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** So many, more than Sweden has, are shown on one page; where there are more, they come in smaller pages. */
const mostOnOnePage = 500
const rowsOnPage = 100

/** More codes do not fit in the address that a letter or an end is begun with. */
const mostChosen = 1000

/** The register of organisations. */
export const registerRoutes = new Hono<AppEnv<Database>>()

registerRoutes.get(registerPaths.list, only('register.edit'), async (c) => {
  const { locale: l, db, today } = c.var
  const filter = readRegisterFilter(c.req.query())
  const [found, total, counties] = await Promise.all([
    countRegistered(db, filter, today),
    countRegistered(db, everybody, today),
    listCounties(db),
  ])
  const size = found > mostOnOnePage ? rowsOnPage : mostOnOnePage
  const pages = Math.ceil(found / size)
  const pageNumber = Math.max(1, Math.min(readRegisterPage(c.req.query()), pages))
  const part = { limit: size, offset: (pageNumber - 1) * size }
  const rows = await listRegister(db, await listRegistered(db, filter, today, part), today)
  const { title, lead } = textsOf(l).register
  return page(
    c,
    { title, description: lead, noIndex: true, wide: true },
    <RegisterPage
      l={l}
      filter={filter}
      rows={rows}
      found={found}
      pageNumber={pageNumber}
      pages={pages}
      total={total}
      counties={counties}
      done={c.req.query('klart')}
      nothingChosen={c.req.query('inget') === '1'}
    />,
  )
})

registerRoutes.get('/kansli/:file{register\\.(csv|xlsx)}', only('register.edit'), async (c) => {
  const { db, today, locale } = c.var
  const ticked = codesIn(c)
  const filter = readRegisterFilter(c.req.query())
  const codes = ticked.length > 0 ? ticked : await listRegistered(db, filter, today)
  const rows = await listRegister(db, codes, today)
  return privateTable(registerTable(rows, locale, today), c.req.param('file'))
})

/** What is done with the rows that were ticked; nothing is changed here, each button leads on. */
registerRoutes.get(registerPaths.chosen, only('register.edit'), async (c) => {
  const { db, today, locale } = c.var
  const filter = readRegisterFilter(c.req.query())
  const everyone = c.req.query('alla') === '1'
  const file = everyone && (['csv', 'xlsx'] as const).find((ending) => ending === c.req.query('gor'))
  if (file) return c.redirect(locale.href(`/kansli/register.${file}${writeRegisterFilter(filter)}`), 303)
  const codes = everyone ? await listRegistered(db, filter, today) : (c.req.queries('kod') ?? [])
  if (codes.length === 0) {
    const back = registerPaths.list + writeRegisterFilter(filter)
    return c.redirect(locale.href(`${back}${back.includes('?') ? '&' : '?'}inget=1`), 303)
  }
  if (codes.length > mostChosen) throw new Problem(400, textsOf(locale).register.tooMany)
  const targets: Record<string, string> = {
    csv: '/kansli/register.csv',
    xlsx: '/kansli/register.xlsx',
    brev: '/kansli/brev/ny',
    avsluta: registerPaths.end,
  }
  const target = targets[c.req.query('gor') ?? '']
  if (!target) throw new Problem(400, textsOf(locale).register.noAction)
  return c.redirect(locale.href(`${target}?organisationer=${codes.join(',')}`), 303)
})

registerRoutes.get(registerPaths.newPartner, only('register.edit'), (c) =>
  showNew(c, { typed: { since: c.var.today }, errors: {} }, 200),
)

registerRoutes.post(registerPaths.newPartner, only('register.edit'), async (c) => {
  const { db, actor } = c.var
  const form = await readForm(c, partnerSchema)
  if (!form.ok) return showNew(c, form, 422)
  const { name, organisationNumber, since, decision } = form.values
  const owner = organisationNumber && (await ownerOfNumber(db, organisationNumber, ''))
  if (owner) {
    const errors = { organisationNumber: textsOf(c.var.locale).profile.numberTaken(owner) }
    return showNew(c, { typed: form.typed, errors }, 422)
  }
  const code = await act(db, actor, 'add a partner', async (trx) => {
    const added = await insertPartner(trx, name, partnerCode(name))
    await openMembership(trx, { code: added, since, kind: 'full', decision })
    const profile = await findProfile(trx, added)
    if (organisationNumber && profile) {
      await saveProfile(trx, added, '', { ...profile, organisationNumber, logo: null })
    }
    return added
  })
  return redirect(c, registerPaths.one(code), 'partner')
})

registerRoutes.get(registerPaths.one(':code'), only('register.edit'), (c) => showRegistered(c))

/** One organisation's page in the register, with the form that was just sent, if it came back. */
export async function showRegistered(
  c: C,
  form: { step: string; typed: Typed; errors: Record<string, string>; conflict?: boolean } | null = null,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { locale: l, db, today } = c.var
  const code = c.req.param('code') ?? ''
  const [profile, holders] = await Promise.all([findProfile(db, code), listHolders(db, code)])
  if (!profile) {
    const { title } = textsOf(l).register
    throw new Problem(404, textsOf(l).noOrganisation, [{ href: registerPaths.list, label: title }])
  }
  return page(
    c,
    { title: profile.name, description: profile.name, noIndex: true, wide: true },
    <RegisterOrganisationPage
      l={l}
      profile={profile}
      holders={holders.filter(({ until }) => until === null || until > today)}
      today={today}
      form={form}
      publicHref={/^\d{4}$/.test(code) ? organisationPaths.profile(code) : null}
      done={c.req.query('klart')}
    />,
    status,
  )
}

/** The organisations that an address names: `?organisationer=1382,1283`. */
export function codesIn(c: C): string[] {
  return (c.req.query('organisationer') ?? '').split(',').filter((code) => /^[\w-]{1,60}$/.test(code))
}

function showNew(c: C, form: { typed: Typed; errors: Record<string, string> }, status: 200 | 422): Response {
  const { title, lead } = textsOf(c.var.locale).partner
  return page(
    c,
    { title, description: lead, noIndex: true },
    <NewPartnerPage l={c.var.locale} typed={form.typed} errors={form.errors} />,
    status,
  )
}
