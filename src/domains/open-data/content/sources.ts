import { listSources } from '#domains/members/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import type { Content } from '../content.ts'
import { wholeContent } from './whole.ts'

/** Where the facts come from, and on what terms. */
export const sources: Content = wholeContent(
  {
    name: 'kallor',
    columns: [
      { key: 'id', type: 'string', required: true },
      { key: 'title', type: 'string', required: true },
      { key: 'publisher', type: 'string', required: true },
      { key: 'terms', type: 'string', required: true },
      { key: 'address', type: 'string' },
      { key: 'retrieved_on', type: 'date', required: true },
      { key: 'covers', type: 'string', required: true },
    ],
    key: ['id'],
  },
  async ({ db, locale }) =>
    (await listSources(db)).map(({ id, title, publisher, licence, address, retrievedOn, covers }) => [
      id,
      inLanguage(title, locale),
      publisher,
      inLanguage(licence, locale),
      address,
      retrievedOn,
      inLanguage(covers, locale),
    ]),
)
