import { Chart } from './chart.tsx'
import type { ChartSpec } from './types.ts'

/** A chart drawn by the server, with its data beside so that the browser can take it over. */
export function ChartIsland(spec: ChartSpec) {
  // `<` would let a text end the script element; as an escape it means the same in JSON.
  const data = JSON.stringify({ kind: spec.kind, props: spec.props }).replaceAll('<', '\\u003c')
  return (
    <div class="chart-island">
      <div data-island="chart">
        <Chart spec={spec} />
      </div>
      <script type="application/json" dangerouslySetInnerHTML={{ __html: data }} />
    </div>
  )
}
