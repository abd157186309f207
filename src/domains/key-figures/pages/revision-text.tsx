import { inLanguage, otherLanguage } from '#platform/i18n.ts'
import type { KeyFigure } from '../figure.ts'
import type { KnownValue, Revision } from '../revision-queries.ts'
import { knownDay } from '../selection.ts'
import { amount, type Voice } from '../sentences.ts'

/** A value in words, or why there is none; null is a value that was withdrawn. */
export function written(known: KnownValue | null, figure: KeyFigure, voice: Voice): string {
  if (known === null) return voice.t.revisions.withdrawn
  return known.value === null
    ? voice.t.missing[known.missing ?? 'not-reported']
    : amount(figure, known.value, voice)
}

/** Why a value was corrected: what is noted, what the organisation says, what the secretariat explains. */
export function whyOf(revision: Revision, { l, t }: Voice): string {
  const { reason, comment, explanation, after } = revision
  const noted = reason ? inLanguage(reason, l) : after ? t.revisions.noReason : t.revisions.withdrawnBySource
  return [
    /[.!?]$/.test(noted) ? noted : `${noted}.`,
    ...(comment ? [t.revisions.says(revision.organisationName, comment)] : []),
    ...(explanation ? [t.revisions.explains(inLanguage(explanation, l))] : []),
  ].join(' ')
}

/** The same on a page, where what is told in another language than the page says so. */
export function Why({ revision, voice }: { revision: Revision; voice: Voice }) {
  const lang = revision.reason ? otherLanguage(voice.l.language, voice.l) : undefined
  const why = whyOf(revision, voice)
  return lang ? <span lang={lang}>{why}</span> : why
}

/** The day in Stockholm on which a correction became known. */
export function dayOf({ knownFrom }: Pick<Revision, 'knownFrom'>): string {
  return knownDay(knownFrom)
}
