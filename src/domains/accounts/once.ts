import { setTimeout as pause } from 'node:timers/promises'
import type { MiddlewareHandler } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppContext, AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { inLanguage } from '#platform/i18n.ts'
import { endSending, findAnswer, type Sending, SentBefore, sendingOnce } from '#platform/once/queries.ts'

const saved = {
  sv: 'Det du skickade är redan sparat. Du behöver inte skicka det igen.',
  en: 'What you sent has been saved already. You do not need to send it again.',
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const waitMs = [0, 50, 100, 200, 400, 800]

/**
 * For the route of a form that holds a `<Once />`: sent again after an answer that never came, it does nothing and gets
 * the answer of the first time. A form without a key is taken as it comes.
 */
export const once: MiddlewareHandler<AppEnv<Database>> = async (c, next) => {
  const sending = await sendingOf(c)
  if (!sending) return next()
  if ((await findAnswer(c.var.primary, sending)) !== undefined) return answerAgain(c, sending)
  const claimed = await sendingOnce(sending, next)
  if (c.error instanceof SentBefore) {
    const again = await answerAgain(c, sending)
    c.res = undefined
    c.res = again
    return
  }
  // Where the answer failed after all was saved, the note stays and tells that.
  if (!claimed || c.res.status >= 500) return
  await endSending(c.var.primary, sending, c.res.headers.get('location'))
}

async function sendingOf(c: AppContext<Database>): Promise<Sending | undefined> {
  if (!c.var.actor) return undefined
  const form = await c.req.formData().catch(() => new FormData())
  const key = form.get('once')
  if (typeof key !== 'string' || !uuid.test(key)) return undefined
  return { personId: c.var.actor.personId, form: c.var.path, key }
}

/** The first sending may just be about to make its answer. */
async function answerAgain(c: AppContext<Database>, sending: Sending): Promise<Response> {
  for (const ms of waitMs) {
    await pause(ms)
    const answer = await findAnswer(c.var.primary, sending)
    if (answer) return c.redirect(answer, 303)
  }
  throw new Problem(409, inLanguage(saved, c.var.locale))
}
