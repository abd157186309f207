import type { ImportChange, MissingReason } from '#domains/key-figures/index.ts'

export type RunState = 'waiting' | 'running' | 'stopped' | 'done' | 'failed'
export type ItemState = 'waiting' | 'done' | 'unchanged' | 'failed'
export type StartedBy = 'nightly' | 'button' | 'command'

/** One change that an import makes: to a reading, or to a population when there is no figure. */
export interface Change {
  figureId: string | null
  code: string
  year: number
  kind: ImportChange
  before: number | null
  beforeMissing: MissingReason | null
  after: number | null
  afterMissing: MissingReason | null
}

/** How many changes of each kind; what replaces a made-up value counts as added. */
export interface Counts {
  added: number
  corrected: number
  confirmed: number
  withdrawn: number
  kept: number
}

export const noChanges: Counts = { added: 0, corrected: 0, confirmed: 0, withdrawn: 0, kept: 0 }

export function countChanges(changes: Pick<Change, 'kind'>[]): Counts {
  const counts = { ...noChanges }
  for (const { kind } of changes) counts[kind === 'replaced' ? 'added' : kind] += 1
  return counts
}

export function sumOf(all: Counts[]): Counts {
  const sum = { ...noChanges }
  for (const one of all) {
    for (const kind of ['added', 'corrected', 'confirmed', 'withdrawn', 'kept'] as const)
      sum[kind] += one[kind]
  }
  return sum
}

/** How a run ends: it has failed when it failed as a whole, or any part of it did. */
export function endOf(items: { state: ItemState }[], error: string): 'done' | 'failed' {
  return error !== '' || items.some(({ state }) => state === 'failed') ? 'failed' : 'done'
}
