export { statutesPaths } from './paths.ts'
export { findStatutes, type Statutes, statutesOn } from './queries.ts'
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
