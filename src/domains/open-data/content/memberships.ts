import { organisationDirectory } from '#domains/members/index.ts'
import type { Content } from '../content.ts'
import { wholeContent } from './whole.ts'

/** Who is and was a member, one row a period. */
export const memberships: Content = wholeContent(
  {
    name: 'medlemskap',
    columns: [
      { key: 'organisation', type: 'string', required: true, refersTo: 'organisationer' },
      { key: 'organisation_name', type: 'string', required: true },
      { key: 'membership_kind', type: 'string', required: true, words: 'membershipKind' },
      { key: 'since', type: 'date', required: true },
      { key: 'until', type: 'date' },
      { key: 'made_up', type: 'boolean', required: true },
    ],
    key: ['organisation', 'since'],
  },
  async ({ db, remember }) =>
    (await organisationDirectory(db, remember)).all.flatMap(({ code, name, memberships: periods }) =>
      periods.map(({ kind, since, until, madeUp }) => [code, name, kind, since, until, madeUp]),
    ),
)
