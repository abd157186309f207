import { scaleLinear } from 'd3-scale'
import { tenth } from './geometry.ts'

/** How many there are by each day, of how many in all. */
export interface CountLineProps {
  /** In order; milliseconds. */
  points: { at: number; count: number }[]
  all: number
  /** A day that matters, with its words. */
  mark: { at: number; label: string }
  /** The words under the first and the last day. */
  ends: [first: string, last: string]
  /** The text that stands for the picture. */
  label: string
}

const width = 420
const height = 170
const edge = { left: 44, right: 14, top: 26, bottom: 28 }

/** A stair that climbs as things come in, up to a line for all of them. */
export function CountLine({ points, all, mark, ends, label }: CountLineProps) {
  const first = points[0]
  if (!first || all === 0) return null
  const last = Math.max(mark.at, points.at(-1)?.at ?? first.at)
  const x = scaleLinear([first.at, last === first.at ? last + 1 : last], [edge.left, width - edge.right])
  const y = scaleLinear([0, all], [height - edge.bottom, edge.top])
  const path = points.map(({ at, count }, index) =>
    index === 0 ? `M${tenth(x(at))} ${tenth(y(count))}` : `H${tenth(x(at))}V${tenth(y(count))}`,
  )
  const markAt = tenth(x(mark.at))
  const isRight = markAt > width / 2
  return (
    <svg class="count-line" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {[0, all].map((count) => (
        <g key={count}>
          <path class="c-zero" d={`M${edge.left} ${tenth(y(count))}H${width - edge.right}`} />
          <text class="c-tick" x={edge.left - 8} y={tenth(y(count)) + 5} text-anchor="end">
            {count}
          </text>
        </g>
      ))}
      <path class="c-break" d={`M${markAt} ${edge.top}V${height - edge.bottom}`} />
      <text
        class="c-tick"
        x={isRight ? markAt - 6 : markAt + 6}
        y={edge.top - 8}
        text-anchor={isRight ? 'end' : 'start'}
      >
        {mark.label}
      </text>
      <path class="c-stair" d={path.join('')} />
      <text class="c-tick" x={edge.left} y={height - 6}>
        {ends[0]}
      </text>
      <text class="c-tick" x={width - edge.right} y={height - 6} text-anchor="end">
        {ends[1]}
      </text>
    </svg>
  )
}
