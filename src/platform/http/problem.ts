/** A request that cannot be answered as asked. The page or the API shows `message` and what exists instead. */
export class Problem extends Error {
  readonly status: ProblemStatus
  /** Links to what does exist, shown under the message. */
  readonly choices: { href: string; label: string }[]

  constructor(status: ProblemStatus, message: string, choices: { href: string; label: string }[] = []) {
    super(message)
    this.status = status
    this.choices = choices
  }
}

/** What a reader can be told about a request: wrong, not allowed, not there, too late, too large, too often, not now. */
export type ProblemStatus = 400 | 403 | 404 | 409 | 413 | 429 | 503
