import type { ComponentChildren } from 'preact'
import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Done } from '#ui/components/done.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tabs } from '#ui/components/tabs.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Matter } from '../matter-queries.ts'
import { advocacyPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { StateTag } from './state-tag.tsx'

export const matterViews = ['overview', 'text', 'sections', 'versions'] as const
export type MatterView = (typeof matterViews)[number]

export interface MatterFrameProps {
  l: Locale
  matter: Matter
  view: MatterView
  /** Visitors read the one page that is public, and need no ways to the others. */
  member: boolean
  done?: string | undefined
  children: ComponentChildren
}

/** The head that every page of a matter has, and the ways between them. */
export function MatterFrame({ l, matter, view, member, done, children }: MatterFrameProps) {
  const t = textsOf(l)
  const hrefs: Record<MatterView, string> = {
    overview: advocacyPaths.matter(matter.id, matter.title),
    text: advocacyPaths.text(matter.id),
    sections: advocacyPaths.sections(matter.id),
    versions: advocacyPaths.versions(matter.id),
  }
  const lang = otherLanguage(matter.language, l)
  return (
    <>
      <Done text={done && t.notices[done]} />
      <Breadcrumbs l={l} steps={[{ href: l.href(advocacyPaths.list), label: t.list.title }]} />
      <PageHeader
        eyebrow={t.kinds[matter.kind]}
        title={<span lang={lang}>{matter.title}</span>}
        lead={view === 'overview' ? <span lang={lang}>{matter.summary}</span> : undefined}
      >
        <p class="row">
          <StateTag l={l} state={matter.state} />
          {matter.madeUp && <MadeUpBadge label={t.madeUp} />}
        </p>
      </PageHeader>
      {member && (
        <Tabs
          label={t.tabs.label}
          tabs={matterViews.map((one) => ({
            href: l.href(hrefs[one]),
            label: t.tabs[one],
            current: one === view,
          }))}
        />
      )}
      {children}
    </>
  )
}
