import { amount, textsOf as figureTexts, type KeyFigure } from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Sparkline } from '#ui/charts/sparkline.tsx'
import { SpreadStrip } from '#ui/charts/spread-strip.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import type { Background } from '../expectation.ts'
import { textsOf } from '../texts.ts'

export interface EarlierProps {
  l: Locale
  figure: KeyFigure
  title: string
  background: Background
  /** The value that is marked among the others. */
  marked: number | null
}

/** What the member had before, as a line and as a table, and where the others are. */
export function Earlier({ l, figure, title, background, marked }: EarlierProps) {
  const t = textsOf(l).figure
  const voice = { l, t: figureTexts(l) }
  const { own, spread } = background
  const shown = own.slice(-6).toReversed()
  const write = (value: number) => amount(figure, value, voice)
  return (
    <div class="beside">
      <section class="flow" aria-labelledby="tidigare">
        <h2 id="tidigare">{t.before}</h2>
        {own.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <>
            <Sparkline
              points={own.map(({ year, value }) => ({ x: year, y: value }))}
              breaks={[]}
              label={t.sparkline(title)}
              word="unchanged"
            />
            <DataTable
              l={l}
              id="tidigare-varden"
              caption={t.before}
              captionHidden
              rows={shown}
              rowKey={({ year }) => String(year)}
              columns={[
                { key: 'year', head: t.year, rowHead: true, cell: ({ year }) => year },
                { key: 'value', head: t.value, numeric: true, cell: ({ value }) => write(value) },
              ]}
            />
          </>
        )}
      </section>
      {spread && (
        <section class="flow" aria-labelledby="andra">
          <h2 id="andra">{t.others(spread.year)}</h2>
          <SpreadStrip
            values={spread.values}
            quartiles={spread}
            mine={marked}
            label={t.strip(spread.values.length, spread.year)}
            write={(value) => l.number(value, figure.decimals)}
          />
          <p>{t.spread(write(spread.q1), write(spread.median), write(spread.q3))}</p>
          <p class="subtle">{t.stripKey}</p>
        </section>
      )}
    </div>
  )
}
