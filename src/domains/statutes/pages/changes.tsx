import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { statutesPaths } from '../paths.ts'
import type { Adoption } from '../proposal-queries.ts'
import type { Statutes } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { StatutesChanges } from './statutes-changes.tsx'

/** What a version changes, with the meetings that have adopted it. */
export function ChangesPage({
  l,
  before,
  after,
  adoptions,
}: {
  l: Locale
  before: Statutes
  after: Statutes
  adoptions: Adoption[]
}) {
  const texts = textsOf(l)
  const t = texts.proposals
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(statutesPaths.current), label: texts.title }]} />
      <PageHeader title={t.changesOf(after.id)} lead={t.changesLead} />
      {adoptions.length > 0 ? (
        <ul>
          {adoptions.map(({ meeting, paragraph, decidedOn, link }) => (
            <li key={link}>
              {t.adoptedBy} <a href={l.href(link)}>{`${meeting} ${paragraph}`}</a>, {l.date(decidedOn)}
            </li>
          ))}
        </ul>
      ) : null}
      <StatutesChanges l={l} before={before} after={after} />
    </>
  )
}
