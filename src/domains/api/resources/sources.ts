import { z } from 'zod'
import { listSources, type Source } from '#domains/members/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import type { Asked } from '../asked.ts'
import { listing } from '../operation.ts'
import { pageOf } from '../paging.ts'
import { listParameters } from '../question.ts'

const source = z
  .object({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    licence: z.string(),
    address: z.string().nullable(),
    retrieved: z.iso.date(),
    covers: z.string(),
  })
  .meta({ id: 'Source' })

/** Where facts come from, read once for each version of the data. */
export function sourcesOf({ db, remember }: Asked): Promise<Source[]> {
  return remember('sources', () => listSources(db))
}

export const sourceOperations = [
  listing({
    id: 'listSources',
    path: '/sources',
    query: z.strictObject(listParameters(source)),
    item: source,
    example: '/sources?fields=id,title,licence',
    read: async (asked, question) => {
      const page = pageOf(await sourcesOf(asked), ({ id }) => [id], question, asked)
      const items = page.items.map(({ title, licence, covers, retrievedOn, ...one }) => ({
        ...one,
        title: inLanguage(title, asked.l),
        licence: inLanguage(licence, asked.l),
        covers: inLanguage(covers, asked.l),
        retrieved: retrievedOn,
      }))
      return { ...page, items }
    },
  }),
]
