import { scaleLinear } from 'd3-scale'
import { tenth } from './geometry.ts'

/** A small picture of where everyone is, with mine marked. */
export interface SpreadStripProps {
  values: number[]
  quartiles: { q1: number; median: number; q3: number }
  /** Mine, where I have one. */
  mine: number | null
  /** What the picture shows, for the screen reader. */
  label: string
  /** Written under the ends and the median, in the page's language. */
  write: (value: number) => string
}

const width = 320
const height = 62
const margin = 10
const axis = 40

/**
 * Everyone as a thin line on one axis, the middle half as a box, mine as a disc that a script may move. One of mine that
 * lies outside stands at the edge, so that it never squeezes the others.
 */
export function SpreadStrip({ values, quartiles, mine, label, write }: SpreadStripProps) {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const x = scaleLinear([low, high === low ? low + 1 : high], [margin, width - margin]).clamp(true)
  const at = (value: number) => tenth(x(value))
  return (
    <svg
      class="spread-strip"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      data-low={low}
      data-high={high}
      data-from={margin}
      data-to={width - margin}
    >
      <rect
        class="c-box"
        x={at(quartiles.q1)}
        y={8}
        width={Math.max(1, tenth(at(quartiles.q3) - at(quartiles.q1)))}
        height={axis - 8}
      />
      <path class="c-strip" d={values.map((value) => `M${at(value)} 14V${axis - 6}`).join('')} />
      <path class="c-median" d={`M${at(quartiles.median)} 8V${axis}`} />
      <path class="c-zero" d={`M${margin} ${axis}H${width - margin}`} />
      <circle
        class={`c-mine-mark${mine === null ? ' c-mine-mark--none' : ''}`}
        cx={mine === null ? margin : at(mine)}
        cy={24}
        r={6}
      />
      <text class="c-tick" x={margin} y={height - 4} text-anchor="start">
        {write(low)}
      </text>
      <text class="c-tick" x={width - margin} y={height - 4} text-anchor="end">
        {write(high)}
      </text>
    </svg>
  )
}
