import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Config } from '#platform/config.ts'
import { type FaultKind, FetchFault } from '#platform/fetch/fetch-fault.ts'
import { politeClient } from '#platform/fetch/polite-client.ts'
import { askPublicly } from '#platform/fetch/public-address.ts'
import { partnerPaths } from '../paths.ts'
import type { ExchangeKind } from '../tables.ts'
import { documentSchema, type ExchangeDocument, formatVersion, indexSchema } from './format.ts'
import { listSubscriptions, type Subscription, saveDocument, saveFault } from './queries.ts'
import { type Refused, refusalOf, versionIn } from './rules/accept.ts'
import { fingerprintOf, type Opened, openDocument } from './signing.ts'

/** Everything that may go wrong with a subscription. */
export type ExchangeFault = FaultKind | Refused | Extract<Opened, { ok: false }>['fault']

export interface Receiving {
  db: Kysely<Database>
  config: Pick<Config, 'mode' | 'baseUrl'>
  now: Date
}

/** A document is larger than this only by mistake or ill will. */
const largestBytes = 16 * 2 ** 20

/** Asks another network's exchange. In production nothing within our own network is ever asked. */
function clientFor(address: string, config: Receiving['config']) {
  return politeClient({
    base: `${address}/api/v1`,
    everyMs: 1000,
    retries: 1,
    timeoutMs: 20_000,
    longestWaitMs: 5000,
    largestBytes,
    userAgent: `Ekokommun/1 (+${config.baseUrl})`,
    ...(config.mode === 'production' ? { ask: askPublicly } : {}),
  })
}

/** Who stands behind an address and what it offers, or why that cannot be told. */
export async function readIndex(
  address: string,
  config: Receiving['config'],
): Promise<
  | { ok: true; name: string; country: string; fingerprint: string; kinds: ExchangeKind[] }
  | { ok: false; fault: ExchangeFault }
> {
  try {
    const answer = await clientFor(address, config).get(address + partnerPaths.api)
    const read = indexSchema.safeParse(answer.changed ? answer.json : undefined)
    if (!read.success) return { ok: false, fault: 'wrong-format' }
    const { network, versions, key, offers } = read.data
    if (!versions.includes(formatVersion)) return { ok: false, fault: 'wrong-version' }
    const kinds = offers.map(({ kind }) => kind)
    const { name, country } = network
    return { ok: true, name, country, fingerprint: fingerprintOf(key.x), kinds }
  } catch (error) {
    if (error instanceof FetchFault) return { ok: false, fault: error.kind }
    throw error
  }
}

/** Fetches what every subscription asks for, one after the other. What fails is noted and leaves the rest alone. */
export async function fetchAll(receiving: Receiving): Promise<void> {
  for (const subscription of await listSubscriptions(receiving.db)) {
    // What the demonstration made up stands nowhere.
    if (!subscription.madeUp) await fetchSubscription(receiving, subscription)
  }
}

/** Fetches everything that one subscription asks for. */
export async function fetchSubscription(receiving: Receiving, subscription: Subscription): Promise<void> {
  const { db, now } = receiving
  const { id, address } = subscription
  const client = clientFor(address, receiving.config)
  for (const { kind, issuedAt } of subscription.documents) {
    try {
      const answer = await client.get(address + partnerPaths.apiKind(kind))
      const judged = judge(answer.changed ? answer.json : undefined, subscription, { kind, issuedAt, now })
      if (judged.ok) {
        const { network, issued_at } = judged.document
        const kept = { ...network, issuedAt: new Date(issued_at), content: judged.document }
        await saveDocument(db, { id, kind }, kept, now)
      } else {
        await saveFault(db, { id, kind }, judged, now)
      }
    } catch (error) {
      if (!(error instanceof FetchFault)) throw error
      await saveFault(db, { id, kind }, { fault: error.kind, detail: error.detail }, now)
    }
  }
}

type Judged = { ok: true; document: ExchangeDocument } | { ok: false; fault: ExchangeFault; detail: string }

/** Whether what came in is what was subscribed to: signed by the pinned key, of our format, and not an older one. */
function judge(
  came: unknown,
  { address, fingerprint }: Pick<Subscription, 'address' | 'fingerprint'>,
  { kind, issuedAt, now }: { kind: ExchangeKind; issuedAt: Date | null; now: Date },
): Judged {
  const refuse = (fault: ExchangeFault, detail = ''): Judged => ({ ok: false, fault, detail })
  const opened = openDocument(came, fingerprint)
  if (!opened.ok) return refuse(opened.fault)
  const version = versionIn(opened.content)
  if (version !== formatVersion) return refuse('wrong-version', JSON.stringify(version ?? null))
  const read = documentSchema.safeParse(opened.content)
  if (!read.success) {
    const [issue] = read.error.issues
    return refuse('wrong-format', `${issue?.path.join('.')}: ${issue?.message}`)
  }
  const document = read.data
  const things = document.kind === 'good-examples' ? document.examples : document.figures
  const refused = refusalOf(
    {
      kind: document.kind,
      networkAddress: document.network.address,
      issuedAt: new Date(document.issued_at),
      addresses: things.map((one) => one.address),
    },
    { kind, address, issuedAt, now },
  )
  return refused ? refuse(refused) : { ok: true, document }
}
