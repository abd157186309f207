import { diffArrays } from 'diff'
import { splitText } from './paragraphs.ts'

/** A place where two people have written on the same paragraphs. */
export interface Clash {
  /** What stood there when both began; empty when both put in something new. */
  base: string[]
  mine: string[]
  theirs: string[]
}

export interface Merged {
  /** Every change of both; where they clash, mine. */
  text: string
  clashes: Clash[]
}

/** Paragraphs `from` to before `to` of the base, and what one writer put in their place. */
interface Change {
  from: number
  to: number
  put: string[]
}

/**
 * Puts together what two people made of one text, paragraph by paragraph. What only one of them touched is as that one
 * left it; what both touched alike is so; what they touched differently is a clash.
 */
export function mergeTexts(baseText: string, mineText: string, theirsText: string): Merged {
  const base = splitText(baseText)
  const mine = changesOf(base, splitText(mineText))
  const theirs = changesOf(base, splitText(theirsText))
  const [merged, clashes]: [string[], Clash[]] = [[], []]
  let at = 0
  for (const group of groupsOf(mine, theirs)) {
    merged.push(...base.slice(at, group.from))
    const side = (changes: Change[]) => applied(base, group, changes)
    const [mineHere, theirsHere] = [side(group.mine), side(group.theirs)]
    if (group.mine.length === 0) merged.push(...theirsHere)
    else merged.push(...mineHere)
    const differ = mineHere.join('\n\n') !== theirsHere.join('\n\n')
    if (group.mine.length > 0 && group.theirs.length > 0 && differ) {
      clashes.push({ base: base.slice(group.from, group.to), mine: mineHere, theirs: theirsHere })
    }
    at = group.to
  }
  merged.push(...base.slice(at))
  return { text: merged.join('\n\n'), clashes }
}

/** What a writer did, in the smallest parts: as many paragraphs for as many are changed one by one. */
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

/** They meet when they share a paragraph, or when two different people put something in at the same place. */
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
