/** The database cannot be had. The message says what happened and what to do, for people, without a stack. */
export class DatabaseFailure extends Error {}

/** Another program uses the embedded database. */
export class DatabaseInUse extends DatabaseFailure {}
