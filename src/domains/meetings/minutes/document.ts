import { createHash } from 'node:crypto'
import { z } from 'zod'

const text = z.string()

/** One item of the minutes. */
const itemSchema = z.strictObject({
  id: z.number(),
  /** Its place on the agenda. */
  number: z.number(),
  /** The number of the decision; null when nothing was decided. */
  paragraph: z.number().nullable(),
  title: text,
  /** The basis, in Markdown. */
  background: text,
  /** What was said, as the secretary wrote it. */
  said: text,
  decision: text,
  /** Votes, who was partial, reservations, tasks: a sentence each. */
  lines: z.array(text),
  documents: z.array(z.strictObject({ name: text, sha256: text })),
})

const documentSchema = z.strictObject({
  title: text,
  association: text,
  /** `YYYY-MM-DD`. */
  heldOn: text,
  /** When, where, how it was called, under which statutes. */
  facts: z.array(z.strictObject({ label: text, value: text })),
  present: z.array(z.strictObject({ label: text, people: z.array(text) })),
  /** Whether the meeting could decide, and by which paragraph. */
  quorum: text,
  items: z.array(itemSchema),
  signers: z.array(z.strictObject({ part: z.enum(['chair', 'adjuster']), name: text })),
  madeUp: z.boolean(),
})

/** The minutes of a meeting, whole: what is approved is this and nothing else. Always in the association's first language. */
export type MinutesDocument = z.output<typeof documentSchema>
export type MinutesItem = MinutesDocument['items'][number]

/** The bytes that are kept, hashed and given out. */
export function writeDocument(document: MinutesDocument): string {
  return `${JSON.stringify(documentSchema.parse(document), null, 1)}\n`
}

export function readDocument(content: string): MinutesDocument {
  return documentSchema.parse(JSON.parse(content))
}

/** SHA-256 of the kept bytes; `sha256sum` of the file that the page gives out says the same. */
export function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}
