import { z } from 'zod'
import { association, firstLanguage } from '#platform/association.ts'
import { type Locale, localeOf, signOf, withCurrency } from '#platform/i18n.ts'

const { currency } = association.country

/** The day on which the inhabitants of a year are counted. */
export const populationDay = (year: number): string => `${year}-${association.country.population_day}`

/** What stands beside amounts: `kr`, `SEK`, `$`. */
export const currencySign = (l: Locale): string => signOf(l, currency)

/** An amount in hundredths of the currency as people read it: `16 573,60 kr`, `SEK 16,573.60`, `$16,573.60`. */
export function kronor(l: Locale, ore: number): string {
  return withCurrency(l, currency, unbroken(l.number(ore / 100, 2)))
}

/** The same without öre where there are none: `4 000 kr`. */
export function shortKronor(l: Locale, ore: number): string {
  if (ore % 100 !== 0) return kronor(l, ore)
  return withCurrency(l, currency, unbroken(l.number(ore / 100)))
}

/** An amount stays on one line: thin spaces between its thousands become narrow ones that never break. */
const unbroken = (number: string) => number.replaceAll('\u2009', '\u202f')

const decimalMark = localeOf(firstLanguage).language === 'sv' ? ',' : '.'

/** What a field for an amount shows, as it is written where the association is: `4000`, `0,30` or `0.30`. */
export function typedKronor(ore: number): string {
  return ore % 100 === 0 ? String(ore / 100) : (ore / 100).toFixed(2).replace('.', decimalMark)
}

/**
 * An amount in kronor as somebody types it, `4 000`, `4000,50` or `0.30`, read into whole öre. Never by way of
 * floating point, so that every öre is the one that was typed.
 */
export function amount(wrong: string, { max = 1_000_000_00, min = 0 } = {}) {
  return z.string(wrong).transform((typed, context) => {
    const [, kronor, ore = ''] =
      /^(\d{1,10})(?:[.,](\d{1,2}))?$/.exec(typed.replace(/[\s\u00a0\u2009$]|kr$/g, '')) ?? []
    const value = kronor === undefined ? Number.NaN : Number(kronor) * 100 + Number(ore.padEnd(2, '0'))
    if (value >= min && value <= max) return value
    context.addIssue({ code: 'custom', message: wrong })
    return z.NEVER
  })
}

/** A whole number as somebody types it, with or without spaces between the thousands. */
export function wholeNumber(wrong: string, { min, max }: { min: number; max: number }) {
  return z.string(wrong).transform((typed, context) => {
    const digits = typed.replace(/[\s\u00a0\u2009]/g, '')
    const value = /^\d{1,12}$/.test(digits) ? Number(digits) : Number.NaN
    if (value >= min && value <= max) return value
    context.addIssue({ code: 'custom', message: wrong })
    return z.NEVER
  })
}
