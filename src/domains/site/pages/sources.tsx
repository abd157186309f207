import type { Source } from '#domains/members/index.ts'
import { openDataPaths } from '#domains/open-data/index.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { type Definition, DefinitionList } from '#ui/components/definition-list.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Told } from '#ui/components/told.tsx'
import { statementsOf } from '../texts.ts'

export interface SourcesPageProps {
  l: Locale
  sources: Source[]
}

/** Where every fact comes from. Each source has an anchor of its own: `#scb-folkmangd`. */
export function SourcesPage({ l, sources }: SourcesPageProps) {
  const { sources: t } = statementsOf(l)
  const sorted = sources.toSorted((a, b) => l.compare(inLanguage(a.title, l), inLanguage(b.title, l)))
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(openDataPaths.page), label: t.openDataTitle }]} />
      <PageHeader title={t.title} lead={t.lead} />
      {sorted.length === 0 && <p>{t.none}</p>}
      {sorted.map((source) => (
        <section key={source.id} aria-labelledby={source.id}>
          <h2 id={source.id}>
            <Told l={l} texts={source.title} />
          </h2>
          <DefinitionList items={described(source, l)} />
        </section>
      ))}
      <p>
        <a href={l.href(openDataPaths.page)}>{t.openData}</a>
      </p>
    </>
  )
}

function described(source: Source, l: Locale): Definition[] {
  const t = statementsOf(l).sources
  return [
    { term: t.covers, meaning: <Told l={l} texts={source.covers} /> },
    { term: t.publisher, meaning: <span lang="sv">{source.publisher}</span> },
    { term: t.licence, meaning: <Told l={l} texts={source.licence} /> },
    { term: t.retrieved, meaning: l.date(source.retrievedOn) },
    ...(source.address
      ? [{ term: t.address, meaning: <a href={source.address}>{hostOf(source.address)}</a> }]
      : []),
  ]
}

/** The address as people say it. An address that cannot be read as one is shown as it stands. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address
}
