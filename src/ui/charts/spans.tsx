import { tenth } from './geometry.ts'
import { toneClass } from './mark.tsx'
import type { LineChartProps } from './types.ts'

type Scale = (value: number) => number

interface SpansProps {
  spans: NonNullable<LineChartProps['spans']>
  x: Scale
  y: Scale
  top: number
  bottom: number
}

/** So far a span reaches beyond its first and last year. */
const beyond = 0.4

/** Years that belong together, as bands behind the lines, each with its name above and its means as broad levels. */
export function Spans({ spans, x, y, top, bottom }: SpansProps) {
  return (
    <>
      {spans.map(({ from, to, label, levels }) => {
        const [left, right] = [tenth(x(from - beyond)), tenth(x(to + beyond))]
        return (
          <g key={from}>
            <path class="c-span" d={`M${left} ${top}H${right}V${bottom}H${left}Z`} />
            <text class="c-span-label" x={tenth(x((from + to) / 2))} y={top - 6} text-anchor="middle">
              {label}
            </text>
            {levels.map((level) => (
              <g key={level.tone} class={toneClass(level.tone)}>
                <path class="c-level-line" d={`M${left} ${tenth(y(level.y))}H${right}`} />
              </g>
            ))}
          </g>
        )
      })}
    </>
  )
}
