import type { Locale } from '#platform/i18n.ts'
import { Details } from '#ui/components/details.tsx'
import { type AskedFor, queryOf } from '../asked.ts'
import { chosenLinks, type FacetLink } from '../facet-options.ts'
import { examplePaths } from '../paths.ts'
import { type Facet, facets } from '../rules/facets.ts'
import { textsOf } from '../texts.ts'

/** So many values of a facet stand in sight; the rest are one click away. */
const inSight = 8

/** What can be chosen, facet by facet, each value a link with how many examples it would show. */
export function FacetList({ l, links }: { l: Locale; links: Record<Facet, FacetLink[]> }) {
  const t = textsOf(l).list
  const anyChosen = chosenLinks(links).length > 0
  return (
    <nav class="facets" aria-labelledby="begransa">
      <h2 id="begransa">{t.facets}</h2>
      {facets
        .filter((facet) => links[facet].length > 0)
        .map((facet, i) => (
          <Details
            key={facet}
            id={`val-${facet}`}
            summary={t.facet[facet]}
            open={links[facet].some(({ chosen }) => chosen) || (i === 0 && !anyChosen)}
          >
            <Values l={l} links={inFront(links[facet])} />
          </Details>
        ))}
    </nav>
  )
}

/** Long lists begin with what most examples have and what is chosen. */
function inFront(links: FacetLink[]): { first: FacetLink[]; rest: FacetLink[] } {
  if (links.length <= inSight + 2) return { first: links, rest: [] }
  const best = new Set(
    links
      .toSorted((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count)
      .slice(0, inSight)
      .map(({ value }) => value),
  )
  return {
    first: links.filter(({ value }) => best.has(value)),
    rest: links.filter(({ value }) => !best.has(value)),
  }
}

function Values({ l, links: { first, rest } }: { l: Locale; links: ReturnType<typeof inFront> }) {
  const t = textsOf(l).list
  const list = (links: FacetLink[]) => (
    <ul class="facets__values">
      {links.map(({ value, name, count, chosen, query }) => (
        <li key={value}>
          <a href={l.href(examplePaths.list) + query} aria-current={chosen ? 'true' : undefined}>
            {name}
          </a>{' '}
          <span class="subtle">({count})</span>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {list(first)}
      {rest.length > 0 && <Details summary={t.moreValues(rest.length)}>{list(rest)}</Details>}
    </>
  )
}

/** What is chosen and searched for, each to be taken away by itself. */
export function ChosenFacets({
  l,
  asked,
  links,
}: {
  l: Locale
  asked: AskedFor
  links: Record<Facet, FacetLink[]>
}) {
  const t = textsOf(l).list
  const chosen = chosenLinks(links)
  if (chosen.length === 0 && asked.text === '') return null
  const list = l.href(examplePaths.list)
  return (
    <div class="row">
      <ul class="chosen" aria-label={t.chosen}>
        {asked.text && (
          <li>
            <a
              href={list + queryOf({ ...asked, text: '', page: 1 })}
              aria-label={t.takeAway(`”${asked.text}”`)}
            >
              ”{asked.text}”
            </a>
          </li>
        )}
        {chosen.map(({ facet, value, name, query }) => (
          <li key={`${facet} ${value}`}>
            <a href={list + query} aria-label={t.takeAway(`${t.facet[facet]}: ${name}`)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <a href={list}>{t.clear}</a>
    </div>
  )
}
