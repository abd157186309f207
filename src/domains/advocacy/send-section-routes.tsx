import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { loadCatalogue } from '#domains/key-figures/index.ts'
import { type Asking, choose, guessTies, listChoices, lookUp } from '#domains/questions/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textsIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { sectionForm, sendSectionForm } from './forms.ts'
import { actorOf, type C, matterFor, missing, placeOf } from './here.ts'
import type { Matter } from './matter-queries.ts'
import { EditSectionPage } from './pages/edit-section.tsx'
import { advocacyPaths, matterId } from './paths.ts'
import { isDoable } from './rules/state.ts'
import { changeSection, questionTitle, removeSection, sendSection } from './section-actions.ts'
import type { Section } from './section-queries.ts'
import { sectionId, sectionIn } from './section-routes.tsx'
import { textsOf } from './texts.ts'

/** How the drafters mend a section, see whom it reaches, and send it. */
export const sendSectionRoutes = new Hono<AppEnv<Database>>()

const drafts = only('advocacy.edit')

sendSectionRoutes.get(advocacyPaths.editSection(matterId, sectionId), drafts, async (c) => {
  const { matter, section } = await unsentIn(c)
  return show(c, matter, section, { typed: await guessed(c, matter, section) })
})

sendSectionRoutes.post(advocacyPaths.editSection(matterId, sectionId), drafts, async (c) => {
  const { matter, section } = await unsentIn(c)
  const form = await readForm(c, sectionForm)
  if (!form.ok) return show(c, matter, section, form, 422)
  if (form.values.gor === 'ta-bort') {
    await removeSection(placeOf(c), section.id)
    return redirect(c, advocacyPaths.sections(matter.id), 'del-borta')
  }
  await changeSection(placeOf(c), section.id, { title: form.values.rubrik, body: form.values.text })
  return redirect(c, advocacyPaths.editSection(matter.id, section.id), 'sparat')
})

sendSectionRoutes.post(advocacyPaths.sendSection(matterId, sectionId), drafts, async (c) => {
  const { matter, section } = await unsentIn(c)
  if (!isDoable('send-sections', matter.state)) await matterFor(c, 'send-sections')
  const form = await readForm(c, sendSectionForm)
  if (!form.ok) return show(c, matter, section, form, 422)
  if (form.values.gor === 'visa') return show(c, matter, section, form)
  const grounds = await lookUp(c.var, await askingOf(c, matter, section, form.typed))
  const { people } = await choose(c.var.db, grounds, { ...c.var, questionId: null })
  // What was shown is what is sent: other subjects, or the week's other questions, may have changed whom it reaches.
  const shown = new Set(form.values.nar.split(',').filter(Boolean).map(Number))
  const changed = people.length !== shown.size || people.some(({ personId }) => !shown.has(personId))
  if (changed) return show(c, matter, section, { ...form, changed })
  const { locale: l, config } = c.var
  const reached = await sendSection(placeOf(c), { matter, section, grounds, l, baseUrl: config.baseUrl })
  return redirect(c, advocacyPaths.section(matter.id, section.id), reached ? 'del-skickad' : 'stangt')
})

/** A section that has not been sent, of a matter that can still be changed. */
async function unsentIn(c: C): Promise<{ matter: Matter; section: Section }> {
  await matterFor(c, 'edit-facts')
  const found = await sectionIn(c)
  if (found.section.questionId !== null) throw missing(c)
  return found
}

/** The form of a section that nobody has filled in: what it is probably about is guessed from its title. */
async function guessed(c: C, matter: Matter, section: Section): Promise<Typed> {
  const { figures } = await listChoices(c.var, c.var.locale)
  const { figureIds, subjectIds } = await guessTies(
    c.var.db,
    questionTitle(section, matter),
    figures.map(({ value }) => value),
  )
  return { nyckeltal: figureIds, amne: subjectIds }
}

async function askingOf(c: C, matter: Matter, section: Section, typed: Typed): Promise<Asking> {
  const [{ byId }, { subjects }] = await Promise.all([loadCatalogue(c.var), listChoices(c.var, c.var.locale)])
  return {
    title: questionTitle(section, matter),
    language: matter.language,
    figureIds: [...new Set(textsIn(typed, 'nyckeltal'))].filter((id) => byId.has(id)),
    subjectIds: [...new Set(textsIn(typed, 'amne'))].filter((id) =>
      subjects.some(({ value }) => value === id),
    ),
    askedBy: actorOf(c).personId,
    organisationCode: null,
    named: [],
  }
}

async function show(
  c: C,
  matter: Matter,
  section: Section,
  form: { typed: Typed; errors?: Record<string, string>; changed?: boolean },
  status: 200 | 422 = 200,
): Promise<Response> {
  const { locale: l, db } = c.var
  const { errors = {}, changed = false } = form
  const typed = { rubrik: section.title, text: section.body, ...form.typed }
  const isOpen = isDoable('send-sections', matter.state)
  const asking = await askingOf(c, matter, section, typed)
  const [routed, choices] = await Promise.all([
    isOpen
      ? lookUp(c.var, asking).then((grounds) => choose(db, grounds, { ...c.var, questionId: null }))
      : null,
    listChoices(c.var, l, asking.figureIds),
  ])
  const t = textsOf(l).sections
  return page(
    c,
    { title: `${t.editTitle}: ${section.title}`, description: t.titleHint, noIndex: true },
    <EditSectionPage
      l={l}
      matter={matter}
      section={section}
      typed={typed}
      errors={errors}
      routed={routed}
      changed={changed}
      {...choices}
      done={c.req.query('klart')}
    />,
    status,
  )
}
