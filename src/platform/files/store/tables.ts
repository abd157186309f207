import type { ColumnType, Generated } from 'kysely'

export interface FileTables {
  /** Files whose bytes lie outside the database. */
  file_content: {
    sha256: string
    /** In bytes. */
    size: number
    /** Where the bytes lie: a folder, or `s3://host/bucket`. */
    place: string
    kept_at: Generated<Date>
  }
  /** Bytes that perhaps nobody refers to any more. */
  file_released: {
    sha256: string
    place: string
    released_at: Generated<Date>
  }
}

/**
 * The two columns of a table that holds files: the bytes themselves, or the SHA-256 of a row in `file_content`.
 * Exactly one is set.
 */
export type FileColumns<Name extends string> = {
  [K in Name]: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
} & {
  [K in `${Name}_sha256`]: ColumnType<string | null, string | null | undefined, string | null>
}
