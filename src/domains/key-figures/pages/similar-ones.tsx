import { latestPopulation } from '#domains/members/index.ts'
import { Details } from '#ui/components/details.tsx'
import type { FigureView } from '../figure-view.ts'
import { keyFigurePaths } from '../paths.ts'
import type { Selection } from '../selection.ts'
import type { Voice } from '../sentences.ts'

interface SimilarOnesProps {
  voice: Voice
  view: FigureView
  selection: Selection
}

/** How the neighbours were chosen, and the way to choose others. */
export function SimilarOnes({ voice, view, selection }: SimilarOnesProps) {
  const { l, t } = voice
  const { mine, group, figure } = view
  if (!mine || (group.kind !== 'liknande' && group.kind !== 'egen')) return null
  const neighbours = new Map(group.neighbours.map((neighbour) => [neighbour.code, neighbour]))
  const shown = group.organisations.filter(({ code }) => code !== mine.organisation.code)
  return (
    <Details summary={t.figure.similarTitle} open={group.kind === 'egen'}>
      <p>{t.figure.similarHow}</p>
      <form method="get" action={l.href(keyFigurePaths.figure(figure.id))}>
        <input type="hidden" name="kommun" value={mine.organisation.code} />
        <input type="hidden" name="grupp" value="egen" />
        {selection.view !== 'utveckling' && <input type="hidden" name="vy" value={selection.view} />}
        <fieldset class="ds-fieldset">
          <legend class="ds-label">{t.groups[group.kind]}</legend>
          <ul class="check-list">
            {shown.map((organisation) => {
              const population = latestPopulation(organisation)
              const distance = neighbours.get(organisation.code)?.distance
              return (
                <li key={organisation.code}>
                  <label>
                    <input type="checkbox" name="lista" value={organisation.code} checked />
                    <span>{organisation.name}</span>
                  </label>
                  <span class="subtle">
                    {population &&
                      `${l.number(population.inhabitants)} ${t.figure.population.toLocaleLowerCase()}`}
                    {organisation.groupCode && `, ${organisation.groupCode}`}
                    {distance !== undefined &&
                      `, ${t.figure.distance.toLocaleLowerCase()} ${l.number(distance, 2)}`}
                  </span>
                </li>
              )
            })}
          </ul>
        </fieldset>
        <div class="ds-field">
          <label class="ds-label" for="lagg-till">
            {t.figure.similarAdd}
          </label>
          <input
            class="ds-input"
            id="lagg-till"
            name="lista"
            autocomplete="off"
            aria-describedby="lagg-till-hint"
          />
          <p class="field-hint" id="lagg-till-hint">
            {t.figure.withHint}
          </p>
        </div>
        <button class="ds-button" type="submit" data-variant="secondary">
          {t.figure.similarUse}
        </button>
      </form>
    </Details>
  )
}
