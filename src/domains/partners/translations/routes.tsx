import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { type Limit, mayTry, open } from '#domains/accounts/index.ts'
import { listPublishedExamples, type PublishedExample } from '#domains/good-examples/index.ts'
import { clientAddress } from '#platform/http/client-address.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { optionalLine, readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { partnerPaths } from '../paths.ts'
import { missing } from '../public-routes.tsx'
import { textsOf } from '../texts.ts'
import { WishPage } from './pages/wish.tsx'
import { insertWish } from './queries.ts'

type C = Context<AppEnv<Database>>

/** How a reader elsewhere asks for an example in English. */
export const wishRoutes = new Hono<AppEnv<Database>>()

const perPlace: Limit = { name: 'translation-wish', times: 10, seconds: 60 * 60 }
const id = ':example{[0-9]{1,9}}'

const wishForm = z.object({
  fran: optionalLine(100).refine((typed) => !/[@/]|www\./i.test(typed), 'no-addresses'),
  webbplats: optionalLine(500).catch('filled'),
})

wishRoutes.get(partnerPaths.wish(id), open(), async (c) => {
  const example = await exampleIn(c)
  if (example.title.en !== null) return c.redirect(c.var.locale.href(partnerPaths.examples), 303)
  return show(c, example, { typed: {}, errors: {} }, 200)
})

wishRoutes.post(partnerPaths.wish(id), open(), async (c) => {
  const { db, now } = c.var
  const example = await exampleIn(c)
  const form = await readForm(c, wishForm)
  if (!form.ok) return show(c, example, form, 422)
  if (!(await mayTry(db, perPlace, clientAddress(c)))) {
    return show(c, example, { typed: form.typed, errors: { fran: 'too-often' } }, 429)
  }
  const { fran, webbplats } = form.values
  if (webbplats === '' && example.title.en === null) {
    await act(db, null, 'ask for a translation', (trx) =>
      insertWish(trx, { exampleId: example.id, askedBy: fran, now }),
    )
  }
  return redirect(c, partnerPaths.examples, 'onskat')
})

async function exampleIn(c: C): Promise<PublishedExample> {
  const [example] = await listPublishedExamples(c.var.db, { ids: [Number(c.req.param('example'))] })
  if (!example) throw missing(c)
  return example
}

function show(
  c: C,
  example: PublishedExample,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 429,
): Response {
  const { locale: l } = c.var
  const title = textsOf(l).examples.askTitle(example.title.sv ?? '')
  return page(
    c,
    { title, description: textsOf(l).examples.askLead, noIndex: true },
    <WishPage l={l} example={example} {...form} />,
    status,
  )
}
