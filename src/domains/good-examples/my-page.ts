import type { Database } from '#database/tables.ts'
import { can } from '#domains/accounts/index.ts'
import type { Actor, Asked, Followed, Happening, WaitingItem } from '#platform/http/context.ts'
import { toldIn } from '#platform/i18n.ts'
import { examplePaths } from './paths.ts'
import { listAskedOf, listCommentedDrafts } from './peers/peer-queries.ts'
import { listPublishedExamples } from './queries.ts'
import { textsOf } from './texts.ts'

/** Drafts that somebody is asked to comment on, and comments on drafts of one's own organisations. */
export async function waiting({ db, locale: l }: Asked<Database>, actor: Actor): Promise<WaitingItem[]> {
  const t = textsOf(l).waiting
  // The secretariat may write for all, but what waits for a member's writers does not wait for it.
  const codes = actor.roles
    .map(({ organisationCode }) => organisationCode)
    .filter((code) => /^\d{4}$/.test(code) && can(actor, 'examples.write', { organisationCode: code }))
  const [asked, commented] = await Promise.all([
    can(actor, 'network.use') ? listAskedOf(db, actor.personId) : [],
    codes.length > 0 ? listCommentedDrafts(db, codes) : [],
  ])
  return [
    ...asked.map(({ exampleId, organisation, title }) => ({
      text: t.asked(organisation, toldIn(title, l)?.text ?? ''),
      href: examplePaths.preview(exampleId),
    })),
    ...commented.map(({ exampleId, comments, title }) => ({
      text: t.comments(comments, toldIn(title, l)?.text ?? ''),
      href: `${examplePaths.preview(exampleId)}#kommentarer`,
    })),
  ]
}

/** So many examples are told of at most. */
const mostTold = 20

/** What followed organisations have published, and what has been published on followed key figures. */
export async function happened(
  { db, locale: l }: Asked<Database>,
  { organisationCodes, figureIds, since }: Followed,
): Promise<Happening[]> {
  const [ofOrganisations, onFigures] = await Promise.all([
    organisationCodes.length > 0 ? listPublishedExamples(db, { organisationCodes, limit: mostTold }) : [],
    figureIds.length > 0 ? listPublishedExamples(db, { figureIds, limit: mostTold }) : [],
  ])
  const examples = new Map([...ofOrganisations, ...onFigures].map((example) => [example.id, example]))
  return [...examples.values()]
    .map(({ publishedAt, organisation, title, address, madeUp }) => ({
      at: new Date(publishedAt),
      text: textsOf(l).happened(organisation.name, toldIn(title, l)?.text ?? ''),
      href: address,
      madeUp,
    }))
    .filter(({ at }) => at >= since)
    .sort((a, b) => b.at.getTime() - a.at.getTime())
}
