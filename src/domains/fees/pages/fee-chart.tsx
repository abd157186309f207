import { scaleLinear, scaleLog } from 'd3-scale'
import type { Locale } from '#platform/i18n.ts'
import { shortKronor } from '../money.ts'
import type { SimulatedFee } from '../rules/simulation.ts'
import { textsOf } from '../texts.ts'

const width = 720
const height = 380
const room = { left: 92, right: 16, top: 16, bottom: 48 }
const tenth = (value: number) => Math.round(value * 10) / 10

/** Every member by size and fee: an open ring is the fee of today, a filled dot the one that is tried. */
export function FeeChart({ l, fees }: { l: Locale; fees: SimulatedFee[] }) {
  const t = textsOf(l).simulator
  const sizes = fees.map(({ inhabitants }) => Math.max(1, inhabitants))
  const x = scaleLog(
    [Math.min(...sizes, 10_000) * 0.9, Math.max(...sizes, 20_000) * 1.1],
    [room.left, width - room.right],
  )
  const highest = Math.max(100_00, ...fees.flatMap(({ nowOre, thenOre }) => [nowOre, thenOre]))
  const y = scaleLinear([0, highest], [height - room.bottom, room.top]).nice()
  const placed = fees.map((fee) => ({ ...fee, at: tenth(x(Math.max(1, fee.inhabitants))) }))
  return (
    <figure class="chart">
      <svg
        class="chart__picture"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t.chartText(fees.length)}
      >
        {y.ticks(5).map((tick) => (
          <g key={tick}>
            <path class="c-grid" d={`M${room.left} ${tenth(y(tick))}H${width - room.right}`} />
            <text class="c-tick" x={room.left - 8} y={tenth(y(tick)) + 4} text-anchor="end">
              {shortKronor(l, tick)}
            </text>
          </g>
        ))}
        {[3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000]
          .filter((tick) => x(tick) >= room.left && x(tick) <= width - room.right)
          .map((tick) => (
            <text
              key={tick}
              class="c-tick"
              x={tenth(x(tick))}
              y={height - room.bottom + 20}
              text-anchor="middle"
            >
              {l.number(tick)}
            </text>
          ))}
        <text class="c-tick" x={width - room.right} y={height - 8} text-anchor="end">
          {t.inhabitants}
        </text>
        {placed.map(({ code, at, nowOre, thenOre }) =>
          nowOre === thenOre ? null : (
            <path key={code} class="c-leader" d={`M${at} ${tenth(y(nowOre))}V${tenth(y(thenOre))}`} />
          ),
        )}
        {placed.map(({ code, at, nowOre }) => (
          <circle key={code} class="c-dot c-hollow" cx={at} cy={tenth(y(nowOre))} r="4" />
        ))}
        {placed.map(({ code, at, thenOre }) => (
          <circle key={code} class="c-dot c-mine" cx={at} cy={tenth(y(thenOre))} r="3" />
        ))}
      </svg>
      <figcaption>{t.chartKey}</figcaption>
    </figure>
  )
}
