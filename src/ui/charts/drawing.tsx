import { LineDrawing, lineHeight, lineMarks } from './line-drawing.tsx'
import { MapDrawing, mapHeight, mapMarks } from './map-drawing.tsx'
import { RankDrawing, rankHeight, rankMarks } from './rank-drawing.tsx'
import { SpreadDrawing, spreadHeight, spreadMarks } from './spread-drawing.tsx'
import type { ChartSpec, Drawing, Mark } from './types.ts'

/** The widths that a chart is drawn for; the style sheet shows the one that fits. */
export function widthsOf({ kind }: ChartSpec): { wide: number; narrow: number | null } {
  return kind === 'map' ? { wide: 420, narrow: null } : { wide: 760, narrow: 340 }
}

/** Everything in a chart that can be pointed at, in the order of the arrow keys. */
export function marksOf(spec: ChartSpec): Mark[] {
  switch (spec.kind) {
    case 'line':
      return lineMarks(spec.props)
    case 'spread':
      return spreadMarks(spec.props)
    case 'rank':
      return rankMarks(spec.props)
    case 'map':
      return mapMarks(spec.props)
  }
}

export function heightOf(spec: ChartSpec, width: number): number {
  switch (spec.kind) {
    case 'line':
      return lineHeight(spec.props, width)
    case 'spread':
      return spreadHeight()
    case 'rank':
      return rankHeight(spec.props)
    case 'map':
      return Math.ceil(mapHeight(spec.props, width))
  }
}

/** The inside of the picture. */
export function Draw({ spec, ...drawing }: Drawing & { spec: ChartSpec }) {
  switch (spec.kind) {
    case 'line':
      return <LineDrawing props={spec.props} {...drawing} />
    case 'spread':
      return <SpreadDrawing props={spec.props} {...drawing} />
    case 'rank':
      return <RankDrawing props={spec.props} {...drawing} />
    case 'map':
      return <MapDrawing props={spec.props} {...drawing} />
  }
}
