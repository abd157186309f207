import {
  emptySelection,
  figureTitle,
  type TrendsAlike,
  trendSentence,
  type Voice,
  writeSelection,
} from '#domains/key-figures/index.ts'
import type { Organisation } from '#domains/members/index.ts'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { learnPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

interface WeakSpotsProps {
  voice: Voice
  mine: Organisation
  trends: TrendsAlike[]
}

/** Where mine goes the wrong way, each with the way to those who have done better. */
export function WeakSpots({ voice, mine, trends }: WeakSpotsProps) {
  const { l, t: figureTexts } = voice
  const t = textsOf(l).weak
  const known = trends.flatMap(({ figure, mine: standing }) =>
    standing?.current ? [{ figure, standing }] : [],
  )
  const weak = known.filter(({ standing }) => standing.trend.word === 'wrong')
  return (
    <section class="flow" aria-labelledby="svaga-punkter">
      <h2 id="svaga-punkter">{t.title(mine.name)}</h2>
      {weak.length > 0 ? (
        <p>{t.lead}</p>
      ) : (
        <p>{known.length > 0 ? t.none(mine.name) : t.noValues(mine.name)}</p>
      )}
      {weak.length > 0 && (
        <ul>
          {weak.map(({ figure, standing }) => (
            <li key={figure.id}>
              <a
                href={
                  l.href(learnPaths.learn) +
                  writeSelection({ ...emptySelection, mine: mine.code, figures: [figure.id] })
                }
              >
                {figureTitle(figure, l)}
              </a>
              : {trendSentence(figure, { ...standing, reach: null }, voice)}{' '}
              {standing.readings.some(({ basis }) => basis === 'made-up') && (
                <MadeUpBadge label={figureTexts.madeUp} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
