import { extent } from 'd3-array'
import { tenth } from './geometry.ts'
import { piecesOf } from './line-drawing.tsx'
import type { SparklineProps } from './types.ts'

const width = 120
const height = 32
const margin = 4

/** A small line without axes, for tables and cards. */
export function Sparkline({ points, breaks, label, word }: SparklineProps) {
  const known = points.flatMap(({ x, y }) => (y === null ? [] : [{ x, y, text: '' }]))
  const last = known.at(-1)
  if (!last || known.length < 2) return null
  const [x1 = 0, x2 = 1] = extent(known, ({ x }) => x)
  const [y1 = 0, y2 = 1] = extent(known, ({ y }) => y)
  const x = (year: number) => tenth(margin + ((year - x1) / (x2 - x1 || 1)) * (width - 2 * margin))
  const y = (value: number) =>
    tenth(height - margin - ((value - y1) / (y2 - y1 || 1)) * (height - 2 * margin))
  return (
    <svg
      class={`sparkline sparkline--${word}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      {piecesOf(known, breaks).map((piece) => (
        <path
          key={piece[0]?.x}
          class="c-line"
          d={`M${piece.map((point) => `${x(point.x)} ${y(point.y ?? 0)}`).join('L')}`}
        />
      ))}
      <circle class="c-solid" cx={x(last.x)} cy={y(last.y)} r={3} />
    </svg>
  )
}
