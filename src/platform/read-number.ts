/** How a typed number was understood, or why it was not. */
export type ReadNumber = { value: number } | { fault: 'empty' | 'not-a-number' | 'ambiguous' }

/**
 * A number as people type it: `1 234,5`, `1234.5`, `1.234,5`, `1,234.5`, with any space or apostrophe between
 * thousands. With both signs the last one is the decimal sign. A lone comma is one too, as Swedes write; a lone point
 * before exactly three digits could be either (`1.234`) and is ambiguous, unless what stands before it is 0.
 */
export function readNumber(typed: string): ReadNumber {
  const text = typed.replace(/[\s\u00a0\u2009\u202f'’]/g, '').replace(/^[−–]/, '-')
  if (text === '') return { fault: 'empty' }
  const [, sign = '', digits = ''] = /^(-?)([\d.,]+)$/.exec(text) ?? []
  if (!/\d/.test(digits)) return { fault: 'not-a-number' }
  const signs = digits.replace(/\d/g, '')
  if (signs.length === 0) return finite(`${sign}${digits}`)
  const last = signs.at(-1) ?? ''
  const others = signs.slice(0, -1)
  const at = digits.lastIndexOf(last)
  const [whole, rest] = [digits.slice(0, at), digits.slice(at + 1)]
  if (signs.length === 1) {
    if (rest === '' || whole === '') return { fault: 'not-a-number' }
    if (last === '.' && rest.length === 3 && whole !== '0') return { fault: 'ambiguous' }
    return finite(`${sign}${whole}.${rest}`)
  }
  const groups = others === last.repeat(others.length)
  // The same sign again and again parts thousands; another one before it does.
  if (groups)
    return /^\d{1,3}([.,]\d{3})+$/.test(digits)
      ? finite(sign + digits.replace(/[.,]/g, ''))
      : { fault: 'not-a-number' }
  const thousands = others[0] ?? ''
  const isGrouped = others === thousands.repeat(others.length) && /^\d{1,3}([.,]\d{3})+$/.test(whole)
  return isGrouped && rest !== ''
    ? finite(`${sign}${whole.replaceAll(thousands, '')}.${rest}`)
    : { fault: 'not-a-number' }
}

function finite(text: string): ReadNumber {
  const value = Number(text)
  return Number.isFinite(value) && Math.abs(value) < 1e15 ? { value } : { fault: 'not-a-number' }
}
