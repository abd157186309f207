import { scaleLinear } from 'd3-scale'
import { localeOf } from '#platform/i18n.ts'
import { fitText, spreadLabels, tenth, textWidth } from './geometry.ts'
import { markProps, toneClass } from './mark.tsx'
import type { Drawing, Mark, SpreadChartProps, SpreadMember } from './types.ts'

const axisHeight = 46
const topRoom = 66
const middleRoom = 210
/** More dots than this are drawn smaller. */
const crowd = 120

/** The marks from the lowest value to the highest. */
export function spreadMarks({ members }: SpreadChartProps): Mark[] {
  return members.toSorted((a, b) => a.value - b.value).map(({ id, text }) => ({ key: id, text }))
}

export function spreadHeight(): number {
  return topRoom + middleRoom + axisHeight
}

/** Everyone as a dot over the box that holds the middle half; those chosen stand out with their names. */
export function SpreadDrawing({ props, width, focusable }: Drawing & { props: SpreadChartProps }) {
  const { members, quartiles, mean, axis, target, language, notice } = props
  const l = localeOf(language)
  const values = members.map(({ value }) => value)
  const x = scaleLinear(
    [Math.min(0, ...values), Math.max(...values, target?.value ?? 0)],
    [14, width - 14],
  ).nice()
  const radius = (width > 500 ? 5.5 : 3.8) * (members.length > crowd ? 0.68 : 1)
  const middle = topRoom + middleRoom / 2
  const dots = swarm(members, x, radius, middleRoom / 2 - 8)
  const chosen = dots.filter(({ member }) => member.tone === 'mine' || member.tone === 'with')
  const labelWidths = chosen.map(({ member }) => textWidth(member.label))
  const rows = spreadLabels(
    chosen.map((_, index) => 20 + (index % 3) * 18),
    0,
    20,
    56,
  )
  const base = topRoom + middleRoom
  return (
    <>
      <rect
        class="c-box"
        x={tenth(x(quartiles.q1))}
        y={topRoom}
        width={tenth(Math.max(1, x(quartiles.q3) - x(quartiles.q1)))}
        height={middleRoom}
      />
      <path class="c-median" d={`M${tenth(x(quartiles.median))} ${topRoom}V${base}`} />
      <path class="c-mean" d={`M${tenth(x(mean.value))} ${topRoom}V${base}`} />
      {target && <path class="c-target" d={`M${tenth(x(target.value))} ${topRoom}V${base}`} />}
      {dots.map(({ member, at, lift }) => (
        <circle
          key={member.id}
          class={`c-dot ${toneClass(member.tone)}${member.madeUp ? ' c-hollow' : ''}`}
          cx={tenth(at)}
          cy={tenth(middle + lift)}
          r={member.tone === 'group' || member.tone === 'background' ? radius : radius + 2.5}
          {...markProps(member.id, member.text, focusable)}
        />
      ))}
      {chosen.map(({ member, at, lift }, index) => {
        const half = (labelWidths[index] ?? 0) / 2
        const place = Math.min(Math.max(at, half + 2), width - half - 2)
        const row = rows[index] ?? 20
        return (
          <g key={member.id} class={toneClass(member.tone)}>
            <path class="c-leader" d={`M${tenth(at)} ${row + 6}V${tenth(middle + lift - radius - 3)}`} />
            <text class="c-label" x={tenth(place)} y={row} text-anchor="middle">
              {member.label}
            </text>
          </g>
        )
      })}
      <path class="c-zero" d={`M14 ${base}H${width - 14}`} />
      {x.ticks(width > 500 ? 8 : 4).map((tick) => (
        <text key={tick} class="c-tick" x={tenth(x(tick))} y={base + 18} text-anchor="middle">
          {l.number(tick, Number.isInteger(tick) ? 0 : axis.decimals)}
        </text>
      ))}
      <text class="c-axis-label" x={14} y={base + 40}>
        {fitText([axis.label, quartiles.labels.median, mean.label].join(' · '), width - 20)}
      </text>
      {notice && (
        <text class="c-notice" x={width} y={topRoom - 6} text-anchor="end">
          {notice}
        </text>
      )}
    </>
  )
}

interface Dot {
  member: SpreadMember
  at: number
  lift: number
}

/** Pushes dots apart up and down from the middle, in order of value: the same every time. */
function swarm(members: SpreadMember[], x: (value: number) => number, radius: number, room: number): Dot[] {
  const placed: Dot[] = []
  const gap = radius * 2 + 0.6
  for (const member of members.toSorted((a, b) => a.value - b.value)) {
    const at = x(member.value)
    const near = placed.filter((dot) => at - dot.at < gap)
    const free = lifts(room).find((lift) =>
      near.every((dot) => Math.hypot(dot.at - at, dot.lift - lift) >= gap),
    )
    // Where there is no room left, dots lie upon each other rather than outside the picture.
    placed.push({ member, at, lift: free ?? (placed.length % 2 ? -room : room) })
  }
  return placed
}

/** Heights to try, nearest the middle first, up and down in turn. */
function lifts(room: number): number[] {
  return Array.from(
    { length: Math.floor(room / 2) * 2 + 1 },
    (_, index) => (index % 2 ? -1 : 1) * Math.ceil(index / 2) * 2,
  )
}
