import { act } from '#database/act.ts'
import { FetchFault } from '#platform/fetch/fetch-fault.ts'
import { log } from '#platform/log.ts'
import type { Adapter, Place, Read } from './adapter.ts'
import { adapters } from './adapters.ts'
import { listAnswerMarks, saveAnswerMarks, saveChanges } from './change-queries.ts'
import { ImportFault } from './import-fault.ts'
import { whileAlone } from './lock-queries.ts'
import { type Change, countChanges, endOf, noChanges, type RunState } from './rules/run.ts'
import {
  beginRun,
  endItem,
  endRun,
  listItems,
  listUnfinished,
  type Run,
  type RunItem,
} from './run-queries.ts'
import type { AdapterName } from './tables.ts'

/** So many items in a row that the source does not answer for, and the rest is left for another time. */
const enough = 2

/**
 * Performs the imports of a source that wait or were broken off, oldest first, with what each has left to do.
 * False when another program is at it already. Told to stop, it leaves the rest for whoever comes next. `byHand`, when
 * somebody sits by: then what was stopped stays so until somebody goes on with it, as this does.
 */
export async function performWaiting(place: Place, adapter: AdapterName, byHand = false): Promise<boolean> {
  const done = await whileAlone(place.db, adapter, async () => {
    for (;;) {
      const [run] = await listUnfinished(place.db, adapter, byHand)
      if (!run || place.signal?.aborted) return true
      await perform(place, run, byHand ? 'stopped' : 'waiting')
    }
  })
  return done ?? false
}

async function perform(place: Place, run: Run, whenStopped: RunState): Promise<void> {
  const { db } = place
  const adapter = adapters[run.adapter]
  try {
    await beginRun(db, run.id, await adapter.list(place, run))
    const read = await adapter.open(place, run)
    await performItems(place, run, read)
  } catch (error) {
    const words = wordsOf(error)
    const stopped = error instanceof FetchFault && error.kind === 'stopped'
    await endRun(db, run.id, stopped ? whenStopped : 'failed', stopped ? '' : words)
    return
  }
  await endRun(db, run.id, endOf(await listItems(db, run.id), ''), '')
}

/** Item after item, in their order; the next one is asked for while the last answer is written. */
async function performItems(
  place: Place,
  run: Run,
  read: Awaited<ReturnType<Adapter['open']>>,
): Promise<void> {
  const { db, signal } = place
  const waiting = (await listItems(db, run.id)).filter(({ state }) => state === 'waiting')
  const ask = async (item: string) =>
    read(item, run.fresh ? new Map() : await listAnswerMarks(db, run.adapter, item))
  let silent = 0
  let ahead: Promise<Read> | undefined
  for (const [index, { item }] of waiting.entries()) {
    if (signal?.aborted) throw new FetchFault('stopped', '')
    if (silent >= enough) {
      await endItem(db, run.id, failed(item, 'given-up'))
      continue
    }
    const asked = ahead ?? ask(item)
    ahead = undefined
    try {
      const answer = await asked
      const next = waiting[index + 1]
      if (next) ahead = ask(next.item)
      // What goes wrong with it is told when its turn comes.
      ahead?.catch(() => {})
      await write(place, run, item, answer)
      silent = 0
    } catch (error) {
      if (error instanceof FetchFault && error.kind === 'stopped') throw error
      await endItem(db, run.id, failed(item, wordsOf(error)))
      const isSilent = error instanceof FetchFault && ['unreachable', 'busy'].includes(error.kind)
      silent = isSilent ? silent + 1 : 0
    }
  }
}

/** One transaction: the values, what the source said of them, and that the item is done. A dry run takes it back. */
async function write(place: Place, run: Run, item: string, read: Read): Promise<void> {
  const { db } = place
  const none: RunItem = { item, state: 'unchanged', rows: 0, ...noChanges, message: '' }
  if (!read.changed) return endItem(db, run.id, none)
  const outcomeOf = (changes: Change[]): RunItem => ({
    item,
    state: 'done',
    rows: read.rows,
    ...countChanges(changes),
    message: read.remark,
  })
  if (run.dry) {
    const changes = await tryOut(place, read.write)
    await saveChanges(db, run.id, item, changes)
    return endItem(db, run.id, outcomeOf(changes))
  }
  await act(db, null, `import: ${run.adapter}`, async (trx) => {
    const changes = await read.write(trx, new Date())
    await saveAnswerMarks(trx, run.adapter, item, read.marks)
    await saveChanges(trx, run.id, item, changes)
    await endItem(trx, run.id, outcomeOf(changes))
  })
}

/** What writing would change; nothing is kept. */
export async function tryOut(
  { db }: Pick<Place, 'db'>,
  write: Extract<Read, { changed: true }>['write'],
): Promise<Change[]> {
  const trx = await db.startTransaction().execute()
  try {
    return await write(trx, new Date())
  } finally {
    await trx.rollback().execute()
  }
}

function failed(item: string, message: string): RunItem {
  return { item, state: 'failed', rows: 0, ...noChanges, message }
}

/** A fault as `reason: detail`. One that nobody expected is ours, so it is logged too, and the rest goes on. */
function wordsOf(error: unknown): string {
  if (error instanceof FetchFault || error instanceof ImportFault) return error.message
  log.error({ err: error }, 'an import met a fault of the program')
  return `unexpected: ${error instanceof Error ? error.message : String(error)}`
}
