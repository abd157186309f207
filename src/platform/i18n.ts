import { createWording, type Wording } from './wording.ts'

/** The languages that every page and every fact can be told in. Swedish is the reference. */
export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

/** The languages of the interface: those, and the ones that some pages are translated to. */
export const tongues = [...languages, 'fi'] as const
export type Tongue = (typeof tongues)[number]

/** How a language names itself, how numbers and dates are written in it, and in which language it takes its facts. */
const kinds: Record<Tongue, { label: string; tag: string; facts: Language }> = {
  sv: { label: 'Svenska', tag: 'sv-SE', facts: 'sv' },
  en: { label: 'English', tag: 'en-GB', facts: 'en' },
  fi: { label: 'Suomi', tag: 'fi-FI', facts: 'en' },
}

/** What an association decides about how things are told. */
export interface Beginning {
  /** The language that stands at the root of the site, the others under their code: `/om`, `/en/om`. */
  first: Tongue
  /** How numbers and dates are written where it is not the usual way of a language: `{ en: 'en-US' }`. */
  formats: Partial<Record<Tongue, string | undefined>>
  timeZone: string
  /** What is called by another name than the interface does. */
  wording: Partial<Record<Language, Wording | undefined>>
}

const locales = new Map<Tongue, Locale>()
let first: Tongue = 'sv'
let formats: Beginning['formats'] = {}
let timeZone = 'Europe/Stockholm'
let wordings: Partial<Record<Tongue, <T>(texts: T) => T>> = {}

/** Says once, when the program starts, how this association tells things. */
export function beginWith(beginning: Beginning): void {
  ;({ first, formats, timeZone } = beginning)
  const { sv, en } = beginning.wording
  wordings = { sv: createWording(sv ?? {}), en: createWording(en ?? {}) }
  locales.clear()
}

/** What a language calls itself. */
export function ownNameOf(tongue: Tongue): string {
  return kinds[tongue].label
}

/** What addresses in a language begin with: nothing for the first one. */
export function prefixOf(tongue: Tongue): string {
  return tongue === first ? '' : `/${tongue}`
}
const thinSpace = '\u2009'

/** How one language writes addresses, numbers and dates. Pages get one and pass it on. */
export interface Locale {
  /** The language of facts and contents, and of everything that is not translated to {@link Locale.tongue}. */
  language: Language
  /** The language of the page. */
  tongue: Tongue
  /** Language and country, BCP 47: `sv-SE`. */
  tag: string
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
  /** Day and time where the association is: `28 april 2026 kl. 14.05`. */
  moment(time: Date): string
  /** The time of day where the association is: `14.05`. */
  clock(time: Date): string
  /** `a, b och c`. */
  list(items: string[]): string
  compare(a: string, b: string): number
}

function createLocale(tongue: Tongue): Locale {
  const { tag: usualTag, facts: language } = kinds[tongue]
  const tag = formats[tongue] ?? usualTag
  const numbers = new Map<number, Intl.NumberFormat>()
  const number = (value: number, decimals = 0) => {
    let format = numbers.get(decimals)
    if (!format) {
      format = new Intl.NumberFormat(tag, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      })
      numbers.set(decimals, format)
    }
    const text = format.format(value)
    const shown = tongue !== 'en' ? text.replaceAll('\u00a0', thinSpace) : text
    return shown.replace(/^[-−](?=0(?:[.,]0*)?$)/, '').replace(/^-/, '−')
  }
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone })
  const moments = new Intl.DateTimeFormat(tag, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  })
  const clocks = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone })
  // Swedish writes a full stop between hours and minutes.
  const stopped = (time: string) => (language === 'sv' ? time.replace(/(\d\d):(\d\d)$/, '$1.$2') : time)
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' })
  const collator = new Intl.Collator(tag)
  return {
    language,
    tongue,
    tag,
    href: (path) => (path === '/' ? prefixOf(tongue) || '/' : prefixOf(tongue) + path),
    number,
    signed: (value, decimals = 0) => {
      const text = number(value, decimals)
      return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
    },
    percent: (share) => `${number(share * 100)}${tongue === 'en' ? '' : '\u00a0'}%`,
    date: (day) => dates.format(typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day),
    moment: (time) => stopped(moments.format(time)),
    clock: (time) => stopped(clocks.format(time)),
    list: (items) => lists.format(items),
    compare: collator.compare,
  }
}

export function localeOf(tongue: Tongue): Locale {
  const made = locales.get(tongue) ?? createLocale(tongue)
  locales.set(tongue, made)
  return made
}

/** The sign of a currency as a language writes it: `kr`, `SEK`, `$`. */
export function signOf(l: Locale, currency: string): string {
  const parts = new Intl.NumberFormat(l.tag, { style: 'currency', currency }).formatToParts(1)
  return parts.find(({ type }) => type === 'currency')?.value ?? currency
}

/** An amount with its currency: `4 000 kr`, `SEK 4,000`, `$4,000`. */
export function withCurrency(l: Locale, currency: string, amount: string): string {
  const sign = signOf(l, currency)
  if (l.language === 'sv') return `${amount}\u00a0${sign}`
  return /^[A-Z]/.test(sign) ? `${sign}\u00a0${amount}` : `${sign}${amount}`
}

/** Texts in every language that all is told in, and perhaps in more. */
export type InLanguages<T> = Record<Language, T> & Partial<Record<Tongue, T>>

/**
 * Picks the text of the page's language from `{ sv, en }` or `{ sv, en, fi }`; without one, that of its facts. The
 * texts of a house come in the association's own words; a single text, which may be somebody's name, as it stands.
 */
export function inLanguage<T>(texts: InLanguages<T>, locale: Locale): T {
  const own = texts[locale.tongue]
  const picked = own ?? texts[locale.language]
  return typeof picked === 'object' ? inOwnWords(picked, own ? locale.tongue : locale.language) : picked
}

/** Texts of the interface in the words of the association. */
export function inOwnWords<T>(texts: T, tongue: Tongue): T {
  return wordings[tongue]?.(texts) ?? texts
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
  return language === locale.tongue ? undefined : language
}
