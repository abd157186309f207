import { keyFigurePaths } from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Timeline } from '#ui/components/timeline.tsx'
import { sitePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { Points } from './paragraphs.tsx'

/** The association on a line of years, and who says so. */
export function HistoryPage({ l }: { l: Locale }) {
  const { history: t, about } = textsOf(l)
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(sitePaths.about), label: about.title }]} />
      <PageHeader title={t.title} lead={t.lead} />
      <Timeline events={t.events} />
      <p>
        <a href={l.href(keyFigurePaths.list)}>{t.figures}</a>
      </p>
      <section aria-labelledby="kallor">
        <h2 id="kallor">{t.sourcesTitle}</h2>
        <Points texts={t.sources} />
      </section>
    </>
  )
}
