import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { currentSetOf, type KeyFigureSet, listSets, membersSet } from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, textIn, textsIn, typedIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { inLanguage } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { listRoundsAsking } from './figure-queries.ts'
import { addSet, changeSet, numberFigures, type SetChange } from './office-actions.ts'
import type { C, FormState } from './own-routes.tsx'
import { placeOf } from './own-routes.tsx'
import { PreviewPage } from './pages/preview.tsx'
import { SetPage } from './pages/set.tsx'
import { SetFormPage } from './pages/set-form.tsx'
import { cataloguePaths } from './paths.ts'
import { setChangeOf, setForm, typedSet } from './set-form.ts'
import { listCandidates, listFiguresInSet, listOfficeSets } from './set-queries.ts'
import { textsOf } from './texts.ts'

/** Sets of key figures: what a meeting decided, which figures it keeps and from when it is followed. */
export const setRoutes = new Hono<AppEnv<Database>>()

export const setInPath = ':set{[a-z0-9-]{1,20}}'
const edits = only('catalogue.edit')

setRoutes.get(cataloguePaths.newSet, edits, async (c) => {
  const { db, today } = c.var
  const sets = await listSets(db)
  const from = c.req.query('fran') ?? currentSetOf(sets, today) ?? ''
  const kept = (await listFiguresInSet(db, from)).map(({ id }) => id)
  return showForm(c, { typed: { motet: 'Årsmötet', nyckeltal: kept }, errors: {} }, 200)
})

setRoutes.post(cataloguePaths.newSet, edits, async (c) => {
  const { db } = c.var
  const form = await readForm(c, setForm)
  const step = textIn(form.typed, 'steg')
  if (!form.ok || step === 'andra') return showForm(c, { errors: {}, ...form }, form.ok ? 200 : 422)
  const change = setChangeOf(form.values, await listCandidates(db, ''), placeOf(c).demo)
  const id = change.set.decidedOn.slice(0, 4)
  const taken = (await listSets(db)).some((set) => set.id === id)
  if (!taken && step !== 'spara') return preview(c, id, change, form.typed)
  const added = !taken && (await addSet(placeOf(c), id, change))
  if (!added) return showForm(c, { ...form, errors: { dag: 'set-taken' } }, 422)
  return redirect(c, cataloguePaths.set(id), 'sparat')
})

setRoutes.get(cataloguePaths.set(setInPath), edits, async (c) => {
  const { locale: l, db, today } = c.var
  const set = await setIn(c)
  const sets = await listSets(db)
  const title = inLanguage(set.name, l)
  return page(
    c,
    { title, description: title, noIndex: true, wide: true },
    <SetPage
      l={l}
      set={set}
      current={currentSetOf(sets, today) === set.id}
      figures={await listFiguresInSet(db, set.id)}
      done={c.req.query('klart')}
    />,
  )
})

setRoutes.get(cataloguePaths.editSet(setInPath), edits, async (c) => {
  const { db } = c.var
  const set = await decidedIn(c)
  const version = (await listOfficeSets(db)).find(({ id }) => id === set.id)?.version ?? 0
  const carried = (await listFiguresInSet(db, set.id)).filter((one) => one.carried).map(({ id }) => id)
  return showForm(c, { typed: typedSet(set, version, carried), errors: {} }, 200)
})

setRoutes.post(cataloguePaths.editSet(setInPath), edits, async (c) => {
  const { id } = await decidedIn(c)
  const form = await readForm(c, setForm)
  const step = textIn(form.typed, 'steg')
  if (!form.ok || step === 'andra') return showForm(c, { errors: {}, ...form }, form.ok ? 200 : 422)
  const change = setChangeOf(form.values, await listCandidates(c.var.db, id), placeOf(c).demo)
  if (step !== 'spara') return preview(c, id, change, form.typed)
  const saved = await changeSet(placeOf(c), id, change, form.values.version)
  if (!saved) return showForm(c, { ...form, errors: { namn: 'set-changed' } }, 422)
  return redirect(c, cataloguePaths.set(id), 'sparat')
})

setRoutes.post(cataloguePaths.numbers(setInPath), edits, async (c) => {
  const { id: setId } = await decidedIn(c)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const numbers = textsIn(typed, 'nummer').map((text) => text.slice(0, 10))
  const ids = textsIn(typed, 'id')
  await numberFigures(
    placeOf(c),
    setId,
    ids.map((id, i): [string, string] => [id, numbers[i] ?? '']),
  )
  return redirect(c, cataloguePaths.set(setId), 'sparat')
})

/** The set of the address; what members keep of their own is not the secretariat's to change. Throws a 404. */
export async function setIn(c: C): Promise<KeyFigureSet> {
  const sets = (await listSets(c.var.db)).filter(({ id }) => id !== membersSet)
  const set = sets.find(({ id }) => id === c.req.param('set'))
  const t = textsOf(c.var.locale).office
  if (!set) throw new Problem(404, t.noSet, [{ href: cataloguePaths.office, label: t.title }])
  return set
}

/** The same, if a meeting decides on it: the network's own and the members' own sets have no form. */
export async function decidedIn(c: C): Promise<KeyFigureSet> {
  const set = await setIn(c)
  const t = textsOf(c.var.locale).office
  if (set.decidedYear === null) {
    throw new Problem(404, t.noSet, [
      { href: cataloguePaths.set(set.id), label: inLanguage(set.name, c.var.locale) },
    ])
  }
  return set
}

/** What a set means for the members, before it is saved. */
async function preview(c: C, id: string, { set, carried }: SetChange, typed: FormState['typed']) {
  const { locale: l, db, today } = c.var
  const t = textsOf(l).set
  const current = currentSetOf(await listSets(db), today) ?? ''
  const [now, there] = await Promise.all([listFiguresInSet(db, current), listFiguresInSet(db, id)])
  const kept = new Set([...carried, ...there.filter((one) => !one.carried)].map((one) => one.id))
  const gone = current === id ? [] : now.filter((one) => !kept.has(one.id))
  const rounds = await listRoundsAsking(
    db,
    gone.map((one) => one.id),
  )
  const begins = set.currentFrom
  return page(
    c,
    { title: t.preview, description: t.preview, noIndex: true },
    <PreviewPage
      l={l}
      title={t.preview}
      action={c.var.path}
      typed={typed}
      items={[
        t.keeps(kept.size),
        begins === null ? t.never : begins <= today ? t.atOnce : t.from(l.date(begins)),
        ...(begins !== null && gone.length > 0
          ? [t.gone(l.list(gone.map((one) => `${one.number} ${inLanguage(one, l)}`)))]
          : []),
        ...rounds.map(({ year, figures }) => t.round(year, figures.length)),
      ]}
    />,
  )
}

async function showForm(c: C, { typed, errors }: FormState, status: 200 | 422): Promise<Response> {
  const { locale: l, db } = c.var
  const set = c.req.param('set') === undefined ? undefined : await decidedIn(c)
  const t = textsOf(l).set
  return page(
    c,
    { title: set ? inLanguage(set.name, l) : t.newTitle, description: t.newTitle, noIndex: true },
    <SetFormPage
      l={l}
      set={set}
      candidates={await listCandidates(db, set?.id ?? '')}
      typed={typed}
      errors={errors}
    />,
    status,
  )
}
