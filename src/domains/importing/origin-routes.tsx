import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { figureTitle, listFigures, listOrigins, type Origin, saveOrigin } from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, optionalLine, readForm, type Typed, ticked } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { readNumber } from '#platform/read-number.ts'
import { page } from '#ui/page.tsx'
import { forgetAnswers } from './change-queries.ts'
import { OriginPage, OriginsPage } from './pages/origins.tsx'
import { importPaths } from './paths.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const figureInAddress = ':figure{[a-z0-9-]+}'

/** Whose figure is where ours comes from. */
export const originRoutes = new Hono<AppEnv<Database>>()

originRoutes.get(importPaths.origins, only('imports.run'), async (c) => {
  const { locale: l, db } = c.var
  const { title, lead } = textsOf(l).origins
  const [figures, origins] = await Promise.all([listFigures(db), listOrigins(db)])
  return page(
    c,
    { title, description: lead, noIndex: true, wide: true },
    <OriginsPage l={l} figures={figures} origins={origins} done={c.req.query('klart')} />,
  )
})

originRoutes.get(importPaths.origin(figureInAddress), only('imports.run'), async (c) => {
  const [first] = await originsIn(c)
  return show(c, typedOf(first), {}, 200)
})

const form = z.object({
  kalla: z.enum(['kolada', 'file'], 'source-unknown'),
  id: line('id-missing', 200),
  faktor: z.string().default('1'),
  oforandrat: ticked,
  fore: ticked,
  aktiv: ticked,
  'anmarkning-sv': optionalLine(300),
  'anmarkning-en': optionalLine(300),
})

originRoutes.post(importPaths.origin(figureInAddress), only('imports.run'), async (c) => {
  const { db, actor } = c.var
  const { id: figureId } = await figureIn(c)
  const sent = await readForm(c, form)
  if (!sent.ok) return show(c, sent.typed, sent.errors, 422)
  const { values, typed } = sent
  const factor = readNumber(values.faktor)
  const errors: Record<string, string> = {}
  if (values.kalla === 'kolada' && !/^[NU]\d{5}$/.test(values.id)) errors.id = 'id-wrong'
  if (!('value' in factor) || factor.value === 0) errors.faktor = 'number-wrong'
  else if (values.oforandrat && factor.value !== 1) errors.oforandrat = 'not-unchanged'
  if ((values['anmarkning-sv'] === '') !== (values['anmarkning-en'] === ''))
    errors['anmarkning-en'] = 'note-both'
  if (Object.keys(errors).length > 0 || !('value' in factor)) return show(c, typed, errors, 422)
  await act(db, actor, 'change an origin', async (trx) => {
    await saveOrigin(trx, {
      figureId,
      adapter: values.kalla,
      foreignId: values.id,
      factor: factor.value,
      unchanged: values.oforandrat,
      overMembers: values.fore,
      active: values.aktiv,
      note: { sv: values['anmarkning-sv'], en: values['anmarkning-en'] },
    })
    await forgetAnswers(trx, 'kolada', figureId)
  })
  return redirect(c, importPaths.origins, 'sparad')
})

function typedOf(origin: Origin | undefined): Typed {
  if (!origin) return { kalla: 'kolada', faktor: '1', oforandrat: '1', aktiv: '1' }
  return {
    kalla: origin.adapter,
    id: origin.foreignId,
    faktor: String(origin.factor).replace('.', ','),
    oforandrat: origin.unchanged ? '1' : '',
    fore: origin.overMembers ? '1' : '',
    aktiv: origin.active ? '1' : '',
    'anmarkning-sv': origin.note.sv,
    'anmarkning-en': origin.note.en,
  }
}

async function figureIn(c: C) {
  const figure = (await listFigures(c.var.db)).find(({ id }) => id === c.req.param('figure'))
  const t = textsOf(c.var.locale).origins
  if (!figure) throw new Problem(404, t.gone, [{ href: importPaths.origins, label: t.title }])
  return figure
}

async function originsIn(c: C): Promise<Origin[]> {
  const { id } = await figureIn(c)
  return (await listOrigins(c.var.db)).filter(({ figureId }) => figureId === id)
}

async function show(
  c: C,
  typed: Typed,
  errors: Record<string, string>,
  status: 200 | 422,
): Promise<Response> {
  const { locale: l } = c.var
  const figure = await figureIn(c)
  const t = textsOf(l).origins
  const title = t.formTitle(figureTitle(figure, l))
  return page(
    c,
    { title, description: t.formLead, noIndex: true },
    <OriginPage l={l} figure={figure} origins={await originsIn(c)} typed={typed} errors={errors} />,
    status,
  )
}
