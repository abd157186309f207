/** A place outside the database where the bytes of files lie, each under its SHA-256. */
export interface Place {
  /** A folder's path, or `s3://host/bucket`. Never holds a secret. */
  name: string
  /** Keeps bytes; they are safe when this returns. Keeping the same bytes again changes nothing. */
  put(sha256: string, bytes: Buffer): Promise<void>
  /** The size in bytes of what is kept; undefined when there is nothing. */
  sizeOf(sha256: string): Promise<number | undefined>
  /** The bytes as they come; undefined when there are none. */
  read(sha256: string): Promise<ReadableStream<Uint8Array> | undefined>
  remove(sha256: string): Promise<void>
  /** Everything that lies there, for those who tidy. */
  list(): AsyncIterable<{ sha256: string; changedAt: Date }>
  /** Whether files can be kept here. Throws {@link FilesAway} when it cannot be told now, else with what is wrong. */
  check(): Promise<void>
}

/** The place of the files cannot be reached or does not answer. Nothing was changed; later it may work again. */
export class FilesAway extends Error {}

/** A file is not where its row says, or is not what was kept. Somebody has to bring it back. */
export class FileLost extends Error {}

/** What a place may hold: names are SHA-256 in hexadecimal. */
export const isSha256 = (name: string): boolean => /^[0-9a-f]{64}$/.test(name)
