import { DatabaseFailure } from '../failure.ts'

/** A backup that cannot be made or used. The message says what was found and what to do, for people. */
export class BackupFailure extends DatabaseFailure {}
