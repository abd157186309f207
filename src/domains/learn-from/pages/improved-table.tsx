import { amount, type FigureView, type Standing, type Voice } from '#domains/key-figures/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { Details } from '#ui/components/details.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { endsOf } from '../suggestions.ts'
import { textsOf } from '../texts.ts'
import { paceOf, probability } from '../words.ts'

interface ImprovedTableProps {
  voice: Voice
  view: FigureView
  improved: Standing[]
}

/** Everyone who has improved, also those who are not told of at length. */
export function ImprovedTable({ voice, view, improved }: ImprovedTableProps) {
  const { l, t: figureTexts } = voice
  const t = textsOf(l).more
  const rows = improved.flatMap((standing) => {
    const ends = endsOf(standing)
    return ends ? [{ standing, ...ends }] : []
  })
  const valueWithYear = ({ value, year, basis }: (typeof rows)[number]['from']) => (
    <>
      {amount(view.figure, value, voice)} <span class="subtle">{year}</span>{' '}
      {basis === 'made-up' && <MadeUpBadge label={figureTexts.madeUp} />}
    </>
  )
  return (
    <Details summary={t.title}>
      <DataTable
        l={l}
        id="alla-forbattrade"
        caption={t.caption}
        rows={rows}
        rowKey={({ standing }) => standing.organisation.code}
        columns={[
          {
            key: 'name',
            head: t.name,
            rowHead: true,
            cell: ({ standing: { organisation } }) => (
              <a href={l.href(organisationPaths.profile(organisation.code))}>{organisation.name}</a>
            ),
          },
          { key: 'from', head: t.from, numeric: true, cell: ({ from }) => valueWithYear(from) },
          { key: 'to', head: t.to, numeric: true, cell: ({ to }) => valueWithYear(to) },
          {
            key: 'pace',
            head: t.pace,
            numeric: true,
            cell: ({ standing }) => paceOf(view.figure, standing, voice),
          },
          {
            key: 'p',
            head: t.p,
            numeric: true,
            cell: ({ standing }) => probability(standing.trend.p, l),
          },
        ]}
      />
    </Details>
  )
}
