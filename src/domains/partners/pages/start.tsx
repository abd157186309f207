import { type Event, eventPaths, type Series, whenOf } from '#domains/events/index.ts'
import { type Locale, otherLanguage, toldIn } from '#platform/i18n.ts'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { countryName } from '../countries.ts'
import { partnerPaths } from '../paths.ts'
import { ProjectCard } from '../projects/pages/project-card.tsx'
import type { Project } from '../projects/queries.ts'
import type { Milestone, Municipality, Network } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { History } from './history.tsx'
import { MunicipalityItem } from './municipality.tsx'

export interface StartPageProps {
  l: Locale
  networks: Network[]
  municipalities: Municipality[]
  milestones: Milestone[]
  series: (Series & { events: Event[] })[]
  projects: Project[]
  today: string
  mayEdit: boolean
}

/** The association in the world: what one can do, who else there is, and how it came about. */
export function StartPage(props: StartPageProps) {
  const { l, milestones, series, projects, mayEdit } = props
  const t = textsOf(l).start
  const ways = [
    { href: partnerPaths.visit, title: t.visit, text: t.visitHint },
    { href: partnerPaths.examples, title: t.examples, text: t.examplesHint },
    { href: partnerPaths.exchange, title: t.exchange, text: t.exchangeHint },
  ]
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <section class="flow" aria-labelledby="gor">
        <h2 id="gor">{t.ways}</h2>
        <CardGrid>
          {ways.map(({ href, title, text }) => (
            <Card key={href} title={title} href={l.href(href)} accent={href === partnerPaths.visit}>
              <p>{text}</p>
            </Card>
          ))}
        </CardGrid>
      </section>
      <Countries {...props} />
      <section class="flow" aria-labelledby="historia">
        <h2 id="historia">{t.timeline}</h2>
        <History l={l} milestones={milestones} />
      </section>
      <section class="flow" aria-labelledby="konferenser">
        <h2 id="konferenser">{t.series}</h2>
        {series.map((one) => (
          <SeriesOf key={one.id} l={l} series={one} />
        ))}
      </section>
      <section class="flow" aria-labelledby="projekt">
        <h2 id="projekt">{t.projects}</h2>
        {projects.length > 0 && (
          <CardGrid>
            {projects.map((project) => (
              <ProjectCard key={project.id} l={l} project={project} />
            ))}
          </CardGrid>
        )}
        <p>
          <a href={l.href(partnerPaths.projects)}>{t.allProjects}</a>
        </p>
      </section>
      {mayEdit && (
        <p>
          <a href={l.href(partnerPaths.office)}>{t.edit}</a>
        </p>
      )}
    </>
  )
}

/** Networks and municipalities under their countries. */
function Countries({ l, networks, municipalities }: StartPageProps) {
  const texts = textsOf(l)
  const codes = [...new Set([...networks, ...municipalities].map(({ country }) => country))]
  const countries = codes
    .map((code) => ({ code, name: countryName(l, code) }))
    .sort((a, b) => l.compare(a.name, b.name))
  return (
    <section class="flow" aria-labelledby="lander">
      <h2 id="lander">{texts.start.networks}</h2>
      {countries.map(({ code, name }) => (
        <section key={code} class="flow" aria-labelledby={`land-${code}`}>
          <h3 id={`land-${code}`}>{name}</h3>
          {networks
            .filter(({ country }) => country === code)
            .map((network) => (
              <div key={network.id}>
                <p>
                  <a href={l.href(partnerPaths.network(network.id))}>
                    <strong>{network.name}</strong>
                  </a>{' '}
                  <Tag>{texts.start.network}</Tag> {network.madeUp && <MadeUpBadge label={texts.madeUp} />}
                </p>
                <p lang={otherLanguage(l.language, l)}>{network.lead[l.language]}</p>
              </div>
            ))}
          <ul>
            {municipalities
              .filter(({ country }) => country === code)
              .map((municipality) => (
                <MunicipalityItem key={municipality.id} l={l} municipality={municipality} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

/** A conference that comes back: when it is next, and where it has been. */
function SeriesOf({ l, series }: { l: Locale; series: Series & { events: Event[] } }) {
  const texts = textsOf(l)
  const { name, lead, past, events } = series
  const lang = otherLanguage(l.language, l)
  return (
    <>
      <h3 lang={lang}>
        {name[l.language]} {series.madeUp && <MadeUpBadge label={texts.madeUp} />}
      </h3>
      <p lang={lang}>{lead[l.language]}</p>
      <ul>
        {past.map(({ year, place, text, source }) => (
          <li key={year}>
            {texts.start.past(place, year)}. <span lang={lang}>{text[l.language]}</span>{' '}
            <span class="subtle">
              {texts.source} <span lang="sv">{source}</span>
            </span>
          </li>
        ))}
        {events.map((event) => {
          const told = toldIn(event.texts, l)
          return (
            <li key={event.id}>
              <a
                href={l.href(eventPaths.event(event.id))}
                lang={told ? otherLanguage(told.language, l) : undefined}
              >
                {told?.text.title}
              </a>
              , {whenOf(event, l)} {event.madeUp && <MadeUpBadge label={texts.madeUp} />}
            </li>
          )
        })}
      </ul>
    </>
  )
}
