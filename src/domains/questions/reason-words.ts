import type { Locale } from '#platform/i18n.ts'
import type { Reason } from './rules/reason.ts'
import type { Voice } from './texts.sv.ts'
import { textsOf } from './texts.ts'

export interface Telling {
  l: Locale
  voice: Voice
  /** Names of those who suggested somebody, by their id. */
  names?: Map<number, { name: string }>
}

/** Why somebody is asked, one phrase for each kind of reason. Likeness and a better curve are told in one. */
export function reasonWords(reasons: Reason[], telling: Telling): string[] {
  const { l, voice } = telling
  const t = textsOf(l).reasons
  const subjects = reasons.flatMap((reason) => (reason.kind === 'subject' ? [reason[l.language]] : []))
  const improved = reasons.find((reason) => reason.kind === 'improved')
  const alike = reasons.some(({ kind }) => kind === 'alike')
  const firstOfKind = reasons.filter((one, i) => reasons.findIndex(({ kind }) => kind === one.kind) === i)
  return firstOfKind
    .filter(({ kind }) => kind !== 'alike' || !improved)
    .map((reason) => {
      if (reason.kind === 'subject' && subjects.length > 1) return t.subjects(l.list(subjects), voice)
      if (reason.kind === 'improved' && alike) {
        return t.alikeAndImproved(reason.organisation, reason.number, voice)
      }
      return phraseOf(reason, telling)
    })
}

function phraseOf(reason: Reason, { l, voice, names }: Telling): string {
  const t = textsOf(l).reasons
  switch (reason.kind) {
    case 'named':
      return t.named[voice]
    case 'suggested':
      return t.suggested(names?.get(reason.by)?.name ?? t.colleague, voice)
    case 'example':
      return t.example(reason.title, voice)
    case 'knows':
      return t.knows(l.list(reason.words), voice)
    case 'subject':
      return t.subject(reason[l.language], voice)
    case 'improved':
      return t.improved(reason.organisation, reason.number)
    case 'reports':
      return t.reports(reason.organisation, reason.number, voice)
    case 'alike':
      return t.alike(reason.organisation, voice)
  }
}
