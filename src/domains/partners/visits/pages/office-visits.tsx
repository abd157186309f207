import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { countryName } from '../../countries.ts'
import { officeTextsOf } from '../../office-texts.ts'
import { partnerPaths } from '../../paths.ts'
import { textsOf } from '../../texts.ts'
import type { Visit } from '../queries.ts'

/** Those who want to come, the unanswered first. */
export function OfficeVisitsPage({
  l,
  visits,
  done,
}: {
  l: Locale
  visits: Visit[]
  done: string | undefined
}) {
  const texts = officeTextsOf(l)
  const t = texts.visits
  return (
    <>
      <Done text={done && texts.notices[done]} />
      <Breadcrumbs l={l} steps={[{ href: l.href(partnerPaths.office), label: texts.office.title }]} />
      <PageHeader title={t.title} lead={t.lead} />
      {visits.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          l={l}
          id="besok"
          caption={t.title}
          captionHidden
          rows={visits}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: 'from',
              head: t.from,
              rowHead: true,
              cell: ({ id, organisation, country, madeUp }) => (
                <>
                  <a href={l.href(partnerPaths.visitOffice(id))}>{organisation}</a>, {countryName(l, country)}{' '}
                  {madeUp && <MadeUpBadge label={textsOf(l).madeUp} />}
                </>
              ),
            },
            {
              key: 'when',
              head: t.when,
              cell: ({ earliest, latest }) => `${l.date(earliest)} – ${l.date(latest)}`,
            },
            { key: 'people', head: t.people, numeric: true, cell: ({ people }) => l.number(people) },
            {
              key: 'state',
              head: t.state,
              cell: ({ state }) => (
                <Tag tone={state === 'waiting' ? 'warning' : state === 'accepted' ? 'brand' : 'neutral'}>
                  {t.states[state]}
                </Tag>
              ),
            },
          ]}
        />
      )}
    </>
  )
}
