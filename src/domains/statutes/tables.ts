import type { ColumnType, Generated } from 'kysely'

/** JSON that is read through a schema. */
type Json = ColumnType<unknown, string, string>

export interface StatutesTables {
  statutes: {
    id: string
    in_force_from: ColumnType<string | null, string | null | undefined, string | null>
    adopted_sv: string
    adopted_en: string
    /** A list of `Paragraph` of `schema.ts`. */
    paragraphs: Json
    /** `StatuteRules` of `schema.ts`, as written in the file. */
    rules: Json
    assumed: Generated<boolean>
    kept_by: Generated<'reference' | 'association'>
    version: Generated<number>
    made_up: Generated<boolean>
    /** Why a change is proposed, in Markdown. */
    reason: Generated<string>
    rejected_on: ColumnType<string | null, string | null | undefined, string | null>
  }
  /** The meetings that have said yes to a version. */
  statutes_adoption: {
    statutes_id: string
    meeting_id: number
    meeting: string
    decided_on: ColumnType<string, string, string>
    paragraph: string
    link: string
  }
}
