import { xmlText as anyXmlText } from '#platform/xml-text.ts'

/**
 * A text as XML can carry it; undefined when nothing can be seen of it, since Peppol allows no empty elements
 * (PEPPOL-EN16931-R008).
 */
export function xmlText(text: string): string | undefined {
  const kept = anyXmlText(text)
  return kept.trim() === '' ? undefined : kept
}

/**
 * Öre as kronor with two decimals: `1657360` is `16573.60`. Written digit by digit, so that no öre is lost to
 * floating point (EN 16931, BR-DEC-09 to 24). Throws RangeError for anything but whole öre.
 */
export function xmlKronor(ore: number): string {
  if (!Number.isSafeInteger(ore)) throw new RangeError(`Not whole öre: ${ore}`)
  const digits = String(Math.abs(ore)).padStart(3, '0')
  return `${ore < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A quantity as an XML decimal, which has no exponent. Throws RangeError for what is no finite number. */
export function xmlQuantity(quantity: number): string {
  if (!Number.isFinite(quantity)) throw new RangeError(`Not a quantity: ${quantity}`)
  const digits = String(quantity)
  return digits.includes('e') ? quantity.toFixed(20) : digits
}
