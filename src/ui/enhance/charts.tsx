import { hydrate } from 'preact'
import { Chart } from '../charts/chart.tsx'
import type { ChartSpec } from '../charts/types.ts'

/** Takes over each chart when it comes into sight: pointing at marks and moving between them by arrow keys. */
export function enhanceCharts(root: ParentNode): void {
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue
      seen.unobserve(target)
      takeOver(target)
    }
  })
  for (const island of root.querySelectorAll('[data-island="chart"]')) seen.observe(island)
}

function takeOver(island: Element): void {
  const data = island.nextElementSibling?.textContent
  if (!data) return
  const spec: ChartSpec = JSON.parse(data)
  hydrate(<Chart spec={spec} />, island)
}
