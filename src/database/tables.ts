import type { ColumnType, Generated } from 'kysely'
import type { AccountTables } from '#domains/accounts/tables.ts'
import type { AdvocacyTables } from '#domains/advocacy/tables.ts'
import type { ApplicationTables } from '#domains/applications/tables.ts'
import type { ContactTables } from '#domains/contacts/tables.ts'
import type { AttendanceTables } from '#domains/events/attendance/tables.ts'
import type { CertificateTables } from '#domains/events/certificates/tables.ts'
import type { EvaluationTables } from '#domains/events/evaluation/tables.ts'
import type { MaterialTables } from '#domains/events/materials/tables.ts'
import type { ProgrammeTables } from '#domains/events/programme/tables.ts'
import type { EventTables } from '#domains/events/tables.ts'
import type { FeeTables } from '#domains/fees/tables.ts'
import type { FollowingTables } from '#domains/following/tables.ts'
import type { GoodExampleTables } from '#domains/good-examples/tables.ts'
import type { ImportingTables } from '#domains/importing/tables.ts'
import type { KeyFigureTables } from '#domains/key-figures/tables.ts'
import type { LetterTables } from '#domains/letters/tables.ts'
import type { AnnualTables } from '#domains/meetings/annual/tables.ts'
import type { BoardTables } from '#domains/meetings/board/tables.ts'
import type { MinutesTables } from '#domains/meetings/minutes/tables.ts'
import type { MeetingTables } from '#domains/meetings/tables.ts'
import type { VotingTables } from '#domains/meetings/voting/tables.ts'
import type { MemberTables } from '#domains/members/tables.ts'
import type { NewsTables } from '#domains/news/tables.ts'
import type { OperationsTables } from '#domains/operations/tables.ts'
import type { PartnerTables } from '#domains/partners/tables.ts'
import type { QuestionMailTables } from '#domains/questions/mail/tables.ts'
import type { QuestionTables } from '#domains/questions/tables.ts'
import type { RecallTables } from '#domains/recalls/tables.ts'
import type { ReportOnceTables } from '#domains/report-once/tables.ts'
import type { ReportingTables } from '#domains/reporting/tables.ts'
import type { SearchTables } from '#domains/search/tables.ts'
import type { StatutesTables } from '#domains/statutes/tables.ts'
import type { FileTables } from '#platform/files/store/tables.ts'
import type { MailTables } from '#platform/mail/tables.ts'

interface DataVersionTable {
  only_row: ColumnType<boolean, never, never>
  version: ColumnType<number, never, never>
}

interface BackupRunTable {
  id: Generated<number>
  started_at: Generated<Date>
  finished_at: Date | null
  /** Where the file lies on the machine that made it. */
  file: string
  /** Null until the file is whole. */
  bytes: number | null
  rows: number | null
  fault: string | null
}

/** Every table of the program. Each domain describes its own; Kysely wants them together. */
export interface Database
  extends AccountTables,
    MemberTables,
    KeyFigureTables,
    ContactTables,
    LetterTables,
    ApplicationTables,
    FeeTables,
    RecallTables,
    FollowingTables,
    QuestionMailTables,
    ReportingTables,
    ReportOnceTables,
    GoodExampleTables,
    QuestionTables,
    EventTables,
    ProgrammeTables,
    AttendanceTables,
    MaterialTables,
    EvaluationTables,
    CertificateTables,
    NewsTables,
    AdvocacyTables,
    ImportingTables,
    SearchTables,
    StatutesTables,
    MeetingTables,
    OperationsTables,
    PartnerTables,
    AnnualTables,
    VotingTables,
    BoardTables,
    MinutesTables,
    FileTables,
    MailTables {
  data_version: DataVersionTable
  backup_run: BackupRunTable
  loaded_file: { path: string; hash: string }
}
