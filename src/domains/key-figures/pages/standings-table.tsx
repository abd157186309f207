import { Sparkline } from '#ui/charts/sparkline.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { TrendWord } from '#ui/components/trend-word.tsx'
import { counted } from '../figure.ts'
import { keyFigurePaths } from '../paths.ts'
import { emptySelection, type Selection, writeSelection } from '../selection.ts'
import { amount, figureTitle, placeSentence, trendSentence, type Voice } from '../sentences.ts'
import type { Standing } from '../standing.ts'
import type { StandingView } from '../standing-view.ts'
import { Said } from './said.tsx'

interface StandingsTableProps {
  voice: Voice
  id: string
  caption: string
  /** With my organisation picked out as `mine`. */
  views: StandingView[]
  selection: Selection
}

/** My organisation in many figures: value, way, place and distance to the median. */
export function StandingsTable({ voice, id, caption, views, selection }: StandingsTableProps) {
  const { l, t } = voice
  const query = writeSelection({
    ...emptySelection,
    mine: selection.mine,
    group: selection.group,
    list: selection.list,
    per: selection.per,
  })
  const known = views.flatMap((view) =>
    view.mine && view.mine.readings.length > 0 ? [{ view, mine: view.mine }] : [],
  )
  return (
    <DataTable
      l={l}
      id={id}
      caption={caption}
      rows={known}
      rowKey={({ view }) => view.figure.id}
      columns={[
        {
          key: 'figure',
          head: t.profile.figure,
          rowHead: true,
          cell: ({ view }) => (
            <a href={l.href(keyFigurePaths.figure(view.figure.id)) + query}>{figureTitle(view.figure, l)}</a>
          ),
        },
        {
          key: 'latest',
          head: t.profile.latest,
          numeric: true,
          cell: (row) => <Latest voice={voice} {...row} />,
        },
        {
          key: 'trend',
          head: t.profile.trend,
          cell: (row) => <Way voice={voice} {...row} />,
        },
        {
          key: 'chart',
          head: t.profile.curve,
          cell: ({ view, mine }) => (
            <Sparkline
              points={counted(mine.readings).map(({ year, value }) => ({ x: year, y: value }))}
              breaks={view.breaks.map(({ year }) => year)}
              word={mine.trend.word}
              label={trendSentence(view.figure, mine, voice)}
            />
          ),
        },
        {
          key: 'place',
          head: t.profile.rank,
          cell: ({ view, mine }) => placeSentence(mine, view.summary?.count ?? 0, voice),
        },
        {
          key: 'median',
          head: t.profile.toMedian,
          numeric: true,
          cell: (row) => <ToMedian voice={voice} {...row} />,
        },
        {
          key: 'target',
          head: t.profile.target,
          cell: ({ view: { figure } }) =>
            figure.target ? `${amount(figure, figure.target.value, voice)} ${figure.target.year}` : '–',
        },
      ]}
    />
  )
}

interface CellProps {
  voice: Voice
  view: StandingView
  mine: Standing
}

/** The word of the trend; where it goes the wrong way, the way to those who have done better. */
function Way({ voice, view: { figure }, mine }: CellProps) {
  const { l, t } = voice
  const { word } = mine.trend
  return (
    <>
      <TrendWord word={word} label={t.words[word]} />{' '}
      {word === 'wrong' && (
        <a
          href={
            l.href(keyFigurePaths.learnFrom) +
            writeSelection({ ...emptySelection, mine: mine.organisation.code, figures: [figure.id] })
          }
          aria-label={t.profile.learnOn(figureTitle(figure, l))}
        >
          {t.profile.learn}
        </a>
      )}
    </>
  )
}

function Latest({ voice, view, mine }: CellProps) {
  const { t } = voice
  if (!mine.current) return <span class="subtle">{t.profile.noValue}</span>
  return (
    <>
      {amount(view.figure, mine.current.value, voice)} <span class="subtle">{mine.current.year}</span>{' '}
      {mine.current.basis === 'made-up' && <MadeUpBadge label={t.madeUp} />}{' '}
      <Said comment={mine.current.comment} />
    </>
  )
}

function ToMedian({ voice, view, mine }: CellProps) {
  const { l, t } = voice
  const { figure, summary } = view
  if (!mine.current || !summary || summary.few) return <>–</>
  const difference = mine.current.value - summary.median
  const shown = l.signed(difference, figure.decimals)
  if (!/[1-9]/.test(shown)) return <>{shown}</>
  const better = figure.direction === 'up' ? difference > 0 : difference < 0
  return (
    <>
      {shown} <span class="subtle">{better ? t.profile.better : t.profile.worse}</span>
    </>
  )
}
