import { type Organisation, organisationPaths } from '#domains/members/index.ts'
import type { Group } from '../group.ts'
import { keyFigurePaths } from '../paths.ts'
import { emptySelection, writeSelection } from '../selection.ts'
import type { Voice } from '../sentences.ts'
import type { StandingView } from '../standing-view.ts'

/** Those nearest in kind, and the way to a comparison with the first of them. */
export function SimilarOrganisations({
  voice,
  organisation,
  group,
  shared,
}: {
  voice: Voice
  organisation: Organisation
  group: Group
  shared: StandingView[]
}) {
  const { l, t } = voice
  const compared = group.neighbours.slice(0, 4).map(({ code }) => code)
  const figures = shared.filter(({ mine }) => mine?.current).slice(0, 8)
  return (
    <section aria-labelledby="liknande">
      <h2 id="liknande">{t.profile.similar}</h2>
      <p>{t.figure.similarHow}</p>
      <ul class="inline-list">
        {group.neighbours.map(({ code, name }) => (
          <li key={code}>
            <a href={l.href(organisationPaths.profile(code))}>{name}</a>
          </li>
        ))}
      </ul>
      <p>
        <a
          href={
            l.href(keyFigurePaths.compare) +
            writeSelection({
              ...emptySelection,
              mine: organisation.code,
              with: compared,
              figures: figures.map(({ figure }) => figure.id),
            })
          }
        >
          {t.profile.compareWith}
        </a>
      </p>
    </section>
  )
}
