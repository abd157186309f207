import { renderToString } from 'preact-render-to-string'
import { Draw, heightOf, widthsOf } from './drawing.tsx'
import { fitText, textWidth } from './geometry.ts'
import { pictureStyles } from './picture-styles.ts'
import type { ChartSpec } from './types.ts'

/** What goes along when a chart leaves the site. */
export interface PictureFrame {
  /** "Källa: …" */
  source: string
  /** Where the figures stand, and stay. */
  address: string
}

const margin = 24
const lineHeight = 20

/** A chart as an SVG file that stands by itself: title, summary, source and address in the picture. */
export function chartPicture(spec: ChartSpec, { source, address }: PictureFrame): string {
  const { wide } = widthsOf(spec)
  const width = Math.max(wide, 640)
  const { title, summary } = spec.props
  const summaryLines = wrap(summary, width, 15)
  const head = 36 + summaryLines.length * lineHeight
  const height = head + heightOf(spec, wide) + 56
  const picture = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width + 2 * margin}
      height={height + 2 * margin}
      viewBox={`${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}`}
      role="img"
      aria-labelledby="t d"
    >
      <title id="t">{title}</title>
      <desc id="d">{summary}</desc>
      <style>{pictureStyles}</style>
      <rect x={-margin} y={-margin} width={width + 2 * margin} height={height + 2 * margin} fill="#fff" />
      <text class="p-title" x={0} y={20}>
        {fitText(title, width, 22)}
      </text>
      {summaryLines.map((text, index) => (
        <text key={text} class="p-summary" x={0} y={46 + index * lineHeight}>
          {text}
        </text>
      ))}
      <g transform={`translate(0 ${head})`}>
        <Draw spec={spec} width={wide} focusable={undefined} />
      </g>
      <text class="p-foot" x={0} y={height - 18}>
        {fitText(source, width, 12)}
      </text>
      <text class="p-foot" x={0} y={height}>
        {fitText(address, width, 12)}
      </text>
    </svg>
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToString(picture)}`
}

/** A picture for those who share a page, 1200 × 630. */
export function sharePicture({ title, text, mark }: { title: string; text: string; mark: string }): string {
  return renderToString(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width="1200"
      height="630"
      viewBox="0 0 1200 630"
      role="img"
      aria-label={title}
    >
      <rect width="1200" height="630" fill="#0f5c46" />
      <circle cx="1060" cy="560" r="260" fill="#1b6ca8" fill-opacity="0.45" />
      <circle cx="1150" cy="330" r="170" fill="#d3ebd8" fill-opacity="0.25" />
      <g fontFamily="Source Sans 3">
        <text x="80" y="120" font-size="34" fill="#d3ebd8">
          {mark}
        </text>
        {wrap(title, 1000, 68).map((line, index) => (
          <text key={line} x="80" y={240 + index * 80} font-size="68" font-weight="600" fill="#fff">
            {line}
          </text>
        ))}
        {wrap(text, 960, 34)
          .slice(0, 3)
          .map((line, index) => (
            <text key={line} x="80" y={470 + index * 46} font-size="34" fill="#fff">
              {line}
            </text>
          ))}
      </g>
    </svg>,
  )
}

function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)
    const longer = line === undefined ? word : `${line} ${word}`
    if (line === undefined || textWidth(longer, size) > width) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}
