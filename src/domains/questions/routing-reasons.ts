import type { Grounds } from './routing.ts'
import type { Reason } from './rules/reason.ts'
import type { Pick, Signal } from './rules/routing.ts'

/** Somebody whom who asks has chosen. */
export type NamedPick = Pick & { named: true }

/** So many reasons are told. */
const mostReasons = 6

/** Why somebody was picked, with the names that it is told by. */
export function reasonsOf(pick: Pick | NamedPick, grounds: Grounds): Reason[] {
  const named: Reason[] = 'named' in pick ? [{ kind: 'named' }] : []
  return [...named, ...pick.signals.map((signal) => reasonOf(signal, pick, grounds))].slice(0, mostReasons)
}

/** A signal with the names that it is told by. */
function reasonOf(signal: Signal, { organisationCode }: Pick, grounds: Grounds): Reason {
  const organisation = organisationName(grounds, organisationCode)
  switch (signal.kind) {
    case 'example':
      return { ...signal, title: grounds.examples.get(signal.exampleId) ?? '' }
    case 'knows':
      return signal
    case 'subject': {
      const { sv = '', en = '' } = grounds.subjects.get(signal.subjectId) ?? {}
      return { kind: 'subject', sv, en }
    }
    case 'improved':
    case 'reports':
      return { ...signal, number: grounds.figures.get(signal.figureId) ?? '', organisation }
    case 'alike':
      return { kind: 'alike', organisation }
  }
}

/** The name of an organisation, or its code where it has none. */
export function organisationName({ directory }: Grounds, code: string): string {
  return directory.byCode.get(code)?.name ?? code
}
