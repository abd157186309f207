import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { stillPicture } from '#ui/charts/still-chart.tsx'
import type { ReportWords, Writer } from '../words.ts'
import { reportTemplate } from './template.ts'

/**
 * A report as accessible PDF (PDF/UA-1), with the same words and drawings as its page. `address` gives the very same
 * report later; `day` is the day of its facts. The same report always gives the same bytes.
 */
export function reportPdf(
  words: ReportWords,
  { address, day }: { address: string; day: string },
  { l, t }: Writer,
): Promise<Buffer> {
  const { title, each, notices, lists, further, ...rest } = words
  return renderPdf(reportTemplate, {
    title,
    language: l.language,
    day,
    data: {
      ...rest,
      association: t.association,
      title,
      notices,
      lists,
      further,
      address,
      running: `${title} · ${t.association}`,
      each: {
        heading: each.heading,
        key: each.key,
        figures: each.figures.map(({ chart, lessons, ...figure }) => ({
          ...figure,
          chart: { svg: stillPicture(chart.spec), label: chart.label },
          lessons: lessons.map(({ heading, items }) => ({
            heading,
            items: items.map(({ name, text, more }) =>
              [`${name}: ${text}`, ...more.map((one) => one.text)].join(' '),
            ),
          })),
        })),
      },
      words: {
        summary: t.summary,
        decision: t.decision,
        method: t.method,
        sources: t.sources,
        cite: t.cite,
        page: t.page,
      },
    },
  })
}
