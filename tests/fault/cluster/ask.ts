import type { Kind, Ledger, Outcome } from './ledger.ts'
import type { Site } from './site.ts'

/** No answer may take longer. */
export const longestMs = 35_000

/** An answer as a browser gets it. */
export interface Answer {
  status: number
  text: string
  location: string
  outcome: Outcome
}

interface Asked {
  kind: Kind
  path: string
  cookie?: string
  form?: URLSearchParams | FormData
}

let turn = 0

/**
 * Sends a request through one of the web processes in turn, as a balancer does: where nobody listens the other one is
 * asked. What the answer says is noted.
 */
export async function ask(site: Site, ledger: Ledger, asked: Asked): Promise<Answer> {
  turn += 1
  const order = [turn % 2, (turn + 1) % 2]
  const began = Date.now()
  for (const web of order) {
    const address = site.webs[web]?.address ?? ''
    const init = {
      method: asked.form ? 'POST' : 'GET',
      headers: { origin: address, cookie: asked.cookie ?? '', 'accept-language': 'sv' },
      redirect: 'manual',
      signal: AbortSignal.timeout(longestMs + 10_000),
      ...(asked.form ? { body: asked.form } : {}),
    } satisfies RequestInit
    try {
      const response = await fetch(address + asked.path, init)
      const text = await response.text()
      const { status } = response
      const outcome = understand(status, text, asked.form !== undefined)
      const ms = Date.now() - began
      ledger.note(asked.kind, web, outcome, ms, `${status} ${asked.path} ${excerpt(text)}`)
      if (ms > longestMs) ledger.fault(`${asked.kind}: an answer took ${ms} ms`)
      return { status, text, location: response.headers.get('location') ?? '', outcome }
    } catch (error) {
      if (isRefused(error) && web === order[0]) continue
      ledger.note(asked.kind, web, 'unknown', Date.now() - began, String(error))
      return { status: 0, text: '', location: '', outcome: 'unknown' }
    }
  }
  throw new Error('There is no web process')
}

/** Reads the answer with a person's eyes. */
function understand(status: number, text: string, sent: boolean): Outcome {
  if (status === 200 || status === 303) return 'done'
  if (status === 409) return 'already'
  const isShort = !/\bat (async )?\S+ \(|node_modules|\bselect\b.*\bfrom\b/i.test(text)
  if (status !== 503 || !isShort) return 'wrong'
  if (!sent) return text.includes('databas svarar inte') ? 'nothing' : 'wrong'
  if (text.includes('Vi vet inte om det du skickade sparades')) return 'unknown'
  if (text.includes('platsen där filer ligger svarar inte just nu. Inget har ändrats.')) return 'nothing'
  return text.includes('Det du skickade sparades inte') ? 'nothing' : 'wrong'
}

function excerpt(text: string): string {
  const [, lead = ''] = /<h1>([\s\S]*?)<\/header>/.exec(text) ?? []
  return (lead || text)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 200)
}

/** Nobody listened: nothing was sent. */
function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED'
}
