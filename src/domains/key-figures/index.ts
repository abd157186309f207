export { counted, type FigureData, type KeyFigure } from './figure.ts'
export type { FigureView } from './figure-view.ts'
export { networkGlance } from './glance.ts'
export { loadFigureData, type Reader } from './load-view.ts'
export { dayOf, whyOf, written } from './pages/revision-text.tsx'
export { type Extent, extents, TellMeForm, type Use, uses } from './pages/tell-me.tsx'
export { keyFigurePaths } from './paths.ts'
export { publishReadings, type ReportedReading } from './publish-queries.ts'
export { listFigures } from './queries.ts'
export {
  type Explanation,
  listCorrectionsBetween,
  listExplanations,
  listRevisionDays,
  listRevisions,
  type Revision,
  saveExplanation,
  type ValueScope,
} from './revision-queries.ts'
export { summarise } from './rules/statistics.ts'
export {
  emptySelection,
  knownAt,
  knownDay,
  readSelection,
  type Selection,
  writeSelection,
} from './selection.ts'
export { amount, figureTitle, type Voice } from './sentences.ts'
export type { MissingReason } from './tables.ts'
export { listTargets, type OwnTarget, removeTarget, saveTarget } from './target-queries.ts'
export { textsOf } from './texts.ts'
