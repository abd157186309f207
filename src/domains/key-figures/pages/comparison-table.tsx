import { Sparkline } from '#ui/charts/sparkline.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { TrendWord } from '#ui/components/trend-word.tsx'
import { counted } from '../figure.ts'
import type { FigureView, Standing } from '../figure-view.ts'
import { keyFigurePaths } from '../paths.ts'
import { writeSelection } from '../selection.ts'
import { amount, figureTitle, remarkOf, trendSentence, type Voice } from '../sentences.ts'
import type { ComparePageProps } from './compare.tsx'
import { Said } from './said.tsx'

/** A row for each figure, a column for each organisation. */
export function ComparisonTable({ voice, selection, chosen, views }: ComparePageProps) {
  const { l, t } = voice
  return (
    <DataTable
      l={l}
      id="jamforelse"
      caption={t.compare.caption}
      rows={views}
      rowKey={({ figure }) => figure.id}
      columns={[
        {
          key: 'figure',
          head: t.profile.figure,
          rowHead: true,
          cell: ({ figure }) => (
            <a
              href={l.href(keyFigurePaths.figure(figure.id)) + writeSelection({ ...selection, figures: [] })}
            >
              {figureTitle(figure, l)}
            </a>
          ),
        },
        ...chosen.map(({ code, name }) => ({
          key: code,
          head: name,
          cell: (view: FigureView) => {
            const standing = [view.mine, ...view.others].find((one) => one?.organisation.code === code)
            return standing ? <Cell voice={voice} view={view} standing={standing} /> : <>–</>
          },
        })),
      ]}
    />
  )
}

function Cell({ voice, view, standing }: { voice: Voice; view: FigureView; standing: Standing }) {
  const { t } = voice
  const latest = counted(standing.readings).at(-1)
  if (!latest) return <span class="subtle">{t.profile.noValue}</span>
  const remark = remarkOf(latest, voice)
  return (
    <>
      <strong>{amount(view.figure, latest.value, voice)}</strong> <span class="subtle">{latest.year}</span>{' '}
      {latest.basis === 'made-up' ? (
        <MadeUpBadge label={t.madeUp} />
      ) : (
        remark && <span class="subtle">({remark})</span>
      )}{' '}
      <Said comment={latest.comment} />
      <br />
      <TrendWord word={standing.trend.word} label={t.words[standing.trend.word]} />
      <Sparkline
        points={counted(standing.readings).map(({ year, value }) => ({ x: year, y: value }))}
        breaks={view.breaks.map(({ year }) => year)}
        word={standing.trend.word}
        label={trendSentence(view.figure, standing, voice)}
      />
    </>
  )
}
