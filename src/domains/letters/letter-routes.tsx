import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { once, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import {
  line,
  optionalLine,
  readForm,
  several,
  type Typed,
  textIn,
  textsIn,
  ticked,
} from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { listCounties } from './choices-queries.ts'
import { findLetter, insertLetter, type LetterText, listLetters, updateDraft } from './letter-queries.ts'
import { ListPage } from './pages/list.tsx'
import { WriteLetterPage } from './pages/write-letter.tsx'
import { letterPaths } from './paths.ts'
import { nobody } from './rules.ts'
import { audienceSchema } from './send.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const letterForm = z.object({
  kind: z.enum(['news', 'invitations', 'key-figures', 'association']),
  subject: line('subject-missing', 150),
  body: z.string('body-missing').min(1, 'body-missing').max(20_000, 'too-long'),
  roles: several(z.string()).pipe(audienceSchema.shape.roles.unwrap().min(1, 'roles-missing')),
  counties: several(z.string()),
  kinds: several(z.string()).pipe(audienceSchema.shape.kinds.unwrap()),
  lacking: audienceSchema.shape.lacking,
  organisations: optionalLine(5000),
  observers: ticked,
})

/** Writing letters. */
export const letterRoutes = new Hono<AppEnv<Database>>()

letterRoutes.get(letterPaths.list, only('letters.write'), async (c) => {
  const { locale: l, db } = c.var
  const { title, lead } = textsOf(l).list
  return page(
    c,
    { title, description: lead, noIndex: true },
    <ListPage l={l} letters={await listLetters(db)} done={c.req.query('klart')} />,
  )
})

letterRoutes.get(letterPaths.letter('ny'), only('letters.write'), (c) => {
  const organisations = (c.req.query('organisationer') ?? '').split(/[ ,]+/).filter(Boolean)
  const roles = organisations.length > 0 ? (['contact-politician', 'contact-official'] as const) : []
  const text: LetterText = {
    kind: 'news',
    subject: '',
    body: '',
    audience: { ...nobody, organisations, roles: [...roles] },
  }
  return show(c, 'ny', text, {}, 200)
})

letterRoutes.get(letterPaths.letter(':id{[0-9]+}'), only('letters.write'), async (c) => {
  const letter = await findLetter(c.var.db, Number(c.req.param('id')))
  if (!letter) return c.notFound()
  if (letter.state !== 'draft') return redirect(c, letterPaths.preview(letter.id))
  return show(c, String(letter.id), { ...letter, audience: audienceSchema.parse(letter.audience) }, {}, 200)
})

letterRoutes.post(letterPaths.letter(':id'), only('letters.write'), once, async (c) => {
  const { db, actor } = c.var
  const id = c.req.param('id')
  const form = await readForm(c, letterForm)
  if (!actor) return c.notFound()
  if (!form.ok) {
    const text: LetterText = {
      kind: letterForm.shape.kind.catch('news').parse(form.typed.kind),
      subject: textIn(form.typed, 'subject'),
      body: textIn(form.typed, 'body'),
      audience: asTyped(form.typed),
    }
    return show(c, id, text, form.errors, 422)
  }
  const { kind, subject, body, ...audience } = form.values
  const text: LetterText = { kind, subject, body, audience: audienceOf(audience) }
  if (id === 'ny') {
    const made = await act(db, actor, 'write a letter', (trx) => insertLetter(trx, text, actor.personId))
    return redirect(c, letterPaths.preview(made))
  }
  const number = z.coerce.number().int().catch(0).parse(id)
  const saved = await act(db, actor, 'change a letter', (trx) => updateDraft(trx, number, text))
  if (!saved) return show(c, id, text, { subject: 'changed' }, 409)
  return redirect(c, letterPaths.preview(number))
})

function audienceOf(chosen: Omit<z.output<typeof letterForm>, 'kind' | 'subject' | 'body'>) {
  return { ...chosen, organisations: codesIn(chosen.organisations) }
}

/** The audience of a form that came back, with what makes sense of it. */
function asTyped(typed: Typed) {
  const { roles, kinds, lacking } = audienceSchema.shape
  return {
    roles: roles.catch([]).parse(textsIn(typed, 'roles')),
    kinds: kinds.catch([]).parse(textsIn(typed, 'kinds')),
    lacking: lacking.catch('').parse(textIn(typed, 'lacking')),
    counties: textsIn(typed, 'counties'),
    organisations: codesIn(textIn(typed, 'organisations')),
    observers: textIn(typed, 'observers') !== '',
  }
}

function codesIn(text: string): string[] {
  return text.split(/[ ,;]+/).filter(Boolean)
}

async function show(
  c: C,
  id: string,
  text: LetterText,
  errors: Record<string, string>,
  status: 200 | 409 | 422,
) {
  const { locale: l, db } = c.var
  const t = textsOf(l).edit
  const title = id === 'ny' ? t.new : t.title
  return page(
    c,
    { title, description: title, noIndex: true },
    <WriteLetterPage
      l={l}
      id={id}
      title={title}
      text={text}
      errors={errors}
      counties={await listCounties(db)}
    />,
    status,
  )
}
