import { roleName } from '#domains/accounts/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import type { RelatedPart } from '#platform/http/context.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { ButtonLink } from '#ui/components/button.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Related } from '#ui/components/related.tsx'
import { contactPaths } from '../paths.ts'
import type { ContactCardView } from '../search-queries.ts'
import { textsOf } from '../texts.ts'

export interface PersonPageProps {
  l: Locale
  card: ContactCardView
  own: boolean
  /** What other houses tell of the person, as the person agreed to. */
  related: RelatedPart[]
}

/** One person's card, with what the reader may see. */
export function PersonPage({ l, card, own, related }: PersonPageProps) {
  const texts = textsOf(l)
  const t = texts.person
  const items = [
    { term: t.subjects, meaning: l.list(card.subjects.map((subject) => subject[l.language])) },
    { term: texts.search.knows, meaning: card.knows },
    { term: texts.search.helps, meaning: card.helpsWith },
    { term: t.languages, meaning: l.list(card.languages.map((code) => texts.languages[code] ?? code)) },
    { term: t.email, meaning: card.email && <a href={`mailto:${card.email}`}>{card.email}</a> },
    {
      term: t.phone,
      meaning: card.phone && <a href={`tel:${card.phone.replace(/[^\d+]/g, '')}`}>{card.phone}</a>,
    },
  ].filter(({ meaning }) => meaning)
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(contactPaths.search), label: texts.search.title }]} />
      <PageHeader title={card.name} lead={card.title} />
      <ul>
        {card.posts.map(({ role, code, organisation }) => (
          <li key={`${role}-${code}`}>
            {roleName(role, l)},{' '}
            {/^\d{4}$/.test(code) ? (
              <a href={l.href(organisationPaths.profile(code))}>{organisation}</a>
            ) : (
              organisation
            )}
          </li>
        ))}
      </ul>
      <DefinitionList items={items} />
      <Related l={l} parts={related} madeUp={texts.search.madeUp} level={2} />
      <p class="row">
        {own && <ButtonLink href={l.href(contactPaths.card)}>{t.own}</ButtonLink>}
        {!own &&
          (card.mayBeAsked ? (
            <ButtonLink href={`${l.href(contactPaths.write)}?till=${card.personId}`}>{t.write}</ButtonLink>
          ) : (
            texts.search.notAsked
          ))}
        <a href={l.href(contactPaths.vcard(card.personId))}>{t.vcard}</a>
      </p>
    </>
  )
}
