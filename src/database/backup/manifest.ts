import { z } from 'zod'

export const manifestName = 'manifest.json'
export const contentsName = 'contents.json'
/** The newest form of backup that this program writes and reads. */
export const formatVersion = 1

const tableInManifest = z.object({ name: z.string(), columns: z.array(z.string()) })

const manifestSchema = z.object({
  format: z.literal('ekokommun-backup'),
  version: z.number().int(),
  takenAt: z.iso.datetime(),
  /** Versions of what made it. */
  program: z.string(),
  postgresql: z.string(),
  association: z.object({ code: z.string(), name: z.string() }),
  /** Whether it holds the demonstration. */
  madeUp: z.boolean(),
  /** Tells whether two secrets are the same, without telling the secret. */
  secretMark: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(tableInManifest),
  /** What belongs to the installation and is not in here, in words. */
  notIncluded: z.array(z.string()),
})

const contentsSchema = z.object({
  tables: z.array(
    z.object({
      name: z.string(),
      rows: z.number().int(),
      bytes: z.number().int(),
      sha256: z.string(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), value: z.number().int(), used: z.boolean() })),
})

/** The first file of a backup: what it is, before any data. */
export type Manifest = z.infer<typeof manifestSchema>
export type TableInManifest = z.infer<typeof tableInManifest>
/** The last file before the closing: what was written, table by table. */
export type Contents = z.infer<typeof contentsSchema>

/** Reads a manifest; undefined when it is none of ours. */
export function parseManifest(json: unknown): Manifest | undefined {
  return manifestSchema.safeParse(json).data
}

/** Reads the contents; undefined when they are none of ours. */
export function parseContents(json: unknown): Contents | undefined {
  return contentsSchema.safeParse(json).data
}

/** Where the rows of a table lie: its folder in the archive. */
export function folderOf(table: string): string {
  return `tables/${table}/`
}
