import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Card } from '#ui/components/card.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { partnerPaths } from '../../paths.ts'
import { textsOf } from '../../texts.ts'
import type { Project } from '../queries.ts'
import { tellingOf } from '../telling.ts'

/** A project among others. */
export function ProjectCard({ l, project }: { l: Locale; project: Project }) {
  const texts = textsOf(l)
  const { language, lead } = tellingOf(project, l)
  return (
    <Card title={project.name} href={l.href(partnerPaths.project(project.id))}>
      <p lang={otherLanguage(language, l)}>{lead}</p>
      <p class="subtle">
        {texts.projects.yearsOf(project.begins, project.ends)}{' '}
        {project.madeUp && <MadeUpBadge label={texts.madeUp} />}
      </p>
    </Card>
  )
}
