import pg from 'pg'
import { type Connection, clientConfig } from './connect.ts'

/** A line on which the database tells of things. */
export interface ToldLine {
  /** False while it is broken: something may go unheard. */
  isOpen(): boolean
  close(): Promise<void>
}

const retryMs = 1000
/** How often the line is tried, and how long an answer may take: a line can be dead without a word. */
const beatMs = 10_000
const answerMs = 5000

/**
 * Listens on channels until it is closed. A break is mended; `opened` runs each time that the line is open, before it
 * counts as open, to look for what was missed. Throws when it cannot be opened the first time.
 */
export async function openLine(
  connection: Connection,
  channels: string[],
  told: { heard: (channel: string, payload: string) => void; opened: () => unknown },
): Promise<ToldLine> {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const open = async () => {
    const next = new pg.Client({ ...clientConfig(connection), query_timeout: answerMs })
    next.on('notification', ({ channel, payload = '' }) => told.heard(channel, payload))
    next.on('error', () => {})
    try {
      await next.connect()
      for (const channel of channels) await next.query(`listen ${channel}`)
      await told.opened()
    } catch (error) {
      abandon(next)
      throw error
    }
    if (closed) return abandon(next)
    client = next
    next.once('end', () => next === client && lost())
    later(beat, beatMs)
  }
  const beat = async () => {
    const beaten = client
    try {
      await beaten?.query('select')
      later(beat, beatMs)
    } catch {
      // Whoever ends it would wait for the other side, which says nothing.
      if (beaten) abandon(beaten)
      if (beaten === client) lost()
    }
  }
  const lost = () => {
    client = undefined
    later(() => open().catch(lost), retryMs)
  }
  const later = (run: () => unknown, ms: number) => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(run, ms).unref()
  }
  await open()
  return {
    isOpen: () => client !== undefined,
    close: async () => {
      closed = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}

function abandon(client: pg.Client): void {
  void client.end().catch(() => {})
}
