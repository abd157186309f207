import { diffArrays, diffWordsWithSpace } from 'diff'
import { splitText } from './paragraphs.ts'

/** A run of words that stayed, came or went. */
export interface Run {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** A paragraph with what has become of it. */
export interface ParagraphChange {
  kind: 'same' | 'changed' | 'added' | 'removed'
  runs: Run[]
}

/** Intl's own words, so that "år" and "2030" are never cut in two. */
const words = new Intl.Segmenter('sv', { granularity: 'word' })

/** What has changed between two texts: paragraph by paragraph, and in each changed one word by word. */
export function differencesOf(before: string, after: string): ParagraphChange[] {
  const changes: ParagraphChange[] = []
  let gone: string[] = []
  const closeGone = () => {
    changes.push(...gone.map((text) => whole('removed', text)))
    gone = []
  }
  for (const { added, removed, value } of diffArrays(splitText(before), splitText(after))) {
    if (removed) {
      gone = value
      continue
    }
    if (added) {
      const pairs = Math.min(gone.length, value.length)
      for (const [i, text] of value.entries()) {
        const old = gone[i]
        changes.push(i < pairs && old !== undefined ? wordsChanged(old, text) : whole('added', text))
      }
      gone = gone.slice(pairs)
    }
    closeGone()
    if (!added) changes.push(...value.map((text) => whole('same', text)))
  }
  closeGone()
  return changes
}

/** Beyond so many changed words two paragraphs have nothing in common, and to look for it would take minutes. */
const mostChanges = 2000

/** The same, word by word in one piece of text. */
export function wordsChanged(before: string, after: string): ParagraphChange {
  const changes = diffWordsWithSpace(before, after, { intlSegmenter: words, maxEditLength: mostChanges })
  const runs: Run[] = changes
    ? changes.map(({ added, removed, value }) => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value,
      }))
    : [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ]
  return { kind: 'changed', runs }
}

const whole = (kind: 'same' | 'added' | 'removed', text: string): ParagraphChange => ({
  kind,
  runs: [{ kind, text }],
})
