import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, readForm, several, type Typed, textIn, textsIn, ticked } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { SubjectPage, SubjectsPage } from './pages/subjects.tsx'
import { contactPaths } from './paths.ts'
import { listFilterChoices, listSubjects, saveSubject } from './subject-queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const subjectForm = z.object({
  sv: line('name-missing', 80),
  en: line('name-missing', 80),
  figures: several(z.string()),
  criteria: several(z.enum(['1', '2', '3', '4'])),
  retired: ticked,
})

/** The shared list of subject words. */
export const subjectRoutes = new Hono<AppEnv<Database>>()

subjectRoutes.get(contactPaths.subjects, only('subjects.edit'), async (c) => {
  const { locale: l, db } = c.var
  const { title, lead } = textsOf(l).subjects
  return page(
    c,
    { title, description: lead, noIndex: true },
    <SubjectsPage l={l} subjects={await listSubjects(db)} saved={c.req.query('klart') !== undefined} />,
  )
})

subjectRoutes.get(contactPaths.subject(':id'), only('subjects.edit'), async (c) => {
  const id = c.req.param('id')
  const subject = (await listSubjects(c.var.db)).find((one) => one.id === id)
  if (!subject && id !== 'nytt') return c.notFound()
  const typed: Typed = subject
    ? {
        sv: subject.sv,
        en: subject.en,
        figures: subject.figures,
        criteria: subject.criteria.map(String),
        ...(subject.retired ? { retired: '1' } : {}),
      }
    : {}
  return show(c, id, { typed, errors: {} }, 200)
})

subjectRoutes.post(contactPaths.subject(':id'), only('subjects.edit'), async (c) => {
  const { db, actor, today } = c.var
  const id = c.req.param('id')
  const form = await readForm(c, subjectForm)
  if (!form.ok) return show(c, id, form, 422)
  const { sv, en, figures, criteria, retired } = form.values
  const subjects = await listSubjects(db)
  const chosen = id === 'nytt' ? slugOf(sv) : id
  const taken = subjects.some(
    (one) =>
      one.id !== id && (one.id === chosen || one.sv.toLocaleLowerCase('sv') === sv.toLocaleLowerCase('sv')),
  )
  if (taken || !chosen) return show(c, id, { typed: form.typed, errors: { sv: 'exists' } }, 422)
  if (id !== 'nytt' && !subjects.some((one) => one.id === id)) return c.notFound()
  const known = new Set((await listFilterChoices(db, c.var.today)).figures.map((figure) => figure.id))
  await act(db, actor, 'change a subject', (trx) =>
    saveSubject(
      trx,
      {
        id: chosen,
        sv,
        en,
        retired,
        figures: figures.filter((one) => known.has(one)),
        criteria: criteria.map(Number),
      },
      today,
    ),
  )
  return redirect(c, contactPaths.subjects, 'sparat')
})

/** Lower-case letters and hyphens, for an address. */
function slugOf(name: string): string {
  return name
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

async function show(
  c: C,
  id: string,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
) {
  const { locale: l, db } = c.var
  const { figures } = await listFilterChoices(db, c.var.today)
  const { add, lead } = textsOf(l).subjects
  const { typed, errors } = form
  return page(
    c,
    { title: textIn(typed, 'sv') || add, description: lead, noIndex: true },
    <SubjectPage
      l={l}
      id={id}
      names={{ sv: textIn(typed, 'sv'), en: textIn(typed, 'en') }}
      figures={textsIn(typed, 'figures')}
      criteria={textsIn(typed, 'criteria')}
      retired={textIn(typed, 'retired') !== ''}
      allFigures={figures}
      errors={errors}
    />,
    status,
  )
}
