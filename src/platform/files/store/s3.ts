import { AwsClient } from 'aws4fetch'
import { FilesAway, isSha256, type Place } from './place.ts'
import { readListing } from './s3-listing.ts'

/** How to reach a store that speaks S3. */
export interface S3Address {
  key: string
  secret: string
  /** With port, if there is one. */
  host: string
  bucket: string
  region: string
  tls: boolean
}

/** What one question may take. */
const patienceMs = 15_000
/** After a question without an answer nobody is kept waiting for so long. */
const restMs = 3000

/** Files in a bucket of an S3-compatible store, `ab/abcdef…`. */
export function s3Place({ key, secret, host, bucket, region, tls }: S3Address): Place {
  const name = `s3://${host}/${bucket}`
  const root = `${tls ? 'https' : 'http'}://${host}/${bucket}`
  const client = new AwsClient({
    accessKeyId: key,
    secretAccessKey: secret,
    service: 's3',
    region,
    // Whoever waits hears at once that the store is away.
    retries: 0,
  })
  const at = (sha256: string) => `${root}/${sha256.slice(0, 2)}/${sha256}`
  let restingUntil = 0

  /** Asks the store. Gives undefined for what is not there; every other refusal is one that may pass. */
  async function ask(address: string, init: RequestInit = {}): Promise<Response | undefined> {
    if (Date.now() < restingUntil) throw new FilesAway(`${name} did not answer a moment ago`)
    let answer: Response
    try {
      answer = await client.fetch(address, { ...init, signal: AbortSignal.timeout(patienceMs) })
    } catch (error) {
      restingUntil = Date.now() + restMs
      throw new FilesAway(`${name} does not answer: ${codeOf(error)}`)
    }
    if (answer.ok) return answer
    await answer.body?.cancel()
    if (answer.status === 404) return undefined
    throw new Refused(`${name} refuses: ${answer.status} ${answer.statusText}`, answer.status)
  }

  const list = (next: string) =>
    ask(`${root}?list-type=2${next && `&continuation-token=${encodeURIComponent(next)}`}`)

  return {
    name,
    put: async (sha256, bytes) => {
      // The store compares the sum before it answers.
      const headers = { 'x-amz-content-sha256': sha256, 'content-type': typeOf(bytes) }
      const kept = await ask(at(sha256), { method: 'PUT', body: new Uint8Array(bytes), headers })
      if (!kept) throw new FilesAway(`${name} does not exist`)
    },
    sizeOf: async (sha256) => {
      const found = await ask(at(sha256), { method: 'HEAD' })
      return found ? Number(found.headers.get('content-length')) : undefined
    },
    read: async (sha256) => (await ask(at(sha256)))?.body ?? undefined,
    remove: async (sha256) => {
      await ask(at(sha256), { method: 'DELETE' })
    },
    async *list() {
      let next = ''
      do {
        const page = readListing((await (await list(next))?.text()) ?? '')
        for (const { key: found, changedAt } of page.files) {
          const sha256 = found.split('/').at(-1) ?? ''
          if (isSha256(sha256)) yield { sha256, changedAt }
        }
        next = page.next
      } while (next)
    },
    check: async () => {
      const found = await list('').catch((error: Error) => {
        // Not a key that is wrong, but a store that is busy or broken.
        throw error instanceof Refused && error.status < 429 ? new Error(error.message) : error
      })
      if (!found) throw new Error(`${name} does not exist: make the bucket first`)
      await found.body?.cancel()
    },
  }
}

/** The store answered, but did not do it. */
class Refused extends FilesAway {
  readonly status: number

  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

/** What the network said, in a word: never an address, which might hold a key. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code
  }
  return error instanceof Error ? error.name : 'no answer'
}

/** What the bytes are, for those who look into the bucket. */
function typeOf(bytes: Buffer): string {
  const start = bytes.subarray(0, 4).toString('latin1')
  if (start === '%PDF') return 'application/pdf'
  if (start === 'RIFF') return 'image/webp'
  return 'application/octet-stream'
}
