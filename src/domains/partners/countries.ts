import type { Locale } from '#platform/i18n.ts'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const known = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
/** Codes that stand for no country, or for one that is no more. */
const notCountries = new Set(
  'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH NT QO QU RH SU TA TP UN VD XA XB YD YU ZR ZZ'.split(' '),
)

/** The countries of ISO 3166-1, by their two letters. */
export const countryCodes: readonly string[] = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => !notCountries.has(code) && known.of(code) !== undefined)

/** What a country is called in the language of the page. */
export function countryName(l: Locale, code: string): string {
  return new Intl.DisplayNames([l.tag], { type: 'region' }).of(code) ?? code
}

/** Every country to choose from, by its name. */
export function countryOptions(l: Locale): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([l.tag], { type: 'region' })
  return countryCodes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => l.compare(a.label, b.label))
}
