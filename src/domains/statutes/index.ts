export { StatutesChanges } from './pages/statutes-changes.tsx'
export { statutesPaths } from './paths.ts'
export { insertProposal } from './proposal-queries.ts'
export { findStatutes, listProposedStatutes, listStatutes, type Statutes, statutesOn } from './queries.ts'
export { ruleWords } from './rule-words.ts'
export {
  type Breach,
  breachesOfNotice,
  documentsBy,
  type MeetingKind,
  motionsBy,
  noticeBy,
} from './rules/notice.ts'
export { fewestOf, reaches, type Share } from './rules/share.ts'
export type { RuleName, StatuteRules } from './schema.ts'
