import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { optionalLine, readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { type C, eventOf, eventParameter, numberIn } from '../asking.ts'
import { listSessions } from '../programme/queries.ts'
import { hoursOf } from '../programme/rules.ts'
import type { Event } from '../queries.ts'
import { issueCertificates, taughtAt } from './issue.ts'
import { CertificatesPage } from './pages/office.tsx'
import { certificatePaths } from './paths.ts'
import { listTrained, withdrawCertificate } from './queries.ts'
import { certificateTexts } from './texts.ts'

const hoursForm = z.object({
  timmar: optionalLine(10).refine((typed) => hoursIn(typed) !== null, 'hours-wrong'),
})
const idParameter = ':intyg{[0-9]{1,9}}'
const writes = only('events.edit')

/** How the secretariat issues certificates after a training. */
export const certificateRoutes = new Hono<AppEnv<Database>>()

certificateRoutes.get(certificatePaths.office(eventParameter), writes, async (c) =>
  show(c, await eventOf(c), { typed: undefined, errors: {} }, 200),
)

certificateRoutes.post(certificatePaths.office(eventParameter), writes, async (c) => {
  const { db, actor, today, config, now } = c.var
  const event = await eventOf(c)
  const form = await readForm(c, hoursForm)
  const hours = form.ok ? hoursIn(form.values.timmar) : null
  if (!form.ok || hours === null)
    return show(c, event, { typed: form.typed, errors: form.ok ? {} : form.errors }, 422)
  if (event.kind !== 'training' || event.endsAt > now) return redirect(c, certificatePaths.office(event.id))
  const programme = taughtAt(event, await listSessions(db, [event.id]))
  await issueCertificates({ db, actor, today, baseUrl: config.baseUrl }, event, { hours, programme })
  return redirect(c, certificatePaths.office(event.id), 'utfardat')
})

certificateRoutes.post(certificatePaths.withdraw(eventParameter, idParameter), writes, (c) =>
  withdraw(c, c.var.now, 'aterkallat'),
)
certificateRoutes.post(certificatePaths.restore(eventParameter, idParameter), writes, (c) =>
  withdraw(c, null, 'aterstallt'),
)

async function withdraw(c: C, at: Date | null, notice: string): Promise<Response> {
  const { db, actor } = c.var
  const event = await eventOf(c)
  const which = { eventId: event.id, id: numberIn(c, 'intyg') }
  await act(db, actor, at ? 'withdraw a certificate' : 'restore a certificate', (trx) =>
    withdrawCertificate(trx, which, at),
  )
  return redirect(c, certificatePaths.office(event.id), notice)
}

/** Hours as somebody types them, above none and at most two weeks; null is no such number. */
function hoursIn(typed: string): number | null {
  const hours = /^\d{1,3}([.,]\d)?$/.test(typed) ? Number(typed.replace(',', '.')) : 0
  return hours > 0 && hours <= 336 ? hours : null
}

async function show(
  c: C,
  event: Event,
  form: { typed: Typed | undefined; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { db, locale: l, now } = c.var
  const [trained, sessions] = await Promise.all([listTrained(db, event.id), listSessions(db, [event.id])])
  const hours = hoursOf(sessions) || hoursOf([event])
  const typed = form.typed ?? { timmar: l.number(hours, Number.isInteger(hours) ? 0 : 1) }
  const { title, lead } = certificateTexts(l).office
  return page(
    c,
    { title, description: lead, noIndex: true },
    <CertificatesPage
      l={l}
      event={event}
      trained={trained}
      ended={event.endsAt <= now}
      typed={typed}
      errors={form.errors}
      done={c.req.query('klart')}
    />,
    status,
  )
}
