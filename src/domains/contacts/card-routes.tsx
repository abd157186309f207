import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { paragraphs, readForm, several, ticked } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { type CardValues, findOwnCard, saveCard } from './card-queries.ts'
import { CardPage } from './pages/card.tsx'
import { contactPaths } from './paths.ts'
import { listSubjects } from './subject-queries.ts'
import { textsOf } from './texts.ts'

const audience = z.enum(['nobody', 'members', 'everyone']).catch('nobody')
const cardForm = z.object({
  knows: paragraphs(2000),
  helps: paragraphs(2000),
  subjects: several(z.string().max(100)),
  languages: several(z.string().max(5)),
  asked: ticked,
  shown: audience,
  emailShown: audience,
  phoneShown: audience,
})

/** One's own card. */
export const cardRoutes = new Hono<AppEnv<Database>>()

cardRoutes.get(contactPaths.card, only('own-pages.use'), async (c) => {
  const { locale: l, db, actor } = c.var
  if (!actor) return c.notFound()
  const [card, subjects] = await Promise.all([findOwnCard(db, actor.personId), listSubjects(db)])
  const { title, lead } = textsOf(l).card
  return page(
    c,
    { title, description: lead, noIndex: true },
    <CardPage
      l={l}
      card={card}
      subjects={subjects}
      errors={{}}
      personId={actor.personId}
      saved={c.req.query('klart') !== undefined}
    />,
  )
})

cardRoutes.post(contactPaths.card, only('own-pages.use'), async (c) => {
  const { locale: l, db, actor } = c.var
  if (!actor) return c.notFound()
  const [form, subjects, before] = await Promise.all([
    readForm(c, cardForm),
    listSubjects(db),
    findOwnCard(db, actor.personId),
  ])
  if (!form.ok) {
    const card = {
      ...before,
      knows: String(form.typed.knows ?? ''),
      helpsWith: String(form.typed.helps ?? ''),
    }
    const { title, lead } = textsOf(l).card
    return page(
      c,
      { title, description: lead, noIndex: true },
      <CardPage
        l={l}
        card={card}
        subjects={subjects}
        errors={form.errors}
        personId={actor.personId}
        saved={false}
      />,
      422,
    )
  }
  const { knows, helps, asked, shown, emailShown, phoneShown, languages } = form.values
  const known = new Set(subjects.map(({ id }) => id))
  const card: CardValues = {
    knows,
    helpsWith: helps,
    subjects: form.values.subjects.filter((id) => known.has(id)),
    languages: languages.filter((code) => code in textsOf(l).languages),
    mayBeAsked: asked,
    shownTo: shown,
    emailShownTo: emailShown,
    phoneShownTo: phoneShown,
  }
  await act(db, actor, 'change own card', (trx) => saveCard(trx, actor.personId, card))
  return redirect(c, contactPaths.card, 'sparat')
})
