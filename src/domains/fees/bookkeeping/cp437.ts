/** The signs 0x80 to 0xFE of IBM code page 437, in order; 0xFF, the no-break space, is written as a space. */
const upper =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ' +
  'áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■'

const codes = new Map([...upper].map((sign, i) => [sign, 0x80 + i]))

/** What stands for letters and signs that neither are in the code page nor come apart into ones that are. */
const nearest = new Map([
  ...Object.entries({
    Ø: 'O',
    ø: 'o',
    Ð: 'D',
    ð: 'd',
    Đ: 'D',
    đ: 'd',
    Þ: 'Th',
    þ: 'th',
    Ł: 'L',
    ł: 'l',
    ı: 'i',
  }),
  ...Object.entries({
    Œ: 'OE',
    œ: 'oe',
    ẞ: 'SS',
    '‘': "'",
    '’': "'",
    '‚': "'",
    '“': '"',
    '”': '"',
    '„': '"',
  }),
  ...Object.entries({ '§': 'par.', '©': '(c)', '®': '(r)', '•': '·', '…': '...' }),
  ...Object.entries({ '‐': '-', '‑': '-', '–': '-', '—': '-', '−': '-', '€': 'EUR' }),
])

/**
 * Text with only signs that code page 437 has (SIE: “PC8”): a letter that is missing becomes the nearest one, `õ` an
 * `o`, and what is like nothing becomes `?`. Control characters and line breaks become spaces, each run of them one.
 */
export function inCp437(text: string): string {
  return [...text.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')].map(fitting).join('')
}

function fitting(sign: string): string {
  if (/^[ -~]$/.test(sign) || codes.has(sign)) return sign
  if (/^\p{Zs}$/u.test(sign)) return ' '
  const near = nearest.get(sign)
  if (near !== undefined) return near
  const apart = [...sign.normalize('NFKD').replace(/\p{M}/gu, '')]
  return (
    apart.map((one) => (/^[ -~]$/.test(one) || codes.has(one) ? one : (nearest.get(one) ?? '?'))).join('') ||
    '?'
  )
}

/** The bytes of a text that `inCp437` has made; line breaks stay. Throws RangeError for a sign that has no byte. */
export function cp437Bytes(text: string): Uint8Array {
  return Uint8Array.from([...text], (sign) => {
    const code = /^[\r\n -~]$/.test(sign) ? sign.charCodeAt(0) : codes.get(sign)
    if (code === undefined) throw new RangeError(`Not in code page 437: ${sign}`)
    return code
  })
}
