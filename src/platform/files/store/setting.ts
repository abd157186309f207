import { isAbsolute, normalize } from 'node:path'
import { z } from 'zod'
import { folderPlace } from './folder.ts'
import type { Place } from './place.ts'
import { s3Place } from './s3.ts'

/** Where files are kept, as `FILE_STORE` says: the first is written to, the others are read from as well. */
export interface FileStoreSetting {
  /** Undefined: in the database. */
  written: Place | undefined
  places: Place[]
}

/** `FILE_STORE` as a setting of the program; in the database unless it says otherwise. */
export const fileStoreWord = z
  .string()
  .default('')
  .transform((value, context): FileStoreSetting => {
    const setting = readStoreSetting(value.trim() || 'database')
    if (setting) return setting
    context.addIssue({ code: 'custom', message: 'is no place for files' })
    return z.NEVER
  })

/** Understands `FILE_STORE`; undefined when it cannot be understood. */
export function readStoreSetting(value: string): FileStoreSetting | undefined {
  const words = value.split(/\s+/).filter(Boolean)
  const read = words.map((word) => (word === 'database' ? word : placeOf(word)))
  const places = read.flatMap((one) => (one && one !== 'database' ? [one] : []))
  if (words.length === 0 || read.includes(undefined)) return undefined
  return { written: read[0] === 'database' ? undefined : places[0], places }
}

function placeOf(word: string): Place | undefined {
  if (isAbsolute(word)) return folderPlace(normalize(word).replace(/(.)[/\\]+$/, '$1'))
  const url = URL.canParse(word) ? new URL(word) : undefined
  const [, bucket = '', ...rest] = url?.pathname.split('/') ?? []
  if (url?.protocol !== 's3:' || !url.host || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    return undefined
  }
  if (!url.username || !url.password || rest.join('') !== '') return undefined
  return s3Place({
    key: decoded(url.username),
    secret: decoded(url.password),
    host: url.host,
    bucket,
    region: url.searchParams.get('region') ?? 'auto',
    tls: url.searchParams.get('tls') !== 'no',
  })
}

/** Signs of a key that stand for others in an address, like `%2F`. */
function decoded(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}
