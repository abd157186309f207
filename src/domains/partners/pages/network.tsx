import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { CardGrid } from '#ui/components/card.tsx'
import { type Definition, DefinitionList } from '#ui/components/definition-list.tsx'
import { Markdown } from '#ui/components/markdown.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { countryName } from '../countries.ts'
import { partnerPaths } from '../paths.ts'
import { ProjectCard } from '../projects/pages/project-card.tsx'
import type { Project } from '../projects/queries.ts'
import type { Milestone, Municipality, Network } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { History } from './history.tsx'
import { MunicipalityItem } from './municipality.tsx'
import { Source } from './source.tsx'

export interface NetworkPageProps {
  l: Locale
  network: Network
  municipalities: Municipality[]
  milestones: Milestone[]
  projects: Project[]
  /** What we fetch from it, if we do. */
  subscriptionId: number | undefined
  mayEdit: boolean
}

/** A network elsewhere: where, since when, how to reach it, its municipalities and its history. */
export function NetworkPage(props: NetworkPageProps) {
  const { l, network, municipalities, milestones, projects, subscriptionId, mayEdit } = props
  const texts = textsOf(l)
  const t = texts.network
  const lang = otherLanguage(l.language, l)
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(partnerPaths.start), label: texts.back }]} />
      <PageHeader
        eyebrow={countryName(l, network.country)}
        title={network.name}
        lead={<span lang={lang}>{network.lead[l.language]}</span>}
      >
        {network.madeUp && (
          <p>
            <MadeUpBadge label={texts.madeUp} /> {t.madeUp}
          </p>
        )}
      </PageHeader>
      <DefinitionList items={factsOf(l, network)} />
      {network.history[l.language] && (
        <section class="flow narrow" aria-labelledby="historia">
          <h2 id="historia">{t.history}</h2>
          <div lang={lang}>
            <Markdown text={network.history[l.language]} level={3} />
          </div>
          <p>
            <Source l={l} fact={network} />
          </p>
        </section>
      )}
      <section class="flow" aria-labelledby="kommuner">
        <h2 id="kommuner">{t.municipalities}</h2>
        {municipalities.length === 0 ? (
          <p>{t.noMunicipalities}</p>
        ) : (
          <ul>
            {municipalities.map((municipality) => (
              <MunicipalityItem key={municipality.id} l={l} municipality={municipality} />
            ))}
          </ul>
        )}
      </section>
      {milestones.length > 0 && (
        <section class="flow" aria-labelledby="ar">
          <h2 id="ar">{t.years}</h2>
          <History l={l} milestones={milestones} />
        </section>
      )}
      {projects.length > 0 && (
        <section class="flow" aria-labelledby="projekt">
          <h2 id="projekt">{t.projects}</h2>
          <CardGrid>
            {projects.map((project) => (
              <ProjectCard key={project.id} l={l} project={project} />
            ))}
          </CardGrid>
        </section>
      )}
      <p class="row">
        {subscriptionId !== undefined && <a href={l.href(partnerPaths.from(subscriptionId))}>{t.exchange}</a>}
        {mayEdit && <a href={l.href(partnerPaths.editNetwork(network.id))}>{t.edit}</a>}
      </p>
    </>
  )
}

function factsOf(l: Locale, network: Network): Definition[] {
  const t = textsOf(l).network
  const { country, founded, partnerSince, website, contact, email } = network
  return [
    { term: t.country, meaning: countryName(l, country) },
    ...(founded === null ? [] : [{ term: t.founded, meaning: String(founded) }]),
    ...(partnerSince === null ? [] : [{ term: t.since, meaning: String(partnerSince) }]),
    ...(website ? [{ term: t.website, meaning: <a href={website}>{new URL(website).hostname}</a> }] : []),
    ...(contact || email
      ? [
          {
            term: t.contact,
            meaning: (
              <>
                {contact} {email && <a href={`mailto:${email}`}>{email}</a>}
              </>
            ),
          },
        ]
      : []),
  ]
}
