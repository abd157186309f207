import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { paragraphs, readForm, type Typed, ticked } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { applicationOf, type C, inApplication, runStep, version } from './asking.ts'
import { receiptPdf } from './documents/pdf.ts'
import { listFiles } from './draft-queries.ts'
import { CheckPage, WithdrawPage } from './pages/check.tsx'
import { applicationPaths } from './paths.ts'
import { findApplication } from './queries.ts'
import { gapsIn } from './rules/completeness.ts'
import { isWritable, stepsFrom } from './rules.ts'
import { textsOf } from './texts.ts'

const sending = z.object({ version, intygar: ticked.refine((yes) => yes, 'confirm-missing') })
const withdrawing = z.object({ version, reason: paragraphs(1000) })

/** The last look before an application is sent, and the way out of it. */
export const checkRoutes = new Hono<AppEnv<Database>>()

checkRoutes.get(
  applicationPaths.check(':application'),
  only('application.edit', inApplication),
  async (c) => {
    const application = await applicationOf(c)
    if (!isWritable(application.state)) return redirect(c, applicationPaths.one(application.id))
    return show(c, { typed: {}, errors: {} }, 200)
  },
)

checkRoutes.post(
  applicationPaths.check(':application'),
  only('application.edit', inApplication),
  async (c) => {
    const { id } = await applicationOf(c)
    const form = await readForm(c, sending)
    if (!form.ok) return show(c, form, 422)
    const here = applicationPaths.one(id)
    await runStep(
      c,
      here,
      {
        id,
        version: form.values.version,
        step: 'submit',
        changes: { submitted_at: c.var.now },
      },
      {
        before: async (trx) => {
          // Seen again within the transaction: a document may have been taken away meanwhile.
          const application = await findApplication(trx, id)
          const gaps = application && gapsIn(application.answers, await listFiles(trx, id))
          if (gaps && gaps.length > 0) {
            const { missingTitle } = textsOf(c.var.locale).check
            throw new Problem(409, missingTitle, [
              { href: c.var.locale.href(applicationPaths.check(id)), label: missingTitle },
            ])
          }
        },
        attachments: async (trx, application) => [
          {
            name: 'kvittens.pdf',
            mediaType: 'application/pdf',
            content: await receiptPdf(c.var.locale, application, await listFiles(trx, id)),
          },
        ],
      },
    )
    return redirect(c, here, 'inskickad')
  },
)

checkRoutes.get(
  applicationPaths.withdraw(':application'),
  only('application.edit', inApplication),
  async (c) => {
    const { locale: l } = c.var
    const application = await applicationOf(c)
    if (!stepsFrom(application.state).includes('withdraw')) {
      return redirect(c, applicationPaths.one(application.id))
    }
    const { withdrawTitle: title } = textsOf(l).mine
    return page(
      c,
      { title, description: title, noIndex: true },
      <WithdrawPage l={l} application={application} />,
    )
  },
)

checkRoutes.post(
  applicationPaths.withdraw(':application'),
  only('application.edit', inApplication),
  async (c) => {
    const { id } = await applicationOf(c)
    const form = await readForm(c, withdrawing)
    const values = form.ok ? form.values : { version: -2, reason: '' }
    const here = applicationPaths.one(id)
    await runStep(c, here, { id, version: values.version, step: 'withdraw', text: values.reason })
    return redirect(c, here, 'aterkallad')
  },
)

async function show(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { db, locale: l } = c.var
  const application = await applicationOf(c)
  const files = await listFiles(db, application.id)
  const { title, lead } = textsOf(l).check
  return page(
    c,
    { title, description: lead, noIndex: true },
    <CheckPage l={l} application={application} files={files} {...form} />,
    status,
  )
}
