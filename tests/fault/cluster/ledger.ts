/** The kinds of work that visitors do. */
export const kinds = ['read', 'report', 'register', 'vote', 'pay', 'upload'] as const
export type Kind = (typeof kinds)[number]

/** What came of a request, as a person would understand the answer. */
export type Outcome =
  /** It is done. */
  | 'done'
  /** It was done before: the same form is not taken twice. */
  | 'already'
  /** An error that says that nothing was saved. */
  | 'nothing'
  /** An error that says that nobody knows, or no answer at all. */
  | 'unknown'
  /** Anything that nobody should ever see. */
  | 'wrong'

/** What happened since the last look. */
export interface Tally {
  acknowledged: number
  read: number
  told: number
  unknown: number
  /** The kinds of work that were told an error, or got no answer. */
  troubled: Set<Kind>
  wrong: string[]
  longestMs: number
}

/** Keeps what visitors were told, to be held against the database afterwards. */
export class Ledger {
  /** What was acknowledged, by kind: the names that the database must hold once each. */
  readonly acknowledged: Record<Exclude<Kind, 'read'>, Set<string>> = {
    report: new Set(),
    register: new Set(),
    vote: new Set(),
    pay: new Set(),
    upload: new Set(),
  }
  /** When each kind of work last succeeded through each web process, and when it first did since a moment. */
  #done: { kind: Kind; web: number; at: number }[] = []
  #tally = emptyTally()

  note(kind: Kind, web: number, outcome: Outcome, ms: number, said: string): void {
    const tally = this.#tally
    tally.longestMs = Math.max(tally.longestMs, ms)
    if (outcome === 'done') {
      this.#done.push({ kind, web, at: Date.now() })
      if (kind === 'read') tally.read += 1
    }
    if (outcome === 'nothing' || outcome === 'unknown') tally.troubled.add(kind)
    if (outcome === 'nothing') tally.told += 1
    if (outcome === 'unknown') tally.unknown += 1
    if (outcome === 'wrong') this.fault(`${kind}: ${said}`)
  }

  /** The kinds of work that were told an error since the last look, or got no answer. */
  get troubled(): ReadonlySet<Kind> {
    return this.#tally.troubled
  }

  acknowledge(kind: Exclude<Kind, 'read'>, name: string): void {
    this.acknowledged[kind].add(name)
    this.#tally.acknowledged += 1
  }

  fault(what: string): void {
    this.#tally.wrong.push(what)
  }

  /** Milliseconds after `moment` at which every kind of work had succeeded through each web process; undefined before. */
  healedAfter(moment: number, webs: number[]): number | undefined {
    let latest = 0
    for (const kind of kinds) {
      for (const web of webs) {
        const first = this.#done.find((one) => one.kind === kind && one.web === web && one.at >= moment)
        if (!first) return undefined
        latest = Math.max(latest, first.at - moment)
      }
    }
    return latest
  }

  /** Gives what happened, and begins anew. */
  takeTally(): Tally {
    const tally = this.#tally
    this.#tally = emptyTally()
    this.#done = []
    return tally
  }
}

function emptyTally(): Tally {
  return { acknowledged: 0, read: 0, told: 0, unknown: 0, troubled: new Set(), wrong: [], longestMs: 0 }
}
