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
import { answerForm } from './forms.ts'
import { actorOf, type C, limits, missing, placeOf } from './here.ts'
import type { Matter } from './matter-queries.ts'
import { SectionPage, type SectionPageProps } from './pages/section.tsx'
import { advocacyPaths, matterId } from './paths.ts'
import type { Section } from './section-queries.ts'
import { sectionId, sectionIn } from './section-routes.tsx'
import { textsOf } from './texts.ts'

/** One section: whom it reached and what they answer, with the reader's own key figures beside. */
export const answerRoutes = new Hono<AppEnv<Database>>()

answerRoutes.get(advocacyPaths.section(matterId, sectionId), only('network.use'), async (c) => {
  const { matter, section } = await sectionIn(c)
  return showSection(c, matter, section, { typed: {}, errors: {} })
})

answerRoutes.post(advocacyPaths.section(matterId, sectionId), only('advocacy.comment'), async (c) => {
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
