import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only, open } from '#domains/accounts/index.ts'
import { downloadHeaders } from '#platform/files/download.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import type { C } from '../asking.ts'
import { certificatePdf } from './certificate-pdf.ts'
import { OwnCertificatesPage } from './pages/own.tsx'
import { VerifyPage } from './pages/verify.tsx'
import { certificatePaths } from './paths.ts'
import { type Certificate, deleteOwnCertificate, findCertificate, listCertificatesOf } from './queries.ts'
import { certificateTexts } from './texts.ts'

const removeForm = z.object({ intyg: z.coerce.number().int().positive() })

/** Certificates as their owners keep them and as anybody verifies them. */
export const ownCertificateRoutes = new Hono<AppEnv<Database>>()

ownCertificateRoutes.get(certificatePaths.own, only('own-pages.use'), async (c) => {
  const { db, actor, locale: l } = c.var
  if (!actor) return c.notFound()
  const { title, lead } = certificateTexts(l).own
  const certificates = await listCertificatesOf(db, actor.personId)
  return page(
    c,
    { title, description: lead, noIndex: true },
    <OwnCertificatesPage l={l} certificates={certificates} removed={c.req.query('klart') !== undefined} />,
  )
})

ownCertificateRoutes.post(certificatePaths.remove, only('own-pages.use'), async (c) => {
  const { db, actor } = c.var
  const form = await readForm(c, removeForm)
  if (!form.ok || !actor) return redirect(c, certificatePaths.own)
  await act(db, actor, 'remove own certificate', (trx) =>
    deleteOwnCertificate(trx, actor.personId, form.values.intyg),
  )
  return redirect(c, certificatePaths.own, 'borttaget')
})

ownCertificateRoutes.get('/evenemang/intyg/:file{[\\w-]{20,100}\\.pdf}', open(), async (c) => {
  const { locale: l, config } = c.var
  const certificate = await certificateOf(c, c.req.param('file').slice(0, -'.pdf'.length))
  const t = certificateTexts(l)
  if (certificate.withdrawnAt) throw new Problem(404, t.verify.withdrawn(l.date(certificate.withdrawnAt)))
  const pdf = await certificatePdf(l, certificate, config.baseUrl)
  const name = `${t.paper.title} ${certificate.name}.pdf`
  return c.body(new Uint8Array(pdf), 200, downloadHeaders({ name, mediaType: 'application/pdf' }))
})

ownCertificateRoutes.get(certificatePaths.verify(':code{[\\w-]{20,100}}'), open(), async (c) => {
  const l = c.var.locale
  const certificate = await certificateOf(c, c.req.param('code'))
  c.header('cache-control', 'private, no-store')
  const { title } = certificateTexts(l).verify
  return page(c, { title, description: title, noIndex: true }, <VerifyPage l={l} certificate={certificate} />)
})

async function certificateOf(c: C, code: string): Promise<Certificate> {
  const certificate = await findCertificate(c.var.db, code)
  if (!certificate) throw new Problem(404, certificateTexts(c.var.locale).verify.none)
  return certificate
}
