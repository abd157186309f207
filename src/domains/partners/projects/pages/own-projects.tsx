import type { Locale } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { officeTextsOf } from '../../office-texts.ts'
import { partnerPaths } from '../../paths.ts'
import { textsOf } from '../../texts.ts'
import type { Project } from '../queries.ts'

/** What somebody's organisations have written of their projects. */
export function OwnProjectsPage({
  l,
  projects,
  done,
}: {
  l: Locale
  projects: Project[]
  done: string | undefined
}) {
  const texts = officeTextsOf(l)
  const t = texts.project
  return (
    <>
      <Done text={done && texts.notices[done]} />
      <PageHeader title={t.mine} lead={t.lead}>
        <p>
          <ButtonLink href={l.href(partnerPaths.beginProject)}>{t.new}</ButtonLink>
        </p>
      </PageHeader>
      {projects.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul>
          {projects.map((project) => (
            <li key={project.id}>
              <a href={l.href(partnerPaths.ownProject(project.id))}>{project.name}</a>,{' '}
              {project.organisation.name} <Tag>{t.states[standingOf(project)]}</Tag>{' '}
              {project.madeUp && <MadeUpBadge label={textsOf(l).madeUp} />}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Where a project stands. */
export function standingOf({ publishedAt, hiddenAt }: Project): 'draft' | 'published' | 'hidden' {
  if (hiddenAt) return 'hidden'
  return publishedAt ? 'published' : 'draft'
}
