import type { Locale } from '#platform/i18n.ts'
import { OfficeList } from '#ui/components/office-list.tsx'
import type { Issue } from '../magazine/issue-queries.ts'
import { newsPaths } from '../paths.ts'
import { stateOf } from '../rules.ts'
import { textsOf } from '../texts.ts'
import { StateTag } from './state-tag.tsx'

/** Every issue of the magazine, the newest first. */
export function OfficeIssuesPage({ l, issues, now }: { l: Locale; issues: Issue[]; now: Date }) {
  const texts = textsOf(l)
  const t = texts.magazine
  return (
    <OfficeList
      l={l}
      title={t.title}
      lead={t.officeLead}
      begin={{ href: l.href(newsPaths.newIssue), label: t.newTitle }}
      none={t.none}
      heads={{ what: t.issue, when: texts.office.when, state: texts.office.state }}
      rows={issues.map(({ id, title, year, number, publishAt, madeUp }) => ({
        id,
        title: `${t.name(year, number)}: ${title}`,
        href: l.href(newsPaths.issueEdit(id)),
        madeUp: madeUp && texts.madeUp,
        when: publishAt ? l.moment(publishAt) : '–',
        state: <StateTag l={l} state={stateOf({ publishAt, hiddenAt: null }, now)} />,
      }))}
    />
  )
}
