import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { countLikelyDoubles } from './doubles-queries.ts'
import { happenedWithMembers } from './happened.ts'
import { dropDraftsNaming, dropOldDrafts } from './import-queries.ts'
import { organisationPaths, registerPaths } from './paths.ts'
import { findProfile } from './profile-queries.ts'
import { countEnding, countRegistered } from './register-filter-queries.ts'
import { routes } from './routes.tsx'
import { shifted } from './rules/membership.ts'
import { gapsIn } from './rules/profile.ts'
import { openingFilter } from './rules/register.ts'
import { periodOn } from './rules.ts'
import { textsOf } from './texts.ts'

/** Days before its last one on which an ending membership turns up on the desk. */
const endingSoon = 90

/** Days that an imported file is kept between preview and confirmation. */
const draftDays = 30

/** Who there is: organisations, memberships, the secretariat's register. */
export const members: Domain<Database> = {
  name: 'members',
  routes,
  menu: [],
  desk: async ({ db, locale: l, today }) => {
    const t = textsOf(l).deskItems
    const [ending, incomplete, doubles] = await Promise.all([
      countEnding(db, today, shifted(today, endingSoon)),
      countRegistered(db, { ...openingFilter, incomplete: true }, today),
      countLikelyDoubles(db),
    ])
    return [
      {
        text: t.ending(ending, l.number(ending)),
        count: ending,
        href: `${registerPaths.list}?status=all&slutar=1`,
      },
      { text: t.doubles(doubles, l.number(doubles)), count: doubles, href: registerPaths.doubles },
      {
        text: t.incomplete(incomplete, l.number(incomplete)),
        count: incomplete,
        href: `${registerPaths.list}?profil=ofullstandig`,
      },
    ].filter(({ count }) => count > 0)
  },
  handover: async ({ db, locale: l, today }, { organisationCode }) => {
    const t = textsOf(l)
    const profile = await findProfile(db, organisationCode)
    if (!profile) return []
    const now = periodOn(profile.memberships, today)
    const gaps = gapsIn(profile).map((gap) => t.profile.parts[gap])
    return [
      {
        title: t.handover.title,
        empty: t.handover.empty,
        lines: [
          ...(now ? [{ text: t.handover.since(l.date(now.since), now.decision) }] : []),
          ...(gaps.length > 0
            ? [{ text: t.profile.gaps(l.list(gaps)), href: organisationPaths.edit(organisationCode) }]
            : []),
        ],
      },
    ]
  },
  happened: happenedWithMembers,
  erase: (trx, personId) => dropDraftsNaming(trx, personId),
  jobs: [
    {
      name: 'drop-old-imports',
      schedule: '20 3 * * *',
      run: ({ db, now }) => dropOldDrafts(db, now, draftDays),
    },
  ],
}
