import { figureTitle, type KeyFigure } from '#domains/key-figures/index.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import type { Provenance } from './rules.ts'
import { textsOf } from './texts.ts'

/** Where a value of a form comes from, in words and numbers; empty where there is nothing to say. */
export interface ToldProvenance {
  figure: string
  year: number
  value: number | null
  unit: string
  conversion: string
  source: string
  reportedBy: string
  reportedOn: string
  approvedBy: string
  approvedOn: string
  comment: string
  remark: string
}

export function tellProvenance(
  { given, inhabitants, factor, divisor, fact, year }: Provenance,
  figures: Map<string, KeyFigure>,
  l: Locale,
): ToldProvenance {
  const t = textsOf(l)
  const titleOf = (id: string) => {
    const figure = figures.get(id)
    return figure ? figureTitle(figure, l) : id
  }
  const figure = given && figures.get(given.figureId)
  return {
    figure: given ? titleOf(given.figureId) : fact === 'constant' ? t.constant : t.inhabitants,
    year,
    value: given?.value ?? null,
    unit: figure ? inLanguage(figure.unit, l) : '',
    conversion: [
      ...(inhabitants === null ? [] : [t.times(l.number(inhabitants), year)]),
      ...(factor === null ? [] : [t.factor(written(factor, l))]),
      ...(divisor ? [t.divided(written(divisor.value, l), titleOf(divisor.figureId))] : []),
    ].join(', '),
    source: given
      ? given.origin === 'report'
        ? t.report(year)
        : given.source
      : fact === 'inhabitants'
        ? t.population
        : '',
    reportedBy: given?.reportedBy ?? '',
    reportedOn: given?.reportedOn ?? '',
    approvedBy: given?.approvedBy ?? '',
    approvedOn: given?.approvedOn ?? '',
    comment: given?.comment ?? '',
    remark: given?.madeUp || divisor?.madeUp ? t.madeUp : '',
  }
}

/** A number as it is, with the decimal sign of the language. */
export function written(value: number, l: Locale): string {
  return l.language === 'sv' ? String(value).replace('.', ',') : String(value)
}

/** The same as lines for a note on a cell or a paragraph of a page. */
export function provenanceLines(told: ToldProvenance, l: Locale): string[] {
  const t = textsOf(l).columns
  const line = (label: string, ...parts: (string | number | null)[]) => {
    const said = parts.filter((part) => part !== '' && part !== null).join(' ')
    return said ? [`${label}: ${said}`] : []
  }
  return [
    ...line(t.figure, told.figure, told.year),
    ...line(t.value, told.value === null ? null : written(told.value, l), told.unit),
    ...line(t.conversion, told.conversion),
    ...line(t.source, told.source),
    ...line(t.reportedBy, told.reportedBy, told.reportedOn),
    ...line(t.approvedBy, told.approvedBy, told.approvedOn),
    ...line(t.comment, told.comment),
    ...line(t.remark, told.remark),
  ]
}
