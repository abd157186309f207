import type { Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { officeTextsOf } from '../office-texts.ts'
import { partnerPaths } from '../paths.ts'
import { standingOf } from '../projects/pages/own-projects.tsx'
import type { Project } from '../projects/queries.ts'
import type { Milestone, Municipality, Network } from '../queries.ts'
import { textsOf } from '../texts.ts'

export interface OfficePageProps {
  l: Locale
  networks: Network[]
  municipalities: Municipality[]
  milestones: Milestone[]
  projects: Project[]
  errors: Record<string, string>
  done: string | undefined
}

/** Everything international that the secretariat keeps, and the ways on to visits and exchange. */
export function OfficePage(props: OfficePageProps) {
  const { l, networks, municipalities, milestones, errors, done } = props
  const texts = officeTextsOf(l)
  const t = texts.office
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && texts.notices[done]} />
      <PageHeader title={t.title} lead={t.lead}>
        <p class="row">
          <ButtonLink href={l.href(partnerPaths.visits)}>{t.visits}</ButtonLink>
          <ButtonLink variant="secondary" href={l.href(partnerPaths.exchangeOffice)}>
            {t.exchange}
          </ButtonLink>
          <a href={l.href(partnerPaths.start)}>{t.see}</a>
        </p>
      </PageHeader>
      <Facts
        l={l}
        id="natverk"
        title={t.networks}
        begin={{ href: partnerPaths.newNetwork, label: t.newNetwork }}
        facts={networks.map((one) => ({ ...one, label: one.name, href: partnerPaths.editNetwork(one.id) }))}
      />
      <Facts
        l={l}
        id="kommuner"
        title={t.municipalities}
        begin={{ href: partnerPaths.newMunicipality, label: t.newMunicipality }}
        facts={municipalities.map((one) => ({
          ...one,
          label: one.name,
          href: partnerPaths.editMunicipality(one.id),
        }))}
      />
      <Facts
        l={l}
        id="handelser"
        title={t.milestones}
        begin={{ href: partnerPaths.newMilestone, label: t.newMilestone }}
        facts={milestones.map((one) => ({
          ...one,
          label: `${one.year}: ${one.title[l.language]}`,
          href: partnerPaths.editMilestone(one.id),
        }))}
      />
      <Projects {...props} />
    </>
  )
}

interface FactsProps {
  l: Locale
  id: string
  title: string
  begin: { href: string; label: string }
  facts: { id: string; label: string; href: string; hidden: boolean; madeUp: boolean }[]
}

function Facts({ l, id, title, begin, facts }: FactsProps) {
  return (
    <section class="flow" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {facts.map((fact) => (
          <li key={fact.id}>
            <a href={l.href(fact.href)}>{fact.label}</a>{' '}
            {fact.hidden && <Tag tone="warning">{officeTextsOf(l).office.hidden}</Tag>}{' '}
            {fact.madeUp && <MadeUpBadge label={textsOf(l).madeUp} />}
          </li>
        ))}
      </ul>
      <p>
        <a href={l.href(begin.href)}>{begin.label}</a>
      </p>
    </section>
  )
}

function Projects({ l, projects, errors }: OfficePageProps) {
  const texts = officeTextsOf(l)
  const t = texts.office
  return (
    <section class="flow" aria-labelledby="projekt">
      <h2 id="projekt">{t.projects}</h2>
      {projects.length === 0 && <p>{t.noProjects}</p>}
      {projects.map((project) => {
        const error = errors[`skal-${project.id}`]
        return (
          <div key={project.id} class="flow">
            <p>
              <a href={l.href(partnerPaths.ownProject(project.id))}>{project.name}</a>,{' '}
              {project.organisation.name} <Tag>{texts.project.states[standingOf(project)]}</Tag>{' '}
              {project.madeUp && <MadeUpBadge label={textsOf(l).madeUp} />}
            </p>
            {project.hiddenAt ? (
              <form method="post" action={l.href(partnerPaths.showProject(project.id))}>
                <Button variant="secondary">{t.show}</Button>
              </form>
            ) : (
              project.publishedAt && (
                <Details summary={t.hide} open={error !== undefined}>
                  <form
                    class="form"
                    method="post"
                    action={l.href(partnerPaths.hideProject(project.id))}
                    noValidate
                  >
                    <Input
                      id={`skal-${project.id}`}
                      name="skal"
                      label={t.hideReason}
                      hint={t.hideReasonHint}
                      error={error && texts.errors[error]}
                    />
                    <Button variant="secondary">{t.hide}</Button>
                  </form>
                </Details>
              )
            )}
          </div>
        )
      })}
    </section>
  )
}
