import type { Reader } from '#domains/key-figures/index.ts'
import { type ExamplesDocument, examplesDocument, type FiguresDocument, figuresDocument } from './format.ts'
import { findContent, type Subscription } from './queries.ts'

/** What a subscription has brought; undefined for a kind of which there is nothing. */
export interface Brought {
  examples: ExamplesDocument | undefined
  figures: FiguresDocument | undefined
}

/** About half a kilobyte each. */
const rememberedSize = 2000

/** The documents of a subscription, read once for each version of the data. They stand beside our own figures, never among them. */
export function readDocuments(
  { db, remember }: Pick<Reader, 'db' | 'remember'>,
  { id }: Pick<Subscription, 'id'>,
): Promise<Brought> {
  return remember(
    `exchange ${id}`,
    async () => {
      const [examples, figures] = await Promise.all([
        findContent(db, { id, kind: 'good-examples' }),
        findContent(db, { id, kind: 'key-figures' }),
      ])
      return {
        examples: examplesDocument.safeParse(examples).data,
        figures: figuresDocument.safeParse(figures).data,
      }
    },
    rememberedSize,
  )
}
