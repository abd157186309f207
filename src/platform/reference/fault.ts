/** One thing wrong in a file: where, what, and what was expected. */
export interface Fault {
  file: string
  line: number
  reason: string
}

const shownFaults = 20

/** Files that cannot be loaded. The message lists file, line and reason of each fault, twenty at most. */
export class ReferenceFault extends Error {
  readonly faults: Fault[]

  constructor(faults: Fault[]) {
    const lines = faults.slice(0, shownFaults).map(({ file, line, reason }) => `${file}:${line}: ${reason}`)
    const more = faults.length > shownFaults ? [`… and ${faults.length - shownFaults} more`] : []
    super(['The reference facts cannot be loaded:', ...lines, ...more].join('\n  '))
    this.faults = faults
  }
}

/** Collects faults, so that a person mends a file once and not line by line. */
export class Faults {
  readonly all: Fault[] = []

  add(file: string, line: number, reason: string): void {
    this.all.push({ file, line, reason })
  }

  /** Throws {@link ReferenceFault} when anything was wrong. */
  throwIfAny(): void {
    if (this.all.length > 0) throw new ReferenceFault(this.all)
  }
}
