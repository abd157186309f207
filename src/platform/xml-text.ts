/**
 * A text as XML 1.0 can carry it: without control characters other than tab and line feed, lone surrogates,
 * U+FFFE and U+FFFF (XML 1.0, production 2), every line end a line feed (section 2.11).
 */
export function xmlText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
}
