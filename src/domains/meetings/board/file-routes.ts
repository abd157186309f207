import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { recogniseDocument } from '#platform/files/document.ts'
import { downloadHeaders, safeFileName } from '#platform/files/download.ts'
import { sendFile, statusOf, unlessAway } from '#platform/files/store/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { isHandedOver } from '../minutes/index.ts'
import { actorOf } from './asked.ts'
import { deleteFile, insertFile } from './item-queries.ts'
import { idIn, itemOf, tooLate } from './meeting-of.ts'
import { boardPaths } from './paths.ts'
import { findFile } from './queries.ts'
import { showItem } from './show-item.tsx'
import { textsOf } from './texts.ts'

/** The documents of an item. What they are is told by their content. */
export const fileRoutes = new Hono<AppEnv<Database>>()

fileRoutes.post(boardPaths.itemStep(':meeting', ':item', 'filer'), only('board.edit'), async (c) => {
  const place = await itemOf(c)
  const { meeting, item } = place
  const back = (fault: string) =>
    showItem(c, place, { about: 'fil', errors: { fil: fault } }, statusOf(fault))
  const upload = (await c.req.formData().catch(() => new FormData())).get('fil')
  if (!(upload instanceof File) || upload.size === 0) return back('file-empty')
  const name = safeFileName(upload.name)
  const content = Buffer.from(await upload.arrayBuffer())
  const found = await recogniseDocument(content, name)
  if ('fault' in found) return back(found.fault)
  const kept = await unlessAway(
    act(c.var.db, c.var.actor, 'board: add a document', async (trx) => {
      if (await isHandedOver(trx, meeting.id)) return 'file-late'
      return insertFile(trx, {
        itemId: item.id,
        name,
        ...found,
        sha256: createHash('sha256').update(content).digest('hex'),
        content,
        uploadedBy: actorOf(c).personId,
      })
    }),
  )
  if (kept !== 'done') return back(kept)
  return redirect(c, boardPaths.item(meeting.id, item.id), 'uppladdad')
})

fileRoutes.get(boardPaths.file(':meeting', ':item', ':file'), only('board.read'), async (c) => {
  const { item } = await itemOf(c)
  const file = await findFile(c.var.db, item.id, idIn(c, 'file'))
  if (!file) throw new Problem(404, textsOf(c.var.locale).noFile)
  return sendFile(c, file, downloadHeaders(file))
})

fileRoutes.post(boardPaths.removeFile(':meeting', ':item', ':file'), only('board.edit'), async (c) => {
  const { meeting, item } = await itemOf(c)
  const gone = await act(c.var.db, c.var.actor, 'board: remove a document', async (trx) => {
    if (await isHandedOver(trx, meeting.id)) return false
    return deleteFile(trx, item.id, idIn(c, 'file'))
  })
  if (!gone) throw tooLate(c, meeting, textsOf(c.var.locale).noFile)
  return redirect(c, boardPaths.item(meeting.id, item.id), 'fil-borta')
})
