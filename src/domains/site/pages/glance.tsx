import { keyFigurePaths } from '#domains/key-figures/index.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import { Sparkline } from '#ui/charts/sparkline.tsx'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { TrendWord } from '#ui/components/trend-word.tsx'
import type { GlanceFigure } from '../facts.ts'
import { textsOf } from '../texts.ts'

/** The network's mean in each shared key figure, and which way it goes. */
export function Glance({ l, figures }: { l: Locale; figures: GlanceFigure[] }) {
  const t = textsOf(l).start
  if (figures.length === 0) return null
  return (
    <section aria-labelledby="natverket-just-nu">
      <h2 id="natverket-just-nu">{t.glanceTitle}</h2>
      <p>
        {t.glanceLead} <a href={l.href(keyFigurePaths.method)}>{t.glanceMethod}</a>
      </p>
      <CardGrid>
        {figures.map((figure) => (
          <GlanceCard key={figure.id} l={l} figure={figure} />
        ))}
      </CardGrid>
    </section>
  )
}

function GlanceCard({ l, figure }: { l: Locale; figure: GlanceFigure }) {
  const { start: t, madeUp } = textsOf(l)
  const { id, number, word, points, mean, year, count } = figure
  const name = inLanguage(figure.name, l)
  const unit = inLanguage(figure.unit, l)
  return (
    <Card title={`${number} ${name}`} href={l.href(keyFigurePaths.figure(id))}>
      {mean !== null && year !== null ? (
        <div class="stat">
          <p class="stat__value">
            {l.number(mean, figure.decimals)}
            <span class="stat__unit">
              {unit === '%' && l.tongue === 'en' ? '' : '\u00a0'}
              {unit}
            </span>
          </p>
          <p class="stat__meaning">{t.meanOf(l.number(count), year)}</p>
        </div>
      ) : (
        <p>{count > 0 ? t.fewValues : t.noValues}</p>
      )}
      {points.length > 1 && (
        <Sparkline points={points} breaks={figure.breaks} label={t.sparkline(name)} word={word} />
      )}
      {mean !== null && (
        <p class="card__end">
          <TrendWord word={word} label={t.words[word]} /> {figure.madeUp && <MadeUpBadge label={madeUp} />}
        </p>
      )}
    </Card>
  )
}
