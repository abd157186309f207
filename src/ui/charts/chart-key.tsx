import { toneClass } from './mark.tsx'
import type { LineSeries } from './types.ts'

/** Names of the lines, for the narrow picture where they do not fit beside the lines. */
export function ChartKey({ series }: { series: LineSeries[] }) {
  return (
    <ul class="chart__key" aria-hidden="true">
      {series.map(({ id, label, tone, index = 0 }) => (
        <li key={id} class={toneClass(tone, index)}>
          <svg viewBox="0 0 24 10" width="24" height="10" aria-hidden="true">
            <path class={`c-line c-dash-${tone === 'with' ? (index + 1) % 4 : 0}`} d="M0 5H24" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
