import type { Audience } from './tables.ts'

/** Who looks: somebody without login, a member of the network, or the person itself. */
export type Viewer = 'visitor' | 'member' | 'self'

/** Whether something with an audience may be shown to who looks. */
export function mayBeShown(audience: Audience, viewer: Viewer): boolean {
  return viewer === 'self' || audience === 'everyone' || (audience === 'members' && viewer === 'member')
}

/** Size classes of municipalities by inhabitants; the upper limit is not part of the class. */
export const sizes = {
  liten: { from: 0, below: 15_000 },
  mellan: { from: 15_000, below: 50_000 },
  stor: { from: 50_000, below: 200_000 },
  storst: { from: 200_000, below: 100_000_000 },
} as const
export type Size = keyof typeof sizes

/** The size class of so many inhabitants. */
export function sizeClass(inhabitants: number): Size {
  if (inhabitants < sizes.liten.below) return 'liten'
  if (inhabitants < sizes.mellan.below) return 'mellan'
  return inhabitants < sizes.stor.below ? 'stor' : 'storst'
}

const emptyWords = new Set(
  'och eller med som för att den det till från han hon var vad hur vem kan the and for with who'.split(' '),
)

/** The words that a search is about, at most six, without those that say nothing. */
export function searchWords(typed: string): string[] {
  const words = typed
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
  const telling = words.filter((word) => !emptyWords.has(word))
  return (telling.length > 0 ? telling : words).slice(0, 6)
}

/** How many may be written to: in one message, and by one person in a day. */
export const messageLimits = { recipients: 25, messagesADay: 20, recipientsADay: 100 } as const

export const contactsPerPage = 20
/** Counted no further: who finds more than these has to ask more closely anyway. */
export const mostCounted = 1000
