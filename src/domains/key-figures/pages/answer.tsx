import { MadeUpBadge } from '#ui/components/tag.tsx'
import { TrendWord } from '#ui/components/trend-word.tsx'
import { type FigureView, notToldApart, type Standing } from '../figure-view.ts'
import {
  amount,
  groupName,
  medianSentence,
  placeSentence,
  positionSentence,
  remarkOf,
  trendSentence,
  type Voice,
} from '../sentences.ts'
import { Said } from './said.tsx'

/** "Does my municipality move the right way, compared with whom?" in words, before any picture. */
export function Answer({ voice, view }: { voice: Voice; view: FigureView }) {
  const { t } = voice
  const { mine } = view
  return (
    <section class="answer" aria-labelledby="svar">
      <h2 id="svar">{mine ? t.figure.answer(mine.organisation.name) : t.figure.groupAnswer}</h2>
      {mine ? <MyAnswer voice={voice} view={view} mine={mine} /> : <GroupAnswer voice={voice} view={view} />}
    </section>
  )
}

function MyAnswer({ voice, view, mine }: { voice: Voice; view: FigureView; mine: Standing }) {
  const { t, l } = voice
  const { figure, summary } = view
  const { current, trend, place } = mine
  const remark = current ? remarkOf(current, voice) : ''
  const near = notToldApart(view).map(({ name }) => name)
  return (
    <>
      <p class="answer__word">
        <TrendWord word={trend.word} label={t.words[trend.word]} large />
        {current && <strong> {amount(figure, current.value, voice)}</strong>}
        {current && <span> {current.year}</span>}{' '}
        {current?.basis === 'made-up' && <MadeUpBadge label={t.madeUp} />}
      </p>
      <p>
        {trendSentence(figure, mine, voice)} {remark && `(${remark})`} <Said comment={current?.comment} />
      </p>
      {place && summary && (
        <p>
          <strong>{groupName(view, voice)}:</strong> {placeSentence(mine, summary.count, voice)}{' '}
          {medianSentence(view, mine, voice)} {positionSentence(view, mine, voice)}{' '}
          {near.length > 0 && t.sentences.notApart(l.list(near))}
        </p>
      )}
    </>
  )
}

function GroupAnswer({ voice, view }: { voice: Voice; view: FigureView }) {
  const { t } = voice
  const { figure, summary, year, groupTrend, ways } = view
  if (!summary || year === null) return <p>{t.figure.noValues}</p>
  return (
    <>
      <p class="answer__word">
        <TrendWord word={groupTrend.word} label={t.words[groupTrend.word]} large />
        {!summary.few && <strong> {amount(figure, summary.mean, voice)}</strong>}
        <span> {year}</span> {view.madeUp && <MadeUpBadge label={t.madeUpNotice} />}
      </p>
      <p>
        {summary.few
          ? t.figure.fewValues(summary.count)
          : t.sentences.groupMean(
              groupName(view, voice),
              year,
              amount(figure, summary.mean, voice),
              summary.count,
            )}{' '}
        {trendSentence(figure, { trend: groupTrend, reach: null }, voice)}
      </p>
      {ways && <p>{t.sentences.ways(ways.right, ways.wrong, ways.unchanged, ways['too-few'])}</p>}
      <p>{t.figure.noMine}</p>
    </>
  )
}
