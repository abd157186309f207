import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { downloadHeaders } from '#platform/files/download.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { type C, type MinutesOrgan, minutesSteps } from './organ.ts'
import { minutesPdf } from './pdf.ts'
import { findDocument, listNotes, listSignatures } from './queries.ts'
import { readable } from './show.tsx'
import { textsOf } from './texts.ts'

/** The minutes to keep: as accessible PDF, and the very bytes that were approved. */
export function fileRoutes(organ: MinutesOrgan): Hono<AppEnv<Database>> {
  const routes = new Hono<AppEnv<Database>>()
  const { pattern } = organ

  routes.get(pattern + minutesSteps.pdf, only('minutes.read'), async (c) => {
    const meeting = await organ.meetingOf(c)
    const { document, frozen } = await readable(c, organ, meeting)
    const [signatures, notes] = await Promise.all([
      frozen ? listSignatures(c.var.db, frozen.id) : [],
      listNotes(c.var.db, meeting.id),
    ])
    const pdf = await minutesPdf({
      document,
      sha256: frozen?.sha256,
      approved: meeting.state === 'approved',
      signatures,
      notes,
    })
    return give(c, { name: `protokoll-${meeting.heldOn}.pdf`, mediaType: 'application/pdf' }, pdf)
  })

  routes.get(pattern + minutesSteps.file, only('minutes.read'), async (c) => {
    const meeting = await organ.meetingOf(c)
    await readable(c, organ, meeting)
    const frozen = await findDocument(c.var.db, meeting.id)
    if (!frozen) throw new Problem(404, textsOf(c.var.locale).notHandedOver)
    return give(
      c,
      { name: `protokoll-${meeting.heldOn}.json`, mediaType: 'application/json; charset=utf-8' },
      Buffer.from(frozen.content),
    )
  })
  return routes
}

function give(c: C, file: { name: string; mediaType: string }, content: Buffer): Response {
  return c.body(new Uint8Array(content), 200, downloadHeaders(file))
}
