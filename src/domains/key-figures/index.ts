export { listBreaks, listFigures, listSets } from './catalogue-queries.ts'
export {
  counted,
  type DecisionReference,
  type FigureData,
  type KeyFigure,
  type KeyFigureSet,
  type MethodBreak,
  membersSet,
  type Ownership,
} from './figure.ts'
export type { FigureView } from './figure-view.ts'
export { networkGlance } from './glance.ts'
export { loadCatalogue, loadFigureData, type Reader } from './load-view.ts'
export { keyFigurePaths } from './paths.ts'
export { ownSource, publishReadings, type ReportedReading } from './publish-queries.ts'
export { type Expectation, quotient, type Warning, warningsOf } from './rules/checks.ts'
export { currentSetOf } from './rules/current-set.ts'
export { summarise } from './rules/statistics.ts'
export { amount, figureTitle } from './sentences.ts'
export type { MissingReason } from './tables.ts'
export { listTargets, type OwnTarget, removeTarget, saveTarget } from './target-queries.ts'
export { textsOf } from './texts.ts'
