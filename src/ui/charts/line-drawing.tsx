import { extent } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { localeOf } from '#platform/i18n.ts'
import { fitText, spreadLabels, tenth, textSize, textWidth, yearTicks } from './geometry.ts'
import { Marker, markProps, toneClass } from './mark.tsx'
import { Spans } from './spans.tsx'
import type { ChartPoint, Drawing, LineChartProps, LineSeries, Mark } from './types.ts'

const top = 40
const bottom = 34
/** Up to this width names do not fit beside the lines and stand in a key below. */
const narrowest = 500
const labelGap = textSize + 3

/** The marks of a line chart in reading order: series by series, year by year. */
export function lineMarks({ series }: LineChartProps): Mark[] {
  return series.flatMap(({ id, points }) =>
    points.flatMap(({ x, y, text }) => (y === null ? [] : [{ key: `${id}-${x}`, text }])),
  )
}

/** Development over time: lines on true years, cut at breaks of method and at missing values. */
export function LineDrawing({ props, width, focusable }: Drawing & { props: LineChartProps }) {
  const { series, axis, breaks, targets, moments = [], spans = [], trend, language, notice } = props
  const l = localeOf(language)
  const height = lineHeight(props, width)
  const values = series.flatMap(({ points }) => points.flatMap(({ y }) => (y === null ? [] : [y])))
  const years = series.flatMap(({ points }) => points.map(({ x }) => x))
  const right =
    width > narrowest ? Math.min(190, 16 + Math.max(60, ...series.map(({ label }) => textWidth(label)))) : 14
  const [low = 0, high = 1] = extent([
    ...values,
    ...targets.map(({ y }) => y),
    ...(trend ? [trend.y1, trend.y2] : []),
    0,
  ])
  const y = scaleLinear([low, high], [height - bottom, top]).nice(5)
  const ticks = y.ticks(5)
  const left = 12 + Math.max(...ticks.map((tick) => textWidth(l.number(tick, tickDecimals(ticks)))))
  const [firstYear = 0, lastYear = 1] = extent([...years, ...[...targets, ...moments].map((each) => each.x)])
  const x = scaleLinear([firstYear, Math.max(lastYear, firstYear + 1)], [left + 8, width - right])
  const lastValueYear = Math.max(...years)
  const breakYears = breaks.map((each) => each.x)
  return (
    <>
      <text class="c-axis-label" x={0} y={16}>
        {axis.label}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <path class={tick === 0 ? 'c-zero' : 'c-grid'} d={`M${left} ${tenth(y(tick))}H${width - right}`} />
          <text class="c-tick" x={left - 6} y={tenth(y(tick)) + 5} text-anchor="end">
            {l.number(tick, tickDecimals(ticks))}
          </text>
        </g>
      ))}
      {yearTicks([firstYear, lastYear], width - left - right).map((year) => (
        <text key={year} class="c-tick" x={tenth(x(year))} y={height - bottom + 22} text-anchor="middle">
          {year}
        </text>
      ))}
      {targets.map((target) => (
        <g key={target.label}>
          <path class="c-target" d={`M${left} ${tenth(y(target.y))}H${tenth(x(target.x))}`} />
          <circle class="c-target-end" cx={tenth(x(target.x))} cy={tenth(y(target.y))} r={4} />
          <text class="c-target-label" x={left + 8} y={tenth(y(target.y)) - 6}>
            {target.label}
          </text>
        </g>
      ))}
      <Spans spans={spans} x={x} y={y} top={top} bottom={height - bottom} />
      {breaks.map((each) => (
        <g key={each.x}>
          <path class="c-break" d={`M${tenth(x(each.x - 0.5))} ${top - 8}V${height - bottom}`} />
          <text class="c-break-label" x={tenth(x(each.x - 0.5)) - 6} y={top - 12} text-anchor="end">
            {each.label}
          </text>
        </g>
      ))}
      {moments.map((each) => (
        <MomentLine
          key={each.x}
          label={each.label}
          x={tenth(x(each.x))}
          width={width - right}
          top={top}
          bottom={height - bottom}
        />
      ))}
      {trend && (
        <path
          class="c-trend"
          d={`M${tenth(x(trend.x1))} ${tenth(y(trend.y1))}L${tenth(x(trend.x2))} ${tenth(y(trend.y2))}`}
        />
      )}
      {series.map((one) => (
        <SeriesLine key={one.id} series={one} x={x} y={y} breakYears={breakYears} focusable={focusable} />
      ))}
      {width > narrowest ? (
        <EndLabels
          series={series}
          x={x}
          y={y}
          right={width}
          top={top}
          bottom={height - bottom}
          lastYear={lastValueYear}
        />
      ) : null}
      {notice && (
        <text class="c-notice" x={width} y={16} text-anchor="end">
          {notice}
        </text>
      )}
    </>
  )
}

interface MomentLineProps {
  label: string
  x: number
  width: number
  top: number
  bottom: number
}

/** When something happened; the words stand on the side that has room for them. */
function MomentLine({ label, x, width, top: upper, bottom: lower }: MomentLineProps) {
  const fits = x + 6 + textWidth(label) < width
  return (
    <>
      <path class="c-moment" d={`M${x} ${upper}V${lower}`} />
      <text
        class="c-moment-label"
        x={fits ? x + 6 : x - 6}
        y={lower - 8}
        text-anchor={fits ? 'start' : 'end'}
      >
        {label}
      </text>
    </>
  )
}

export function lineHeight({ height }: LineChartProps, width: number): number {
  return height ?? (width > narrowest ? 400 : 340)
}

type Scale = (value: number) => number

interface SeriesLineProps {
  series: LineSeries
  x: Scale
  y: Scale
  breakYears: number[]
  focusable: string | undefined
}

function SeriesLine({ series, x, y, breakYears, focusable }: SeriesLineProps) {
  const { id, points, tone, index = 0 } = series
  const path = line<ChartPoint>()
    .x((point) => tenth(x(point.x)))
    .y((point) => tenth(y(point.y ?? 0)))
  const shape = tone === 'with' ? index + 1 : 0
  const size = tone === 'mine' ? 4.5 : tone === 'with' ? 3.5 : 2.5
  return (
    <g class={`c-series ${toneClass(tone, index)}`}>
      {piecesOf(points, breakYears).map((piece) => (
        <path key={piece[0]?.x} class={`c-line c-dash-${shape % 4}`} d={path(piece) ?? ''} />
      ))}
      {points.map((point) =>
        point.y === null ? null : (
          <g key={point.x} class="c-point" {...markProps(`${id}-${point.x}`, point.text, focusable)}>
            <circle class="c-hit" cx={tenth(x(point.x))} cy={tenth(y(point.y))} r={12} />
            <Marker x={tenth(x(point.x))} y={tenth(y(point.y))} shape={shape} size={size} mark={point.mark} />
          </g>
        ),
      )}
    </g>
  )
}

/** The pieces of a line: no stroke over a missing value, over a break, or to a value that does not count. */
export function piecesOf(points: ChartPoint[], breakYears: number[]): ChartPoint[][] {
  const pieces: ChartPoint[][] = [[]]
  let before: number | undefined
  for (const point of points) {
    if (point.mark === 'deviating') continue
    const crossed = breakYears.some((year) => before !== undefined && before < year && year <= point.x)
    if (point.y === null || crossed) pieces.push([])
    if (point.y !== null) pieces.at(-1)?.push(point)
    before = point.x
  }
  return pieces.filter((piece) => piece.length > 1)
}

interface EndLabelsProps {
  series: LineSeries[]
  x: Scale
  y: Scale
  right: number
  top: number
  bottom: number
  lastYear: number
}

/** Names at the lines' ends, moved apart: no legend to look up. */
function EndLabels({ series, x, y, right, top: upper, bottom: lower, lastYear }: EndLabelsProps) {
  const ends = series.flatMap((one) => {
    const end = one.points.findLast((point) => point.y !== null)
    return end ? [{ one, at: y(end.y ?? 0), from: x(end.x) }] : []
  })
  const places = spreadLabels(
    ends.map(({ at }) => at),
    labelGap,
    upper,
    lower,
  )
  const start = x(lastYear) + 14
  return (
    <>
      {ends.map(({ one, at, from }, index) => (
        <g key={one.id} class={toneClass(one.tone, one.index)}>
          <path
            class="c-leader"
            d={`M${tenth(from + 6)} ${tenth(at)}L${tenth(start - 3)} ${tenth(places[index] ?? at)}`}
          />
          <text class="c-label" x={tenth(start)} y={tenth((places[index] ?? at) + 5)}>
            {fitText(one.label, right - start)}
          </text>
        </g>
      ))}
    </>
  )
}

function tickDecimals(ticks: number[]): number {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0))
  return step >= 1 ? 0 : step >= 0.1 ? 1 : 2
}
