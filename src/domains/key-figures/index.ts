export { counted, type FigureData, type KeyFigure } from './figure.ts'
export type { FigureView } from './figure-view.ts'
export { networkGlance } from './glance.ts'
export {
  type ImportChange,
  type ImportedReading,
  type ImportSource,
  importReadings,
  koladaSource,
  type ReadingChange,
  saveSource,
} from './import-queries.ts'
export { loadFigureData, type Reader } from './load-view.ts'
export { listOrigins, listSameInKolada, type Origin, saveOrigin } from './origin-queries.ts'
export { keyFigurePaths } from './paths.ts'
export { publishReadings, type ReportedReading } from './publish-queries.ts'
export { listFigures } from './queries.ts'
export { summarise } from './rules/statistics.ts'
export { amount, figureTitle } from './sentences.ts'
export type { MissingReason, OriginAdapter, ValueStatus } from './tables.ts'
export { listTargets, type OwnTarget, removeTarget, saveTarget } from './target-queries.ts'
export { textsOf } from './texts.ts'
