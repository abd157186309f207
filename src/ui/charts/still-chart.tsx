import { renderToString } from 'preact-render-to-string'
import { ChartKey } from './chart-key.tsx'
import { Draw, heightOf } from './drawing.tsx'
import { pictureStyles } from './picture-styles.ts'
import type { ChartSpec } from './types.ts'

/** Drawing units; in the wide one names stand beside the lines. */
const widths = { wide: 504, narrow: 340 }

/** A chart as a mere picture with its summary in words, for reports that are read and printed, not explored. */
export function StillChart({ spec, label }: { spec: ChartSpec; label: string }) {
  return (
    <div class="still-chart">
      {(['wide', 'narrow'] as const).map((variant) => (
        <svg
          key={variant}
          class={`chart__picture chart__picture--${variant}`}
          viewBox={`0 0 ${widths[variant]} ${heightOf(spec, widths[variant])}`}
          role="img"
          aria-label={label}
        >
          <Draw spec={spec} width={widths[variant]} focusable={undefined} />
        </svg>
      ))}
      {spec.kind === 'line' && <ChartKey series={spec.props.series} />}
    </div>
  )
}

/** The very same picture as an SVG file, for documents, which give it their own alternative text. */
export function stillPicture(spec: ChartSpec): string {
  const width = widths.wide
  const height = heightOf(spec, width)
  return renderToString(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <style>{pictureStyles}</style>
      <Draw spec={spec} width={width} focusable={undefined} />
    </svg>,
  )
}
