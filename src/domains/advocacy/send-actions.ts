import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { closeQuestion } from '#domains/questions/index.ts'
import type { Remember } from '#platform/http/remember.ts'
import { localeOf } from '#platform/i18n.ts'
import { listDemands } from './demand-queries.ts'
import { drawFigures, readFigures } from './figures/read-figures.ts'
import { findMatter } from './matter-queries.ts'
import { lockMatter, setState } from './matter-write-queries.ts'
import { responsePdf } from './paper/response-pdf.ts'
import type { Place } from './place.ts'
import { isDoable } from './rules/state.ts'
import { listSections } from './section-queries.ts'
import { insertSent } from './sent-queries.ts'
import { joinText } from './text/paragraphs.ts'
import { textsOf } from './texts.ts'
import { findVersion } from './version-queries.ts'
import { loadVoice } from './voice.ts'

/** How the sending went. */
export type SentOff = 'done' | 'closed' | 'no-text' | 'figures'

/** What freezing a response needs beside its transaction. */
interface Moment {
  now: Date
  /** `YYYY-MM-DD` in Stockholm. */
  today: string
  remember: Remember
  baseUrl: string
}

/**
 * Sends a response that the board has adopted: from then on its text, its key figures, its endorsements and its PDF stand
 * as they were that moment. The sections' questions are closed.
 */
export async function sendResponse(place: Place & Moment, matterId: number): Promise<SentOff> {
  const { db, actor } = place
  const outcome = await act(db, actor, 'send a response', (trx) => freezeResponse(trx, place, matterId))
  if (outcome !== 'done') return outcome
  const matter = await findMatter(db, matterId)
  const l = localeOf(matter?.language ?? 'sv')
  for (const { questionId } of await listSections(db, matterId)) {
    if (questionId !== null) await closeQuestion(place, questionId, textsOf(l).sections.closedReason)
  }
  return 'done'
}

/** The same within a transaction, without the questions. */
export async function freezeResponse(
  trx: Transaction<Database>,
  { now, today, remember, baseUrl }: Moment,
  matterId: number,
): Promise<SentOff> {
  const state = await lockMatter(trx, matterId)
  if (!state || !isDoable('send', state)) return 'closed'
  const [matter, version] = [await findMatter(trx, matterId), await findVersion(trx, matterId)]
  if (!matter || !version) return 'no-text'
  const l = localeOf(matter.language)
  const reader = { db: trx, remember, today }
  const written = joinText(version.paragraphs)
  const { quoted, faults } = await readFigures([written], { reader, l, now })
  if (faults.length > 0) return 'figures'
  const text = drawFigures(written, quoted, { l, now })
  const voice = await loadVoice(reader, matterId)
  const demands = await listDemands(trx, matterId)
  const pdf = await responsePdf({ l, matter, text, voice, demands, day: today, baseUrl })
  await insertSent(trx, {
    matterId,
    version: version.number,
    at: now,
    text,
    weight: voice.weight,
    sha256: createHash('sha256').update(pdf).digest('hex'),
    pdf,
  })
  await setState(trx, matterId, 'sent')
  return 'done'
}
