import type { Locale } from '#platform/i18n.ts'
import { Details } from '#ui/components/details.tsx'
import type { FacetLink, FoundInArchive } from '../archive.ts'
import { advocacyPaths } from '../paths.ts'
import { facets } from '../rules/facets.ts'
import { textsOf } from '../texts.ts'

/** What the archive can be narrowed by, each value a link with how many it would show. */
export function ArchiveFacets({ l, links }: { l: Locale; links: FoundInArchive['links'] }) {
  const t = textsOf(l).list
  const shown = facets.filter((facet) => links[facet].length > 0)
  if (shown.length === 0) return null
  return (
    <nav class="facets" aria-labelledby="begransa">
      <h3 id="begransa">{t.narrow}</h3>
      {shown.map((facet, i) => (
        <Details
          key={facet}
          summary={t.facet[facet]}
          open={i === 0 || links[facet].some(({ chosen }) => chosen)}
        >
          <ul class="facets__values">
            {links[facet].map((link) => (
              <li key={link.value}>
                <FacetValue l={l} link={link} />
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </nav>
  )
}

function FacetValue({ l, link }: { l: Locale; link: FacetLink }) {
  const { name, count, chosen, query } = link
  return (
    <>
      <a href={l.href(advocacyPaths.list) + query} aria-current={chosen ? 'true' : undefined}>
        {name}
      </a>{' '}
      <span class="subtle">({count})</span>
    </>
  )
}
