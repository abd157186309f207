/** Text size of every chart, in drawing units; a unit is a pixel when the chart is shown at its own width. */
export const textSize = 14

/** Rough width of a text in drawing units: narrow letters, capitals and the rest. */
export function textWidth(text: string, size = textSize): number {
  let units = 0
  for (const letter of text)
    units += /[ilj.,:;'|!\s]/.test(letter) ? 0.28 : /[A-ZÅÄÖMWmw%]/.test(letter) ? 0.68 : 0.51
  return units * size
}

/** Shortens a text to a width, with an ellipsis. */
export function fitText(text: string, width: number, size = textSize): string {
  if (textWidth(text, size) <= width) return text
  let kept = text
  while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}

/** Coordinates to a tenth: finer cannot be seen and costs bytes. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** Moves labels apart along one axis as little as needed, within limits. Gives a position for each, in the order given. */
export function spreadLabels(wanted: number[], gap: number, min: number, max: number): number[] {
  const order = wanted.map((position, index) => ({ position, index })).sort((a, b) => a.position - b.position)
  for (const [at, label] of order.entries()) {
    const before = order[at - 1]
    label.position = Math.max(label.position, before ? before.position + gap : min)
  }
  let limit = max
  for (const label of order.toReversed()) {
    label.position = Math.min(label.position, limit)
    limit = label.position - gap
  }
  return order.sort((a, b) => a.index - b.index).map(({ position }) => position)
}

/** Round years to label on an axis, as many as fit. */
export function yearTicks(years: number[], width: number): number[] {
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined || first === last) return first === undefined ? [] : [first]
  const most = Math.max(2, Math.floor(width / 52))
  const step = [1, 2, 5, 10, 20, 50].find((each) => (last - first) / each < most) ?? 100
  const start = Math.ceil(first / step) * step
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, index) => start + index * step)
}
