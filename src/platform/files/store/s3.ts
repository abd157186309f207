import { S3mini, S3ServiceError } from 's3mini'
import { FilesAway, isSha256, type Place } from './place.ts'

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
const listedAtOnce = 1000

/** Files in a bucket of an S3-compatible store, `ab/abcdef…`. */
export function s3Place({ key, secret, host, bucket, region, tls }: S3Address): Place {
  const name = `s3://${host}/${bucket}`
  const s3 = new S3mini({
    accessKeyId: key,
    secretAccessKey: secret,
    endpoint: `${tls ? 'https' : 'http'}://${host}/${bucket}`,
    region,
    requestAbortTimeout: patienceMs,
  })
  const at = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`
  let restingUntil = 0

  /** Asks the store. Each failure but a wrong setting is one that passes. */
  async function ask<T>(question: () => Promise<T>): Promise<T> {
    if (Date.now() < restingUntil) throw new FilesAway(`${name} did not answer a moment ago`)
    try {
      return await question()
    } catch (error) {
      if (!(error instanceof S3ServiceError)) restingUntil = Date.now() + restMs
      throw new FilesAway(`${name} cannot be used: ${reason(error)}`, { cause: error })
    }
  }

  return {
    name,
    put: (sha256, bytes) =>
      ask(async () => {
        const checksum = Buffer.from(sha256, 'hex').toString('base64')
        await s3.putObject(at(sha256), bytes, typeOf(bytes), undefined, { 'x-amz-checksum-sha256': checksum })
      }),
    sizeOf: (sha256) =>
      ask(async () => ((await s3.objectExists(at(sha256))) ? s3.getContentLength(at(sha256)) : undefined)),
    read: (sha256) => ask(async () => (await s3.getObjectResponse(at(sha256)))?.body ?? undefined),
    remove: (sha256) =>
      ask(async () => {
        await s3.deleteObject(at(sha256))
      }),
    async *list() {
      let next: string | undefined
      do {
        const page = await ask(() => s3.listObjectsPaged('/', '', listedAtOnce, next))
        for (const { Key, LastModified } of page?.objects ?? []) {
          const sha256 = Key.split('/').at(-1) ?? ''
          if (isSha256(sha256)) yield { sha256, changedAt: new Date(LastModified) }
        }
        next = page?.nextContinuationToken
      } while (next)
    },
    check: async () => {
      const found = await ask(() => s3.listObjectsPaged('/', '', 1)).catch((error: Error) => {
        if (isForAll(error.cause)) throw new Error(`${name} refuses the key: ${reason(error.cause)}`)
        throw error
      })
      if (!found) throw new Error(`${name} does not exist: make the bucket first`)
    },
  }
}

/** Whether the store answered that this key may not: that does not pass by waiting. */
function isForAll(error: unknown): boolean {
  return error instanceof S3ServiceError && error.status >= 400 && error.status < 429
}

/** What the store or the network said, in a word: never an address, which might hold a key. */
function reason(error: unknown): string {
  if (error instanceof S3ServiceError) return `${error.status} ${error.serviceCode ?? ''}`.trim()
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
