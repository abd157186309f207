import { tenth, textWidth } from './geometry.ts'
import { linkMarkProps } from './mark.tsx'
import type { CartogramProps, Drawing, Mark } from './types.ts'

const margin = 6
const legendRow = 22

/** The marks from north to south, as one would read a list of places. */
export function mapMarks({ circles }: CartogramProps): Mark[] {
  return circles.toSorted((a, b) => a.y - b.y).map(({ id, text }) => ({ key: id, text }))
}

export function mapHeight(props: CartogramProps, width: number): number {
  return width * aspect(props) + (props.levels.length + 2) * legendRow
}

/** Sweden as circles. Light is the best class and dark the worst, so that it reads in grey too. */
export function MapDrawing({ props, width, focusable }: Drawing & { props: CartogramProps }) {
  const { circles, levels, missingLabel, single, notice } = props
  const scale = (width - 2 * margin) / extentOf(props).width
  const legendTop = width * aspect(props) + legendRow
  const labels = [
    ...levels.map((label, index) => ({ label, class: levelClass(index, single) })),
    { label: missingLabel, class: 'c-missing' },
  ]
  return (
    <>
      {circles.map(({ id, x, y, radius, level, text, tone, href }) => (
        <a key={id} href={href} {...linkMarkProps(id, text, focusable)}>
          <circle
            class={`c-circle ${level === null ? 'c-missing' : levelClass(level, single)}${tone === 'group' ? '' : ` c-chosen c-${tone}`}`}
            cx={tenth(margin + x * scale)}
            cy={tenth(margin + y * scale)}
            r={tenth(radius * scale)}
          />
        </a>
      ))}
      {circles
        .filter(({ tone }) => tone === 'mine' || tone === 'with')
        .map(({ id, x, y, radius, label }) => {
          const half = textWidth(label) / 2
          const place = Math.min(Math.max(margin + x * scale, half), width - half)
          return (
            <text
              key={id}
              class="c-map-label"
              x={tenth(place)}
              y={tenth(margin + (y - radius) * scale - 5)}
              text-anchor="middle"
            >
              {label}
            </text>
          )
        })}
      {labels.map(({ label, class: level }, index) => (
        <g key={label}>
          <circle class={`c-circle ${level}`} cx={16} cy={legendTop + index * legendRow} r={7} />
          <text class="c-tick" x={32} y={legendTop + index * legendRow + 5}>
            {label}
          </text>
        </g>
      ))}
      {notice && (
        <text class="c-notice" x={0} y={16}>
          {notice}
        </text>
      )}
    </>
  )
}

function levelClass(level: number, single: true | undefined): string {
  if (single) return level === 0 ? 'c-single' : 'c-ring'
  return `c-level-${Math.min(level, 4)}`
}

function extentOf({ circles }: CartogramProps): { width: number; height: number } {
  return {
    width: Math.max(1, ...circles.map(({ x, radius }) => x + radius)),
    height: Math.max(1, ...circles.map(({ y, radius }) => y + radius)),
  }
}

function aspect(props: CartogramProps): number {
  const { width, height } = extentOf(props)
  return height / width + 0.02
}
