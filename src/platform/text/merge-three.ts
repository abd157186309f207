import { diffArrays } from 'diff'

/** A stretch that both writers agree on, or one where they clash. */
export type Merged = { agreed: string[] } | { base: string[]; mine: string[]; theirs: string[] }

/** Parts `from` to before `to` of the base, and what one writer put in their place. */
interface Change {
  from: number
  to: number
  put: string[]
}

/**
 * Puts together what two people made of one list of parts, words or paragraphs. What only one of them touched is as that
 * one left it; what both touched alike is so; what they touched differently is a clash.
 */
export function mergeThree(base: string[], mine: string[], theirs: string[]): Merged[] {
  const merged: Merged[] = []
  let at = 0
  for (const group of groupsOf(changesOf(base, mine), changesOf(base, theirs))) {
    merged.push({ agreed: base.slice(at, group.from) })
    const [mineHere, theirsHere] = [applied(base, group, group.mine), applied(base, group, group.theirs)]
    at = group.to
    if (group.mine.length === 0 || isSame(mineHere, theirsHere)) merged.push({ agreed: theirsHere })
    else if (group.theirs.length === 0) merged.push({ agreed: mineHere })
    else merged.push({ base: base.slice(group.from, group.to), mine: mineHere, theirs: theirsHere })
  }
  return [...merged, { agreed: base.slice(at) }]
}

const isSame = (a: string[], b: string[]) => a.length === b.length && a.every((part, i) => part === b[i])

/** What a writer did, in the smallest parts: as many parts for as many are changed one by one. */
function changesOf(base: string[], after: string[]): Change[] {
  const changes: Change[] = []
  let at = 0
  let gone = 0
  const close = (put: string[]) => {
    if (gone === put.length) {
      for (const [i, text] of put.entries())
        changes.push({ from: at - gone + i, to: at - gone + i + 1, put: [text] })
    } else if (gone > 0 || put.length > 0) changes.push({ from: at - gone, to: at, put })
    gone = 0
  }
  for (const { added, removed, value } of diffArrays(base, after)) {
    if (removed) {
      at += value.length
      gone = value.length
    } else {
      close(added ? value : [])
      if (!added) at += value.length
    }
  }
  close([])
  return changes
}

interface Group {
  from: number
  to: number
  mine: Change[]
  theirs: Change[]
}

/** Changes of both in the order of the base, those that meet in one group. */
function groupsOf(mine: Change[], theirs: Change[]): Group[] {
  const all = [
    ...mine.map((change) => ({ change, whose: 'mine' as const })),
    ...theirs.map((change) => ({ change, whose: 'theirs' as const })),
  ].sort((a, b) => a.change.from - b.change.from || a.change.to - b.change.to)
  const groups: Group[] = []
  for (const { change, whose } of all) {
    const last = groups.at(-1)
    if (last && meets(last, change, whose)) {
      last[whose].push(change)
      last.to = Math.max(last.to, change.to)
    } else {
      groups.push({ from: change.from, to: change.to, mine: [], theirs: [], [whose]: [change] })
    }
  }
  return groups
}

/** They meet when they share a part, or when two different people put something in at the same place. */
function meets(group: Group, { from, to }: Change, whose: 'mine' | 'theirs'): boolean {
  if (from < group.to) return true
  const others = whose === 'mine' ? group.theirs : group.mine
  return from === to && others.some((other) => other.from === from && other.to === from)
}

/** How a stretch of the base reads with some changes. */
function applied(base: string[], { from, to }: Group, changes: Change[]): string[] {
  const text: string[] = []
  let at = from
  for (const change of changes) {
    text.push(...base.slice(at, change.from), ...change.put)
    at = change.to
  }
  return [...text, ...base.slice(at, to)]
}
