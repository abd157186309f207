/** The languages of the interface. Swedish is the reference. */
export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

const tags: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' }
const thinSpace = '\u2009'

/** How one language writes addresses, numbers and dates. Pages get one and pass it on. */
export interface Locale {
  language: Language
  /** Adds the language to an address of this site: `/om` is `/en/om` in English. */
  href(path: string): string
  /** A number with exactly so many decimals: `1 234,5`. */
  number(value: number, decimals?: number): string
  /** A number with its sign, for differences: `+3,1`, `−0,4`. */
  signed(value: number, decimals?: number): string
  /** A share between 0 and 1 as per cent. */
  percent(share: number): string
  /** `28 april 2026`, from a date or `YYYY-MM-DD`. */
  date(day: Date | string): string
  /** Day and time in Stockholm: `28 april 2026 kl. 14.05`. */
  moment(time: Date): string
  /** The time of day in Stockholm: `14.05`. */
  clock(time: Date): string
  /** `a, b och c`. */
  list(items: string[]): string
  compare(a: string, b: string): number
}

function createLocale(language: Language): Locale {
  const tag = tags[language]
  const formats = new Map<number, Intl.NumberFormat>()
  const number = (value: number, decimals = 0) => {
    let format = formats.get(decimals)
    if (!format) {
      format = new Intl.NumberFormat(tag, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      })
      formats.set(decimals, format)
    }
    const text = format.format(value)
    const shown = language === 'sv' ? text.replaceAll('\u00a0', thinSpace) : text
    return shown.replace(/^[-−](?=0(?:[.,]0*)?$)/, '').replace(/^-/, '−')
  }
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'Europe/Stockholm' })
  const moments = new Intl.DateTimeFormat(tag, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  })
  const clocks = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone: 'Europe/Stockholm' })
  // Swedish writes a full stop between hours and minutes.
  const stopped = (time: string) => (language === 'sv' ? time.replace(/(\d\d):(\d\d)$/, '$1.$2') : time)
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' })
  const collator = new Intl.Collator(tag)
  return {
    language,
    href: (path) => (language === 'sv' ? path : path === '/' ? '/en' : `/en${path}`),
    number,
    signed: (value, decimals = 0) => {
      const text = number(value, decimals)
      return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
    },
    percent: (share) => `${number(share * 100)}${language === 'sv' ? '\u00a0' : ''}%`,
    date: (day) => dates.format(typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day),
    moment: (time) => stopped(moments.format(time)),
    clock: (time) => stopped(clocks.format(time)),
    list: (items) => lists.format(items),
    compare: collator.compare,
  }
}

const locales: Record<Language, Locale> = { sv: createLocale('sv'), en: createLocale('en') }

export function localeOf(language: Language): Locale {
  return locales[language]
}

/** Picks the text of a language from a pair such as `{ sv, en }`. */
export function inLanguage<T>(texts: Record<Language, T>, locale: Locale): T {
  return texts[locale.language]
}

/** The text of the reader's language, or of the other one where it is told in that alone. */
export function toldIn<T>(
  texts: Partial<Record<Language, T | null>>,
  locale: Locale,
): { language: Language; text: T } | null {
  for (const language of [locale.language, ...languages]) {
    const text = texts[language]
    if (text !== undefined && text !== null) return { language, text }
  }
  return null
}

/** What to say of the language of a text in the page of another language; undefined when they are the same. */
export function otherLanguage(language: Language, locale: Locale): Language | undefined {
  return language === locale.language ? undefined : language
}
