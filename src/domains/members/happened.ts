import type { Database } from '#database/tables.ts'
import { instantOf } from '#platform/days.ts'
import type { Asked, Followed, Happening } from '#platform/http/context.ts'
import { organisationPaths } from './paths.ts'
import { listOrganisations } from './queries.ts'
import { directoryOf } from './rules.ts'
import { textsOf } from './texts.ts'

/** When organisations that somebody follows joined or left the association. */
export async function happenedWithMembers(
  { db, locale: l, now }: Asked<Database>,
  { organisationCodes, since }: Followed,
): Promise<Happening[]> {
  const t = textsOf(l).happened
  const directory = directoryOf(await listOrganisations(db, organisationCodes))
  return organisationCodes.flatMap((code) => {
    const organisation = directory.byCode.get(code)
    if (!organisation) return []
    const { name, memberships } = organisation
    const href = organisationPaths.profile(code)
    return memberships
      .flatMap(({ since: first, until, kind, madeUp }) => [
        { day: first, text: kind === 'full' ? t.joined(name) : t.observes(name), madeUp },
        ...(until === null ? [] : [{ day: until, text: t.left(name), madeUp }]),
      ])
      .flatMap(({ day, text, madeUp }) => {
        const at = instantOf(day, '00:00')
        return at && at >= since && at <= now ? [{ at, text, href, madeUp }] : []
      })
  })
}
