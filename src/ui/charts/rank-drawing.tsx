import { scaleLinear } from 'd3-scale'
import { fitText, tenth, textWidth } from './geometry.ts'
import { markProps, toneClass } from './mark.tsx'
import type { Drawing, Mark, RankChartProps } from './types.ts'

const rowHeight = 30
const gapHeight = 18
const topRoom = 30

export function rankMarks({ rows }: RankChartProps): Mark[] {
  return rows.flatMap((row) => (row ? [{ key: row.id, text: row.text }] : []))
}

export function rankHeight({ rows }: RankChartProps): number {
  return topRoom + rows.reduce((sum, row) => sum + (row ? rowHeight : gapHeight), 0) + 24
}

/** A bar for each value, and beside its place a whisker from the best to the worst place that is likely. */
export function RankDrawing({ props, width, focusable }: Drawing & { props: RankChartProps }) {
  const { rows, axis, likelyLabel, median, notice } = props
  const shown = rows.flatMap((row) => row ?? [])
  const nameWidth = Math.min(width * 0.36, 12 + Math.max(...shown.map(({ label }) => textWidth(label))))
  const whiskerWidth = width * 0.2
  const valueWidth = 8 + Math.max(...shown.map(({ valueText }) => textWidth(valueText)))
  // Three digits fit in the usual room.
  const placeEnd = Math.max(28, 4 + Math.max(...shown.map((row) => textWidth(row.place))))
  const barStart = nameWidth + placeEnd + 12
  const value = scaleLinear(
    [
      Math.min(0, ...shown.map((row) => row.value)),
      Math.max(...shown.map((row) => row.value), median?.value ?? 0),
    ],
    [barStart, width - whiskerWidth - valueWidth - 16],
  )
  const places = shown.flatMap(({ likely, place }) => (likely ? [likely.from, likely.to] : [Number(place)]))
  const place = scaleLinear([1, Math.max(2, ...places)], [width - whiskerWidth, width - 8])
  let y = topRoom
  return (
    <>
      <text class="c-axis-label" x={barStart} y={16}>
        {axis.label}
      </text>
      <text class="c-axis-label" x={width} y={16} text-anchor="end">
        {likelyLabel}
      </text>
      {rows.map((row, index) => {
        const at = y
        y += row ? rowHeight : gapHeight
        if (!row) {
          return (
            <text key={`gap-${index}`} class="c-tick" x={placeEnd + 2} y={at + 10}>
              ⋯
            </text>
          )
        }
        const middle = at + rowHeight / 2
        const [from, to] = [Math.min(value(0), value(row.value)), Math.max(value(0), value(row.value))]
        return (
          <g key={row.id} class={`c-row ${toneClass(row.tone)}`} {...markProps(row.id, row.text, focusable)}>
            <rect class="c-hit" x={0} y={at} width={width} height={rowHeight} />
            <text class="c-place" x={placeEnd} y={middle + 5} text-anchor="end">
              {row.place}
            </text>
            <text class="c-label" x={placeEnd + 10} y={middle + 5}>
              {fitText(row.label, nameWidth)}
            </text>
            <rect
              class={`c-bar${row.madeUp ? ' c-hollow' : ''}`}
              x={tenth(from)}
              y={at + 6}
              width={tenth(Math.max(1, to - from))}
              height={rowHeight - 12}
            />
            <text class="c-value" x={tenth(to + 6)} y={middle + 5}>
              {row.valueText}
            </text>
            {row.likely && (
              <path
                class="c-whisker"
                d={`M${tenth(place(row.likely.from))} ${middle}H${tenth(place(row.likely.to))}M${tenth(place(row.likely.from))} ${middle - 5}v10M${tenth(place(row.likely.to))} ${middle - 5}v10`}
              />
            )}
            <circle class="c-solid" cx={tenth(place(Number(row.place)))} cy={middle} r={4} />
          </g>
        )
      })}
      {notice && (
        <text class="c-notice" x={barStart} y={y + 14}>
          {notice}
        </text>
      )}
      {median && (
        <path class="c-median" d={`M${tenth(value(median.value))} ${topRoom - 4}V${y}`}>
          <title>{median.label}</title>
        </path>
      )}
    </>
  )
}
