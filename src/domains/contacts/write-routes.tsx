import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { once, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, readForm, several, type Typed } from '#platform/http/form.ts'
import { page } from '#ui/page.tsx'
import { sendMessage } from './message.ts'
import { WritePage } from './pages/write.tsx'
import { contactPaths } from './paths.ts'
import { mayBeShown, messageLimits } from './rules.ts'
import { listCards } from './search-queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const message = z.object({
  till: several(z.string()),
  subject: line('subject-missing', 150),
  body: z.string('body-missing').min(1, 'body-missing').max(5000, 'too-long'),
})

/** Writing to people of the network without being given their addresses. */
export const writeRoutes = new Hono<AppEnv<Database>>()

writeRoutes.get(contactPaths.write, only('network.use'), (c) => {
  const ids = (c.req.queries('till') ?? []).flatMap((one) => one.split(','))
  return show(c, ids, { typed: {}, errors: {} }, 200)
})

writeRoutes.post(contactPaths.write, only('network.use'), once, async (c) => {
  const { db, actor, config, locale: l } = c.var
  const form = await readForm(c, message)
  const ids = form.ok ? form.values.till : [form.typed.till ?? []].flat()
  if (!actor || !form.ok) return show(c, ids, form.ok ? { typed: {}, errors: {} } : form, 422)
  const recipients = await recipientsOf(c, ids)
  if (recipients.length === 0) return show(c, ids, { typed: form.typed, errors: { till: 'nobody' } }, 422)
  if (recipients.length > messageLimits.recipients) {
    return show(c, ids, { typed: form.typed, errors: { till: 'too-many' } }, 422)
  }
  const { subject, body } = form.values
  const recipientIds = recipients.map(({ personId }) => personId)
  const sent = await sendMessage(db, actor, config.baseUrl, { subject, body, recipientIds })
  if (!sent) return show(c, ids, { typed: form.typed, errors: { subject: 'too-often' } }, 429)
  return c.redirect(`${l.href(contactPaths.search)}?skickat=${recipientIds.length}`, 303)
})

/** Those of the chosen who are in the network, are shown and may be asked. */
async function recipientsOf(c: C, ids: string[]) {
  const numbers = ids.map(Number).filter((id) => Number.isSafeInteger(id) && id > 0)
  const cards = await listCards(c.var.db, [...new Set(numbers)].slice(0, 200), c.var.today)
  return cards.filter(
    ({ mayBeAsked, shownTo, personId }) =>
      mayBeAsked && mayBeShown(shownTo, 'member') && personId !== c.var.actor?.personId,
  )
}

async function show(
  c: C,
  ids: string[],
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 429,
): Promise<Response> {
  const { locale: l } = c.var
  const recipients = await recipientsOf(c, ids)
  const { title, lead } = textsOf(l).write
  return page(
    c,
    { title, description: lead, noIndex: true },
    <WritePage l={l} recipients={recipients} {...form} />,
    status,
  )
}
