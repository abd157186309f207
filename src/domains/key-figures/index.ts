export { canonicalRedirect, citedInstant, type KeyFigureContext, understand } from './answers/asking.ts'
export { sourceTitlesOf } from './answers/files.ts'
export { listBreaks, listFigures, listSets, ofShownFigure } from './catalogue-queries.ts'
export { type EffectOfMeasure, effectOfMeasure, type MeasureAsked } from './effect.ts'
export { effectChartOf } from './effect-chart.ts'
export { effectInShort, effectSentences, yearsInWords } from './effect-words.ts'
export type { CheckData } from './enhance/check-answer.ts'
export {
  type CountedReading,
  counted,
  type DecisionReference,
  type FigureData,
  type KeyFigure,
  type KeyFigureSet,
  type MethodBreak,
  membersSet,
  type Ownership,
  type Reading,
} from './figure.ts'
export { lineChartOf } from './figure-charts.ts'
export { type FigureView, mostImproved, type Standing } from './figure-view.ts'
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
export {
  type Catalogue,
  loadCatalogue,
  loadFigureData,
  loadFigureView,
  loadGroup,
  loadGroupOf,
} from './load-view.ts'
export { type ChartOfMember, chartOfMember } from './member-chart.ts'
export { loadNearest, loadNearness } from './nearest.ts'
export { listOrigins, type Origin, saveOrigin } from './origin-queries.ts'
export { dayOf, whyOf, written } from './pages/revision-text.tsx'
export { type Extent, extents, TellMeForm, type Use, uses } from './pages/tell-me.tsx'
export { keyFigurePaths } from './paths.ts'
export { ownSource, publishReadings, type ReportedReading } from './publish-queries.ts'
export type { Reader } from './reader.ts'
export { loadOrganisations } from './reader.ts'
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
export { type Expectation, quotient, type Warning, warningsOf } from './rules/checks.ts'
export { currentSetOf } from './rules/current-set.ts'
export { summarise } from './rules/statistics.ts'
export { type Reach, type Trend, type TrendWord, yearReached } from './rules/trend.ts'
export {
  emptySelection,
  type GroupKind,
  groupKinds,
  knownAt,
  knownDay,
  readSelection,
  type Selection,
  writeSelection,
} from './selection.ts'
export {
  amount,
  change,
  figureTitle,
  firstSentence,
  groupName,
  medianSentence,
  placeSentence,
  pointSentence,
  remarkOf,
  takeaway,
  trendSentence,
  type Voice,
} from './sentences.ts'
export type { Basis, Direction, MissingReason, OriginAdapter, ValueStatus } from './tables.ts'
export { listTargets, type OwnTarget, removeTarget, saveTarget } from './target-queries.ts'
export { textsOf } from './texts.ts'
export { loadTrendsAlike, type TrendsAlike } from './trends-alike.ts'
