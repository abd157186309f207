import { organisationPaths } from '#domains/members/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { TrendWord } from '#ui/components/trend-word.tsx'
import { rankedStandings } from '../figure-charts.ts'
import type { FigureView } from '../figure-view.ts'
import type { Voice } from '../sentences.ts'
import { Said } from './said.tsx'

/** Places with how sure they are. The short list shows nobody as last. */
export function RankingTable({ voice, view, whole }: { voice: Voice; view: FigureView; whole: boolean }) {
  const { l, t } = voice
  const { figure, year } = view
  const unit = inLanguage(figure.unit, l)
  return (
    <DataTable
      l={l}
      id="rangordning"
      caption={t.figure.tableCaption(`${inLanguage(figure.name, l)} ${year ?? ''}`, unit)}
      rows={rankedStandings(view, whole)}
      rowKey={({ organisation }) => organisation.code}
      mine={(standing) => standing === view.mine}
      columns={[
        { key: 'place', head: t.figure.place, numeric: true, cell: ({ place }) => place?.place ?? '' },
        {
          key: 'likely',
          head: t.figure.likely,
          numeric: true,
          cell: ({ place }) =>
            place?.likely ? t.figure.between(String(place.likely.from), String(place.likely.to)) : '–',
        },
        {
          key: 'name',
          head: t.figure.organisation,
          rowHead: true,
          cell: ({ organisation }) => (
            <a href={l.href(organisationPaths.profile(organisation.code))}>{organisation.name}</a>
          ),
        },
        {
          key: 'value',
          head: unit,
          numeric: true,
          cell: ({ current }) =>
            current && (
              <>
                {l.number(current.value, figure.decimals)}{' '}
                {current.basis === 'made-up' && <MadeUpBadge label={t.madeUp} />}{' '}
                <Said comment={current.comment} />
              </>
            ),
        },
        {
          key: 'trend',
          head: t.figure.trend,
          cell: ({ trend }) => <TrendWord word={trend.word} label={t.words[trend.word]} />,
        },
      ]}
    />
  )
}
