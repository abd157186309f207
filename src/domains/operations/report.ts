import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { listLastEnded } from '#domains/importing/index.ts'
import type { Config } from '#platform/config.ts'
import {
  type BackupState,
  type DatabaseState,
  type DiskMeasure,
  listDiskMeasures,
  readBackupState,
  readDatabaseState,
} from './database-queries.ts'
import { type DiskState, readDisk } from './disk.ts'
import { type JobState, listJobs } from './job-queries.ts'
import { listStranded, type MailState, readMailState, type StrandedMail } from './mail-queries.ts'
import { listProcesses, type ProgramProcess } from './process-queries.ts'
import {
  type Condition,
  conditionOfBackups,
  conditionOfDatabase,
  conditionOfDisk,
  conditionOfJobs,
  conditionOfMail,
  conditionOfProcesses,
  daysUntilFull,
  growthPerDay,
} from './rules/condition.ts'

/** The parts of the program that are looked after, in the order of the page. */
export const parts = ['jobs', 'mail', 'imports', 'backups', 'disk', 'database', 'processes'] as const
export type Part = (typeof parts)[number]

type LastImport = Awaited<ReturnType<typeof listLastEnded>>[number]

/** How the whole program is doing. */
export interface Report {
  conditions: Record<Part, Condition>
  jobs: JobState[]
  mail: MailState
  stranded: StrandedMail[]
  imports: LastImport[]
  backups: BackupState
  disk: DiskState | null
  measures: DiskMeasure[]
  /** Bytes a day; null until it can be told. */
  growth: number | null
  daysLeft: number | null
  database: DatabaseState
  processes: ProgramProcess[]
}

const measuredDays = 90
const shownMails = 50

/** Asks every part how it is doing. */
export async function readReport(db: Kysely<Database>, config: Config, now: Date): Promise<Report> {
  const [jobs, mail, stranded, imports, backups, disk, measures, database, processes] = await Promise.all([
    listJobs(db),
    readMailState(db),
    listStranded(db, shownMails),
    listLastEnded(db),
    readBackupState(db),
    readDisk(config.dataDir),
    listDiskMeasures(db, measuredDays),
    readDatabaseState(db),
    listProcesses(db),
  ])
  const growth = growthPerDay(measures)
  // Beside an outside database the disk of the data folder says nothing of the database's.
  const daysLeft = disk && !config.databaseUrl ? daysUntilFull(disk.freeBytes, growth) : null
  const failedImport = imports.some(({ state }) => state === 'failed')
  return {
    conditions: {
      jobs: conditionOfJobs(jobs),
      mail: conditionOfMail(mail, now),
      imports: failedImport ? 'act' : 'well',
      backups: config.mode === 'demo' ? 'well' : conditionOfBackups(backups, now),
      disk: conditionOfDisk(disk, daysLeft),
      database: conditionOfDatabase(database),
      processes: conditionOfProcesses(processes),
    },
    jobs,
    mail,
    stranded,
    imports,
    backups,
    disk,
    measures,
    growth,
    daysLeft,
    database,
    processes,
  }
}

/** The parts that somebody must see to, as far as the database tells; failed imports stand on the desk already. */
export async function partsInNeed(db: Kysely<Database>, now: Date): Promise<Part[]> {
  const [jobs, mail, backups, [measured]] = await Promise.all([
    listJobs(db),
    readMailState(db),
    readBackupState(db),
    listDiskMeasures(db, 1),
  ])
  const disk =
    measured?.freeBytes != null && measured.totalBytes != null
      ? { freeBytes: measured.freeBytes, totalBytes: measured.totalBytes }
      : null
  const conditions: Partial<Record<Part, Condition>> = {
    jobs: conditionOfJobs(jobs),
    mail: conditionOfMail(mail, now),
    // Where none was ever made by the program, somebody else may well take them.
    backups: backups.lastDone ? conditionOfBackups(backups, now) : 'well',
    disk: conditionOfDisk(disk, null),
  }
  return parts.filter((part) => conditions[part] === 'act')
}
