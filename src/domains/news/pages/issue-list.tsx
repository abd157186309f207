import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Issue } from '../magazine/issue-queries.ts'
import { newsPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { LeadPicture } from './lead-picture.tsx'

/** Every issue of the magazine that is out, newest first. */
export function IssueListPage({ l, issues }: { l: Locale; issues: Issue[] }) {
  const texts = textsOf(l)
  const t = texts.magazine
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(newsPaths.list), label: texts.list.title }]} />
      <PageHeader title={t.title} lead={t.lead} />
      {issues.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <CardGrid size="large">
          {issues.map((issue) => {
            const lang = otherLanguage(issue.language, l)
            return (
              <Card
                key={issue.id}
                level={2}
                title={<span lang={lang}>{issue.title}</span>}
                href={l.href(newsPaths.issue(issue.year, issue.number))}
              >
                <LeadPicture picture={issue.cover ?? undefined} lang={lang} />
                <p class="subtle">
                  {t.name(issue.year, issue.number)} {issue.madeUp && <MadeUpBadge label={texts.madeUp} />}
                </p>
                <p lang={lang}>{issue.lead}</p>
              </Card>
            )
          })}
        </CardGrid>
      )}
    </>
  )
}
