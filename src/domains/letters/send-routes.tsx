import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { zone } from '#platform/days.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { page } from '#ui/page.tsx'
import {
  findLetter,
  type Letter,
  listRecipients,
  lockLetter,
  type Recipient,
  setState,
} from './letter-queries.ts'
import { PreviewPage } from './pages/preview.tsx'
import { ProgressPage } from './pages/progress.tsx'
import { letterPaths } from './paths.ts'
import { countProgress, listTroubles, resendDoubtful } from './progress-queries.ts'
import { audienceSchema, queueLetter, writeLetter } from './send.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const when = z.object({ dag: z.iso.date('time-wrong'), tid: z.iso.time('time-wrong') })

/** Checking a letter, sending it now or at a time, and how it goes. */
export const sendRoutes = new Hono<AppEnv<Database>>()

sendRoutes.get(letterPaths.preview(':id'), only('letters.write'), async (c) => {
  const letter = await letterIn(c)
  return letter ? show(c, letter, {}, 200) : c.notFound()
})

sendRoutes.post(letterPaths.test(':id'), only('letters.write'), async (c) => {
  const { db, actor } = c.var
  const letter = await letterIn(c)
  const me = mySelf(c)
  if (!letter || !actor || !me) return c.notFound()
  await act(db, actor, 'test a letter', (trx) =>
    enqueueMail(trx, {
      kind: 'letter-test',
      personId: me.personId,
      to: me.email,
      ...writeLetter({ ...c.var, baseUrl: c.var.config.baseUrl }, letter, me),
    }),
  )
  return redirect(c, letterPaths.preview(letter.id), 'prov')
})

sendRoutes.post(letterPaths.send(':id'), only('letters.write'), async (c) => {
  const { db, actor, now, today, config, secrets } = c.var
  const letter = await letterIn(c)
  if (!letter) return c.notFound()
  const form = await readForm(c, when)
  if (form.typed.dag === undefined) {
    const queued = await queueLetter({ db, baseUrl: config.baseUrl, secrets, today }, actor, letter.id)
    return redirect(c, letterPaths.preview(letter.id), queued === undefined ? 'redan' : 'skickat')
  }
  if (!form.ok) return show(c, letter, { dag: 'time-wrong' }, 422)
  const at = inStockholm(form.values.dag, form.values.tid)
  if (at <= now) return show(c, letter, { dag: 'time-wrong' }, 422)
  const scheduled = await act(db, actor, 'schedule a letter', async (trx) => {
    const locked = await lockLetter(trx, letter.id)
    if (locked?.state === 'queued') return false
    await setState(trx, letter.id, 'scheduled', { send_at: at })
    return true
  })
  return redirect(c, letterPaths.preview(letter.id), scheduled ? 'schemalagt' : 'redan')
})

sendRoutes.post(letterPaths.unschedule(':id'), only('letters.write'), async (c) => {
  const { db, actor } = c.var
  const letter = await letterIn(c)
  if (!letter) return c.notFound()
  const stopped = await act(db, actor, 'stop a letter', async (trx) => {
    const locked = await lockLetter(trx, letter.id)
    if (locked?.state !== 'scheduled') return false
    await setState(trx, letter.id, 'draft', { send_at: null })
    return true
  })
  return redirect(
    c,
    stopped ? letterPaths.letter(letter.id) : letterPaths.preview(letter.id),
    stopped ? undefined : 'redan',
  )
})

sendRoutes.post(letterPaths.resend(':id'), only('letters.write'), async (c) => {
  const letter = await letterIn(c)
  if (!letter) return c.notFound()
  const form = await readForm(c, z.object({ mejl: z.coerce.number().int().catch(0) }))
  const mail = form.ok ? form.values.mejl : 0
  await act(c.var.db, c.var.actor, 'send doubtful letters again', (trx) =>
    resendDoubtful(trx, letter.id, mail),
  )
  return redirect(c, letterPaths.preview(letter.id), 'igen')
})

function letterIn(c: C): Promise<Letter | undefined> {
  return findLetter(c.var.db, z.coerce.number().int().catch(0).parse(c.req.param('id')))
}

/** The writer as a recipient, to see the letter as it will be. */
function mySelf(c: C): Recipient | undefined {
  const { actor, locale } = c.var
  if (!actor?.email) return undefined
  const [held] = actor.roles
  return {
    personId: actor.personId,
    name: actor.name,
    email: actor.email,
    language: locale.language,
    organisation: held?.organisationName ?? '',
    role: held?.role ?? '',
    refused: false,
  }
}

/** A wall clock's time in Stockholm, as an instant. */
function inStockholm(day: string, time: string): Date {
  const zoned = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone)
  return new Date(zoned.epochMilliseconds)
}

async function show(
  c: C,
  letter: Letter,
  errors: Record<string, string>,
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db, today, config, secrets } = c.var
  const t = textsOf(l)
  if (letter.state !== 'draft') {
    const [progress, troubles] = await Promise.all([
      countProgress(db, letter.id),
      listTroubles(db, letter.id),
    ])
    return page(
      c,
      { title: t.progress.title, description: t.progress.title, noIndex: true },
      <ProgressPage
        l={l}
        letter={letter}
        progress={progress}
        troubles={troubles}
        done={c.req.query('klart')}
      />,
    )
  }
  const recipients = await listRecipients(db, audienceSchema.parse(letter.audience), letter.kind, today)
  const sample = recipients[0] ?? mySelf(c)
  const mail = sample && writeLetter({ baseUrl: config.baseUrl, secrets }, letter, sample)
  return page(
    c,
    { title: t.preview.title, description: t.preview.title, noIndex: true },
    <PreviewPage
      l={l}
      letter={letter}
      recipients={recipients.filter(({ refused }) => !refused)}
      refused={recipients.filter(({ refused }) => refused).length}
      mail={mail}
      errors={errors}
      done={c.req.query('klart')}
    />,
    status,
  )
}
