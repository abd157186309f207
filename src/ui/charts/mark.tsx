import type { JSX } from 'preact'
import type { ChartPoint, Tone } from './types.ts'

/** Class of a series or point: tone, and for the chosen others which of them. */
export function toneClass(tone: Tone, index = 0): string {
  return tone === 'with' ? `c-with-${(index % 4) + 1}` : `c-${tone}`
}

/** What makes a shape reachable and readable. One mark of a chart takes focus; arrow keys move it. */
export function markProps(key: string, text: string, focusable: string | undefined) {
  return { role: 'img', ...linkMarkProps(key, text, focusable) } as const
}

/** The same for a mark that is a link. */
export function linkMarkProps(key: string, text: string, focusable: string | undefined) {
  return { 'data-key': key, 'aria-label': text, tabIndex: key === focusable ? 0 : -1 } as const
}

interface MarkerProps {
  x: number
  y: number
  /** Shape by series: circle, square, triangle, diamond. */
  shape: number
  size: number
  mark?: ChartPoint['mark']
}

/** A point of a line. Hollow when made up or estimated, a cross when it does not count. */
export function Marker({ x, y, shape, size, mark }: MarkerProps): JSX.Element {
  if (mark === 'deviating') {
    return (
      <path
        class="c-cross"
        d={`M${x - size} ${y - size}l${2 * size} ${2 * size}m0-${2 * size}l-${2 * size} ${2 * size}`}
      />
    )
  }
  const kind = mark ? 'c-hollow' : 'c-solid'
  switch (shape % 4) {
    case 0:
      return <circle class={kind} cx={x} cy={y} r={size} />
    case 1:
      return <rect class={kind} x={x - size} y={y - size} width={2 * size} height={2 * size} />
    case 2:
      return <path class={kind} d={`M${x} ${y - size * 1.2}l${size * 1.2} ${size * 2.2}h-${size * 2.4}z`} />
    default:
      return (
        <path
          class={kind}
          d={`M${x} ${y - size * 1.4}l${size * 1.4} ${size * 1.4}-${size * 1.4} ${size * 1.4}-${size * 1.4}-${size * 1.4}z`}
        />
      )
  }
}
