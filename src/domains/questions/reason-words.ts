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

/** Why somebody is asked, one phrase for each reason. Likeness and a better curve are told in one. */
export function reasonWords(reasons: Reason[], telling: Telling): string[] {
  const improved = reasons.find(({ kind }) => kind === 'improved')
  const alike = reasons.find(({ kind }) => kind === 'alike')
  if (improved?.kind !== 'improved' || alike?.kind !== 'alike') {
    return reasons.map((reason) => phraseOf(reason, telling))
  }
  const t = textsOf(telling.l).reasons
  return reasons
    .filter((reason) => reason !== alike)
    .map((reason) =>
      reason === improved
        ? t.alikeAndImproved(improved.organisation, improved.number, telling.voice)
        : phraseOf(reason, telling),
    )
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
