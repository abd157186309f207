import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type Neighbour, neighboursAmong } from '../rules/similar.ts'
import { findCandidate, listCandidates, listCandidatesOf } from './near-queries.ts'

/** The first look around, in standard deviations; so far nobody else needs to be looked at in a crowd. */
const firstLook = 0.08
/** Further away than this there is nobody. */
const lastLook = 64

/**
 * The organisations of the same kind most like one, nearest first, without looking at the others: everyone within a
 * distance lies in a box of that size around it, so the box grows until it holds enough within its own reach.
 */
export async function findNearest(db: Kysely<Database>, code: string, count: number): Promise<Neighbour[]> {
  const found = await findCandidate(db, code)
  if (!found) return []
  const { mine, spread } = found
  for (let reach = firstLook; ; reach *= 2) {
    const candidates = await listCandidates(db, mine, spread, reach)
    const near = neighboursAmong(mine, candidates, spread)
    const sure = near.filter(({ distance }) => distance <= reach)
    if (sure.length >= count) return sure.slice(0, count)
    if (reach >= lastLook) return near.slice(0, count)
  }
}

/** How near some others are to an organisation, nearest first; those of the same kind and of known size. */
export async function findNearness(
  db: Kysely<Database>,
  code: string,
  others: string[],
): Promise<Neighbour[]> {
  const found = others.length === 0 ? undefined : await findCandidate(db, code)
  if (!found) return []
  return neighboursAmong(found.mine, await listCandidatesOf(db, found.mine.kind, others), found.spread)
}
