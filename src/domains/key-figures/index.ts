export { canonicalRedirect, citedInstant, type KeyFigureContext, understand } from './answers/asking.ts'
export { sourceTitlesOf } from './answers/files.ts'
export {
  type CountedReading,
  counted,
  type FigureData,
  type KeyFigure,
  type KeyFigureSet,
  type Reading,
} from './figure.ts'
export { lineChartOf } from './figure-charts.ts'
export type { FigureView, Standing } from './figure-view.ts'
export { currentSet, networkGlance } from './glance.ts'
export type { Group } from './group.ts'
export {
  loadCatalogue,
  loadDirectory,
  loadFigureData,
  loadFigureView,
  loadGroup,
  type Reader,
} from './load-view.ts'
export { keyFigurePaths } from './paths.ts'
export { publishReadings, type ReportedReading } from './publish-queries.ts'
export { listFigures } from './queries.ts'
export { listRevisions, type Revision } from './revision-queries.ts'
export { summarise } from './rules/statistics.ts'
export { type Reach, type Trend, type TrendWord, yearReached } from './rules/trend.ts'
export { emptySelection, knownAt, knownDay, type Selection, writeSelection } from './selection.ts'
export {
  amount,
  change,
  figureTitle,
  firstSentence,
  groupName,
  medianSentence,
  placeSentence,
  remarkOf,
  trendSentence,
  type Voice,
} from './sentences.ts'
export type { Direction, MissingReason } from './tables.ts'
export { listTargets, type OwnTarget, removeTarget, saveTarget } from './target-queries.ts'
export { textsOf } from './texts.ts'
