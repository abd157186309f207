import { Stats, StatTile } from '#ui/components/stat.tsx'
import type { FigureView } from '../figure-view.ts'
import { amount, change, groupName, type Voice } from '../sentences.ts'

interface StatisticsProps {
  voice: Voice
  view: FigureView
  publishedMeans: { year: number; value: number }[]
}

/** The group in numbers: unweighted and weighted mean, median, quartiles, and the change among the same reporters. */
export function Statistics({ voice, view, publishedMeans }: StatisticsProps) {
  const { l, t } = voice
  const { figure, summary, year, sameReporters } = view
  if (!summary || year === null) return null
  const show = (value: number) => amount(figure, value, voice)
  return (
    <section aria-labelledby="gruppen">
      <h2 id="gruppen">
        {groupName(view, voice)} {year}
      </h2>
      <Stats>
        {!summary.few && <StatTile label={t.figure.mean} value={show(summary.mean)} />}
        {!summary.few && summary.weightedMean !== null && (
          <StatTile label={t.figure.weightedMean} value={show(summary.weightedMean)} />
        )}
        <StatTile label={t.figure.median} value={show(summary.median)} />
        {!summary.few && (
          <StatTile
            label={t.figure.quartiles}
            value={t.figure.between(l.number(summary.q1, figure.decimals), show(summary.q3))}
          />
        )}
        <StatTile label={t.figure.count} value={String(summary.count)} />
      </Stats>
      {summary.few && <p>{t.figure.fewValues(summary.count)}</p>}
      {sameReporters && !sameReporters.few && (
        <p>
          {t.figure.sameReporters(
            sameReporters.count,
            sameReporters.from,
            sameReporters.to,
            change(figure, sameReporters.change, voice),
          )}
        </p>
      )}
      {publishedMeans.map((mean) => (
        <p key={mean.year}>{t.figure.publishedMean(mean.year, show(mean.value))}</p>
      ))}
    </section>
  )
}
