import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { inAddress, only } from '#domains/accounts/index.ts'
import { loadFigureData } from '#domains/key-figures/index.ts'
import {
  isMember,
  organisationDirectory,
  organisationsNamed,
  searchOrganisations,
} from '#domains/members/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import {
  addOwnFigure,
  answerInvitation,
  archive,
  canReport,
  changeOwnFigure,
  invite,
  type Place,
} from './own-actions.ts'
import { ownFigureForm, typedOf, wordsOf } from './own-form.ts'
import { findOwnFigure, listOwnFiguresOf } from './own-queries.ts'
import { shownValues } from './own-values.ts'
import { OwnFigurePage } from './pages/own-figure.tsx'
import { OwnFormPage } from './pages/own-form.tsx'
import { OwnListPage, titleOf } from './pages/own-list.tsx'
import { cataloguePaths } from './paths.ts'
import { textsOf } from './texts.ts'

export type C = Context<AppEnv<Database>>
export interface FormState {
  typed: Typed
  errors: Record<string, string>
}

/** A member's side: the key figures that it keeps or follows beside those of the meetings. */
export const ownRoutes = new Hono<AppEnv<Database>>()

export const codeInPath = ':code{\\d{4}}'
export const figureInPath = ':figure{[a-z0-9-]{1,40}}'
const mayEdit = only('own-figures.edit', inAddress)
const empty: FormState = { typed: {}, errors: {} }

ownRoutes.get(cataloguePaths.own(codeInPath), mayEdit, async (c) => {
  const { locale: l, db } = c.var
  const { code, name } = await memberIn(c)
  const { title, lead } = textsOf(l).own
  return page(
    c,
    { title: title(name), description: lead, noIndex: true },
    <OwnListPage
      l={l}
      code={code}
      name={name}
      figures={await listOwnFiguresOf(db, code)}
      done={c.req.query('klart')}
    />,
  )
})

ownRoutes.get(cataloguePaths.newOwn(codeInPath), mayEdit, (c) =>
  showForm(c, { typed: { decimaler: '1' }, errors: {} }, 200),
)

ownRoutes.post(cataloguePaths.newOwn(codeInPath), mayEdit, async (c) => {
  const member = await memberIn(c)
  const form = await readForm(c, ownFigureForm)
  if (!form.ok) return showForm(c, form, 422)
  const added = await addOwnFigure(placeOf(c), member, wordsOf(form.values))
  if ('refused' in added) return showForm(c, { ...form, errors: { namn: added.refused } }, 422)
  return redirect(c, cataloguePaths.ownFigure(member.code, added.id), 'sparat')
})

ownRoutes.get(cataloguePaths.ownFigure(codeInPath, figureInPath), mayEdit, (c) => showFigure(c, empty, 200))

ownRoutes.get(cataloguePaths.editOwn(codeInPath, figureInPath), mayEdit, async (c) => {
  const figure = await ownedIn(c)
  return showForm(c, { typed: typedOf(figure), errors: {} }, 200)
})

ownRoutes.post(cataloguePaths.editOwn(codeInPath, figureInPath), mayEdit, async (c) => {
  const { ownerCode, id } = await ownedIn(c)
  const form = await readForm(c, ownFigureForm)
  if (!form.ok) return showForm(c, form, 422)
  const { version: seen, samma: sameMeaning } = form.values
  const saved = await changeOwnFigure(placeOf(c), ownerCode, id, {
    words: wordsOf(form.values),
    seen,
    sameMeaning,
  })
  const here = cataloguePaths.ownFigure(ownerCode, id)
  if (saved === 'saved') return redirect(c, here, 'sparat')
  if (saved === 'refused') throw overtaken(c, here)
  if (saved === 'changed') return showForm(c, { ...form, errors: { namn: 'changed' } }, 422)
  const fieldOf = { 'new-version': 'enhet', 'break-or-version': 'galler', 'same-meaning': 'samma' }
  const errors = Object.fromEntries(saved.map((demand) => [fieldOf[demand], demand]))
  return showForm(c, { ...form, errors }, 422)
})

ownRoutes.post(cataloguePaths.invite(codeInPath, figureInPath), mayEdit, async (c) => {
  const { db, remember, today } = c.var
  const { ownerCode, id } = await ownedIn(c)
  const form = await readForm(c, z.object({ medlem: z.string().max(200).default('') }))
  const directory = await organisationDirectory(db, remember)
  const typed = form.ok ? form.values.medlem : ''
  const found = typed ? searchOrganisations(directory, typed) : []
  const named = found.find(({ name }) => name.toLowerCase() === typed.toLowerCase())
  const guest = named ?? (found.length === 1 ? found[0] : undefined)
  const wrong = (medlem: string) => showFigure(c, { typed: form.typed, errors: { medlem } }, 422)
  if (!guest) return wrong('organisation-missing')
  if (!isMember(guest, today)) return wrong('not-a-member')
  const answer = await invite(placeOf(c), ownerCode, id, guest)
  const here = cataloguePaths.ownFigure(ownerCode, id)
  if (answer === 'refused') throw overtaken(c, here)
  return answer === 'invited' ? redirect(c, here, 'inbjuden') : wrong(answer)
})

ownRoutes.post(cataloguePaths.move(codeInPath, figureInPath), mayEdit, async (c) => {
  const figure = await figureIn(c)
  const code = c.req.param('code') ?? ''
  const form = await readForm(c, z.object({ svar: z.enum(['accept', 'decline', 'leave']) }))
  const list = cataloguePaths.own(code)
  if (!form.ok || !(await answerInvitation(placeOf(c), code, figure.id, form.values.svar))) {
    throw overtaken(c, list)
  }
  return redirect(c, list, 'svar')
})

ownRoutes.post(cataloguePaths.archive(codeInPath, figureInPath), mayEdit, async (c) => {
  const { ownerCode, id } = await ownedIn(c)
  const form = await readForm(c, z.object({ vad: z.enum(['sluta', 'ta-upp']) }))
  const here = cataloguePaths.ownFigure(ownerCode, id)
  const saved = form.ok
    ? await archive(placeOf(c), ownerCode, id, form.values.vad === 'sluta')
    : ('refused' as const)
  if (saved === 'refused') throw overtaken(c, here)
  if (saved === 'too-many') return showFigure(c, { typed: {}, errors: { vad: saved } }, 422)
  return redirect(c, here, 'sparat')
})

/** With everything that an action needs. */
export function placeOf(c: C): Place {
  const { db, actor, config, today, locale } = c.var
  if (!actor) throw new Problem(403, textsOf(locale).own.gone)
  return { db, actor, baseUrl: config.baseUrl, today, demo: config.mode === 'demo' }
}

/** The member of the address. Throws a 404. */
export async function memberIn(c: C): Promise<{ code: string; name: string }> {
  const { locale } = c.var
  const found = (await organisationsNamed(c.var, { codes: [c.req.param('code') ?? ''] })).byCode.get(
    c.req.param('code') ?? '',
  )
  if (!found) throw new Problem(404, textsOf(locale).own.gone)
  return { code: found.code, name: found.name }
}

/** The figure of the address, if the member has to do with it. Throws a 404. */
export async function figureIn(c: C) {
  const figure = await findOwnFigure(c.var.db, c.req.param('figure') ?? '')
  const code = c.req.param('code')
  if (!figure?.parties.some((party) => party.code === code)) {
    throw new Problem(404, textsOf(c.var.locale).own.gone)
  }
  return figure
}

/** The same, if the member keeps it. */
async function ownedIn(c: C) {
  const figure = await figureIn(c)
  if (figure.ownerCode !== c.req.param('code')) throw new Problem(404, textsOf(c.var.locale).own.gone)
  return figure
}

/** What was asked for is no longer possible. */
export function overtaken(c: C, here: string): Problem {
  const t = textsOf(c.var.locale).own
  return new Problem(409, t.overtaken, [{ href: here, label: t.list }])
}

async function showForm(c: C, { typed, errors }: FormState, status: 200 | 422): Promise<Response> {
  const { locale: l, db } = c.var
  const { code, name } = await memberIn(c)
  const id = c.req.param('figure')
  const figure = id === undefined ? undefined : await findOwnFigure(db, id)
  const { newTitle, lead } = textsOf(l).form
  return page(
    c,
    { title: newTitle, description: lead, noIndex: true },
    <OwnFormPage l={l} code={code} name={name} figure={figure} typed={typed} errors={errors} />,
    status,
  )
}

async function showFigure(c: C, form: FormState, status: 200 | 422): Promise<Response> {
  const { locale: l, db, remember, today } = c.var
  const [{ code, name }, figure] = [await memberIn(c), await figureIn(c)]
  const [{ all }, data] = await Promise.all([
    organisationDirectory(db, remember),
    loadFigureData(
      c.var,
      figure.id,
      null,
      figure.parties.map((party) => party.code),
    ),
  ])
  const known = new Set(figure.parties.map((party) => party.code))
  return page(
    c,
    { title: titleOf(figure, l), description: titleOf(figure, l), noIndex: true },
    <OwnFigurePage
      l={l}
      code={code}
      name={name}
      figure={figure}
      reports={canReport(figure, code)}
      values={shownValues(data, figure, code, l)}
      memberNames={all.filter((one) => isMember(one, today) && !known.has(one.code)).map((one) => one.name)}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}
