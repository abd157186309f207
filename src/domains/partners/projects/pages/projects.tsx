import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { ButtonLink } from '#ui/components/button.tsx'
import { CardGrid } from '#ui/components/card.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { partnerPaths } from '../../paths.ts'
import { textsOf } from '../../texts.ts'
import type { Project } from '../queries.ts'
import { ProjectCard } from './project-card.tsx'

/** Every published project. */
export function ProjectsPage({
  l,
  projects,
  mayWrite,
}: {
  l: Locale
  projects: Project[]
  mayWrite: boolean
}) {
  const texts = textsOf(l)
  const t = texts.projects
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(partnerPaths.start), label: texts.back }]} />
      <PageHeader title={t.title} lead={t.lead}>
        {mayWrite && (
          <p>
            <ButtonLink variant="secondary" href={l.href(partnerPaths.ownProjects)}>
              {t.write}
            </ButtonLink>
          </p>
        )}
      </PageHeader>
      {projects.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <CardGrid>
          {projects.map((project) => (
            <ProjectCard key={project.id} l={l} project={project} />
          ))}
        </CardGrid>
      )}
    </>
  )
}
