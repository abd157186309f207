import type { Role } from '#domains/accounts/index.ts'
import type { LetterKind } from './tables.ts'

/** The kinds of letters, in the order of the pages. Each can be declined by itself. */
export const letterKinds: readonly LetterKind[] = ['news', 'invitations', 'key-figures', 'association']

/** To whom a letter goes: holders of the roles, in members that fit all the rest. Empty lists do not narrow. */
export interface Audience {
  roles: Role[]
  counties: string[]
  kinds: ('municipality' | 'region')[]
  /** Only members where nobody holds this role today. */
  lacking: Role | ''
  /** Only these organisations. */
  organisations: string[]
  observers: boolean
}

export const nobody: Audience = {
  roles: [],
  counties: [],
  kinds: [],
  lacking: '',
  organisations: [],
  observers: false,
}

/** The text of a letter for one person: `{namn}` and `{kommun}` are filled in, everything else stays as written. */
export function personalText(
  text: string,
  { name, organisation }: { name: string; organisation: string },
): string {
  return text.replace(/\{(namn|kommun)\}/g, (_, field) => (field === 'namn' ? name : organisation))
}

/** The paragraphs of a letter: blank lines part them. */
export function paragraphsOf(body: string): string[] {
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
}
