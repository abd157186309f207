import { groupLabel, latestPopulation, periodOn } from '#domains/members/index.ts'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { OrganisationPageProps } from './organisation.tsx'

/** Where the organisation lies, how large it is, and since when it is a member. */
export function Facts({ voice, organisation, day }: OrganisationPageProps) {
  const { l, t } = voice
  const population = latestPopulation(organisation)
  const group = groupLabel(organisation, l)
  const membership = periodOn(organisation.memberships, day)
  const area = organisation.landAreaKm2
  return (
    <section aria-labelledby="fakta">
      <h2 id="fakta">{t.profile.facts}</h2>
      <DefinitionList
        items={[
          {
            term: t.profile.member,
            meaning: membership ? (
              <>
                {membership.kind === 'observer' && `${t.organisations.mapObserver} `}
                {t.profile.memberSince(l.date(membership.since))}{' '}
                {membership.madeUp && <MadeUpBadge label={t.profile.madeUpMembership} />}
              </>
            ) : (
              t.profile.notMember
            ),
          },
          ...(organisation.kind === 'municipality'
            ? [{ term: t.profile.county, meaning: <span lang="sv">{organisation.countyName}</span> }]
            : []),
          ...(group ? [{ term: t.profile.skrGroup, meaning: group }] : []),
          ...(population
            ? [
                {
                  term: t.profile.population,
                  meaning: [
                    t.profile.inhabitants(l.number(population.inhabitants), population.year),
                    t.profile.populationBasis[population.basis],
                  ]
                    .filter(Boolean)
                    .join(', '),
                },
              ]
            : []),
          ...(area ? [{ term: t.profile.area, meaning: `${l.number(area)} km²` }] : []),
          ...(area && population
            ? [
                {
                  term: t.profile.density,
                  meaning: `${l.number(population.inhabitants / area, 1)} ${t.figure.density.toLocaleLowerCase()}`,
                },
              ]
            : []),
        ]}
      />
      <p>
        <a href={l.href('/oppna-data/kallor')}>{t.figure.sourcesAll}</a>
      </p>
    </section>
  )
}
