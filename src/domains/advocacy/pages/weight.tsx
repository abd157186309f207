import type { Locale } from '#platform/i18n.ts'
import { ChartIsland } from '#ui/charts/chart-island.tsx'
import type { CartogramProps } from '#ui/charts/types.ts'
import { Stats, StatTile } from '#ui/components/stat.tsx'
import type { Weight } from '../rules/weight.ts'
import { textsOf } from '../texts.ts'
import { share } from '../weight-words.ts'

/** What the voice weighs: organisations, people, shares and where they lie. */
export function WeightPart({ l, weight, map }: { l: Locale; weight: Weight; map: CartogramProps | null }) {
  const t = textsOf(l).voice
  const { municipalities, regions, inhabitants, shareOfPeople, shareOfMunicipalities, year } = weight
  const isEmpty = municipalities + regions === 0
  return (
    <section class="flow" aria-labelledby="rosten">
      <h2 id="rosten">{t.title}</h2>
      {isEmpty ? (
        <p>{t.nobody}</p>
      ) : (
        <>
          <Stats>
            <StatTile
              label={t.municipalitiesLabel}
              value={l.number(municipalities)}
              meaning={t.ofMunicipalities(share(l, shareOfMunicipalities))}
            />
            <StatTile label={t.regionsLabel} value={l.number(regions)} />
            <StatTile
              label={t.inhabitantsLabel}
              value={l.number(inhabitants)}
              meaning={t.ofPeople(share(l, shareOfPeople))}
            />
          </Stats>
          <p class="field-hint">
            {year !== null && t.counted} {year !== null && t.countedOn(year)}
          </p>
          {map && (
            <div class="chart-section">
              <ChartIsland kind="map" props={map} />
            </div>
          )}
        </>
      )}
    </section>
  )
}
