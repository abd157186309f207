import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { downloadHeaders } from '#platform/files/download.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { applicationOf, inApplication } from './asking.ts'
import { certificatePdf, receiptPdf } from './documents/pdf.ts'
import { listFiles } from './draft-queries.ts'
import { applicationPaths } from './paths.ts'
import { textsOf } from './texts.ts'

const mediaType = 'application/pdf'

/** The papers of an application: the receipt of what was sent in, and the certificate of membership. */
export const documentRoutes = new Hono<AppEnv<Database>>()

documentRoutes.get(
  applicationPaths.receipt(':application'),
  only('application.see', inApplication),
  async (c) => {
    const { db, locale: l } = c.var
    const application = await applicationOf(c)
    const t = textsOf(l)
    if (!application.submitted_at) throw new Problem(404, t.papers.receipt.none)
    const pdf = await receiptPdf(l, application, await listFiles(db, application.id))
    const name = `${t.papers.receipt.title(application.organisationName)}.pdf`
    return c.body(new Uint8Array(pdf), 200, downloadHeaders({ name, mediaType }))
  },
)

documentRoutes.get(
  applicationPaths.certificate(':application'),
  only('application.see', inApplication),
  async (c) => {
    const { locale: l } = c.var
    const application = await applicationOf(c)
    const t = textsOf(l)
    if (!application.member_since) throw new Problem(404, t.papers.certificate.none)
    const pdf = await certificatePdf(l, application, application.member_since)
    const name = `${t.papers.certificate.title} ${application.organisationName}.pdf`
    return c.body(new Uint8Array(pdf), 200, downloadHeaders({ name, mediaType }))
  },
)
