import { organisationPaths } from '#domains/members/index.ts'
import type { RelatedPart } from '#platform/http/context.ts'
import { Related } from '#ui/components/related.tsx'
import { type FigureView, mostImproved } from '../figure-view.ts'
import { keyFigurePaths } from '../paths.ts'
import { emptySelection, type Selection, writeSelection } from '../selection.ts'
import { change, type Voice } from '../sentences.ts'

interface NextStepsProps {
  voice: Voice
  view: FigureView
  selection: Selection
  /** What other houses have on this figure. */
  related: RelatedPart[]
}

/** Those who improved most, by the same test, and the ways on from here. */
export function NextSteps({ voice, view, selection, related }: NextStepsProps) {
  const { l, t } = voice
  const { figure, mine, year } = view
  const carried = writeSelection({
    ...emptySelection,
    mine: selection.mine,
    group: selection.group,
    list: selection.list,
  })
  const improvers = mostImproved(view).slice(0, 3)
  const compared = [...(mine ? [mine] : []), ...improvers].map(({ organisation }) => organisation.code)
  return (
    <section aria-labelledby="ga-vidare">
      <h2 id="ga-vidare">{t.figure.nextTitle}</h2>
      {improvers.length > 0 && year !== null && (
        <>
          <h3>{t.figure.improvers(year)}</h3>
          <ul>
            {improvers.map(({ organisation, trend }) => (
              <li key={organisation.code}>
                <a href={l.href(organisationPaths.profile(organisation.code))}>{organisation.name}</a>:{' '}
                {t.figure.improver(change(figure, trend.slope, voice))} {t.figure.since_(trend.since)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Related l={l} parts={related} madeUp={t.madeUp} />
      <ul>
        <li>
          <a
            href={
              l.href(keyFigurePaths.learnFrom) +
              writeSelection({
                ...emptySelection,
                mine: selection.mine,
                group: selection.group,
                list: selection.list,
                figures: [figure.id],
              })
            }
          >
            {t.figure.nextLearn}
          </a>
        </li>
        {mine && (
          <li>
            <a href={l.href(organisationPaths.profile(mine.organisation.code))}>
              {t.figure.nextProfile(mine.organisation.name)}
            </a>
          </li>
        )}
        <li>
          <a
            href={
              l.href(keyFigurePaths.compare) +
              writeSelection({
                ...emptySelection,
                mine: compared[0] ?? null,
                with: compared.slice(1),
                figures: [figure.id],
              })
            }
          >
            {t.figure.nextCompare}
          </a>
        </li>
        <li>
          <a href={l.href(keyFigurePaths.list) + carried}>{t.catalogue.title}</a>
        </li>
      </ul>
    </section>
  )
}
