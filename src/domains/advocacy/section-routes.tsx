import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { can, mayTry, only } from '#domains/accounts/index.ts'
import {
  answerQuestion,
  findPost,
  findQuestion,
  listAnswers,
  listNames,
  listRecipients,
} from '#domains/questions/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { listOwnFigures } from './figures/own-figures.ts'
import { drawFigures, readFigures } from './figures/read-figures.ts'
import { answerForm, cutForm } from './forms.ts'
import { actorOf, type C, limits, matterFor, matterIn, missing, placeOf } from './here.ts'
import type { Matter } from './matter-queries.ts'
import { SectionPage, type SectionPageProps } from './pages/section.tsx'
import { SectionsPage } from './pages/sections.tsx'
import { advocacyPaths, matterId } from './paths.ts'
import { cutIntoSections } from './rules/cut.ts'
import { appendSections } from './section-actions.ts'
import { listSections, type Section } from './section-queries.ts'
import { textsOf } from './texts.ts'

/** The sections of a matter, and how the network answers them. */
export const sectionRoutes = new Hono<AppEnv<Database>>()

/** The pattern of a section's number in an address. */
export const sectionId = ':section{[0-9]{1,9}}'

sectionRoutes.get(advocacyPaths.sections(matterId), only('network.use'), async (c) =>
  showSections(c, await matterIn(c), { typed: {}, errors: {} }),
)

sectionRoutes.post(advocacyPaths.cut(matterId), only('advocacy.edit'), async (c) => {
  const matter = await matterFor(c, 'edit-facts')
  const form = await readForm(c, cutForm)
  if (!form.ok) return showSections(c, matter, form, 422)
  const cuts = cutIntoSections(form.values.remisstext, textsOf(c.var.locale).sections.untitled)
  await appendSections(placeOf(c), matter.id, cuts)
  return redirect(c, advocacyPaths.sections(matter.id), 'delat')
})

sectionRoutes.get(advocacyPaths.section(matterId, sectionId), only('network.use'), async (c) => {
  const { matter, section } = await sectionIn(c)
  return showSection(c, matter, section, { typed: {}, errors: {} })
})

sectionRoutes.post(advocacyPaths.section(matterId, sectionId), only('advocacy.comment'), async (c) => {
  const { locale: l, db, now } = c.var
  const { matter, section } = await sectionIn(c)
  const form = await readForm(c, answerForm)
  const marker = textIn(form.typed, 'tal')
  if (marker && textIn(form.typed, 'gor') === '') {
    const svar = `${textIn(form.typed, 'svar')}\n\n${marker}`.trim()
    return showSection(c, matter, section, { typed: { svar }, errors: {} })
  }
  if (!form.ok) return showSection(c, matter, section, form, 422)
  const back = (errors: Record<string, string>, status: 422 | 429 = 422) =>
    showSection(c, matter, section, { typed: form.typed, errors }, status)
  const { quoted, faults } = await readFigures([form.values.svar], { reader: c.var, l, now })
  const [fault] = faults
  if (fault) return back({ svar: textsOf(l).figures.faults[fault.fault](fault.written) })
  if (section.questionId === null) throw missing(c)
  const place = placeOf(c)
  if (!(await mayTry(db, limits.answer, String(place.actor.personId))))
    return back({ svar: 'too-often' }, 429)
  const answered = await answerQuestion(place, {
    questionId: section.questionId,
    // The figures stand in the answer as they are today, wherever it is read.
    body: drawFigures(form.values.svar, quoted, { l, now }),
    source: 'web',
  })
  if ('refused' in answered) {
    if (answered.refused === 'not-in-network') return back({ svar: 'not-in-network' })
    return redirect(c, advocacyPaths.section(matter.id, section.id), 'stangt')
  }
  return redirect(c, advocacyPaths.section(matter.id, section.id), 'svarat')
})

/** The matter and the section of the address. */
export async function sectionIn(c: C): Promise<{ matter: Matter; section: Section }> {
  const matter = await matterIn(c)
  const id = Number(c.req.param('section'))
  const section = (await listSections(c.var.db, matter.id)).find((one) => one.id === id)
  if (!section) throw missing(c)
  return { matter, section }
}

async function showSections(
  c: C,
  matter: Matter,
  { typed, errors }: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 = 200,
): Promise<Response> {
  const { locale: l, db, actor } = c.var
  return page(
    c,
    { title: `${textsOf(l).tabs.sections}: ${matter.title}`, description: matter.summary, noIndex: true },
    <SectionsPage
      l={l}
      matter={matter}
      sections={await listSections(db, matter.id)}
      drafts={can(actor, 'advocacy.edit')}
      typed={typed}
      errors={errors}
      done={c.req.query('klart')}
    />,
    status,
  )
}

async function showSection(
  c: C,
  matter: Matter,
  section: Section,
  { typed, errors }: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const { locale: l, actor } = c.var
  const sent = await sentAs(c, section)
  return page(
    c,
    { title: `${section.title}: ${matter.title}`, description: section.title, noIndex: true },
    <SectionPage
      l={l}
      matter={matter}
      section={section}
      sent={sent}
      own={sent ? await ownOf(c, sent.question.figureIds) : null}
      drafts={can(actor, 'advocacy.edit')}
      typed={typed}
      errors={errors}
      done={c.req.query('klart')}
    />,
    status,
  )
}

/** The question that a section was sent as, with whom it reached and what they answered. */
async function sentAs(c: C, { questionId }: Section): Promise<SectionPageProps['sent']> {
  const { db, actor } = c.var
  if (questionId === null) return null
  const [question, recipients, answers] = await Promise.all([
    findQuestion(db, questionId),
    listRecipients(db, questionId),
    listAnswers(db, questionId, actor?.personId ?? null),
  ])
  if (!question) return null
  const suggesters = recipients.flatMap(({ reasons }) =>
    reasons.flatMap((reason) => (reason.kind === 'suggested' ? [reason.by] : [])),
  )
  return {
    question,
    recipients,
    names: await listNames(db, suggesters),
    answers: answers.filter(({ hiddenAt }) => hiddenAt === null),
  }
}

/** The key figures of the organisation that who asks has a post in. */
async function ownOf(c: C, figureIds: string[]): Promise<SectionPageProps['own']> {
  const { db, today, locale: l } = c.var
  const post = await findPost(db, actorOf(c).personId, today)
  if (!post) return null
  return { ...post, figures: await listOwnFigures(c.var, l, post.code, figureIds) }
}
