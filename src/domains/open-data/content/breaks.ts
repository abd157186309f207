import { listBreaks } from '#domains/key-figures/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import type { Content } from '../content.ts'
import { wholeContent } from './whole.ts'

/** From which years on another method holds. */
export const breaks: Content = wholeContent(
  {
    name: 'metodbrott',
    columns: [
      { key: 'figure', type: 'string', required: true, refersTo: 'definitioner' },
      { key: 'year', type: 'gYear', required: true },
      { key: 'reason', type: 'string', required: true },
    ],
    key: ['figure', 'year'],
  },
  async ({ db, locale }) =>
    (await listBreaks(db)).map(({ figureId, year, reason }) => [figureId, year, inLanguage(reason, locale)]),
)
