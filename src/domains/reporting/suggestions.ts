import type { KeyFigure, Reader } from '#domains/key-figures/index.ts'
import { latestPopulation, organisationsNamed } from '#domains/members/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { typedNumber } from './answer-form.ts'
import { findAnswerBefore } from './answer-queries.ts'
import type { Report } from './report-queries.ts'
import { textsOf } from './texts.ts'

/** What saves somebody looking it up. */
export interface Suggestions {
  /** Filled in before anybody types; empty when nothing is known for the very year. */
  denominator: string
  /** Where the denominator comes from, or what it was before. */
  denominatorHint: string | undefined
  /** What the member said of its last value. */
  comment: string
}

/** The year's inhabitants where a figure is divided by them, else what was answered the last time. */
export async function suggestionsFor(
  reader: Reader,
  l: Locale,
  report: Report,
  figure: KeyFigure,
): Promise<Suggestions> {
  const t = textsOf(l).figure
  const { code, year } = report
  const [directory, before] = await Promise.all([
    organisationsNamed(reader, { codes: [code] }),
    findAnswerBefore(reader.db, { code, figureId: figure.id, year }),
  ])
  const comment = before?.comment ?? ''
  const organisation = directory.byCode.get(code)
  if (organisation && figure.denominator?.sv.startsWith('invånare')) {
    const ofYear = organisation.populations.find((population) => population.year === year)
    const known = ofYear ?? latestPopulation(organisation)
    return {
      denominator: ofYear ? typedNumber(ofYear.inhabitants) : '',
      denominatorHint: known && t.inhabitants(l.number(known.inhabitants), known.year),
      comment,
    }
  }
  const last = before?.denominator ?? null
  return {
    denominator: '',
    denominatorHint: last === null ? undefined : t.lastTime(typedNumber(last)),
    comment,
  }
}
