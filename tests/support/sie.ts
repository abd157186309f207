import type { SieBooks } from '../../src/domains/fees/bookkeeping/sie.ts'

// Code page 437 by its official table, each sign with its code in hexadecimal, apart from what the product has.
const upper = [
  'ÇüéâäàåçêëèïîìÄÅ',
  'ÉæÆôöòûùÿÖÜ¢£¥₧ƒ',
  'áíóúñÑªº¿⌐¬½¼¡«»',
  '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐',
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧',
  '╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀',
  'αßΓπΣσµτΦΘΩδ∞φε∩',
  '≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
].join('')

/** Reads a SIE file of the kind that the program writes. Throws for a line that it does not know. */
export function readSie(bytes: Uint8Array): SieBooks {
  const text = Array.from(bytes, (code) =>
    code < 0x80 ? String.fromCharCode(code) : (upper[code - 0x80] ?? ''),
  ).join('')
  const books: SieBooks = {
    program: { name: '', version: '' },
    association: '',
    organisationNumber: '',
    fiscalYear: { from: '', to: '' },
    accounts: [],
    vouchers: [],
    generatedOn: '',
  }
  for (const line of text.split('\r\n').filter(Boolean)) {
    const [label = '', a = '', b = '', c = '', d = '', e = ''] = fieldsOf(line)
    const voucher = books.vouchers.at(-1)
    if (label === '#PROGRAM') books.program = { name: a, version: b }
    else if (label === '#FNAMN') books.association = a
    else if (label === '#ORGNR') books.organisationNumber = a
    else if (label === '#GEN') books.generatedOn = dayOf(a)
    else if (label === '#RAR') books.fiscalYear = { from: dayOf(b), to: dayOf(c) }
    else if (label === '#KONTO') books.accounts.push({ number: a, name: b })
    else if (label === '#VER')
      books.vouchers.push({ series: a, number: Number(b), date: dayOf(c), text: d, rows: [] })
    else if (label === '#TRANS' && voucher && b === '{}' && dayOf(d) === voucher.date)
      voucher.rows.push({ account: a, amountOre: Number(c.replace('.', '')) || 0, text: e })
    else if (!['#FLAGGA', '#FORMAT', '#SIETYP', '{', '}'].includes(label)) throw new Error(`Unknown: ${line}`)
  }
  return books
}

function fieldsOf(line: string): string[] {
  const fields = [...line.matchAll(/"((?:[^"\\]|\\")*)"|([^\s"]+)/g)]
  return fields.map(([, quoted, bare = '']) => quoted?.replaceAll('\\"', '"') ?? bare)
}

function dayOf(text: string): string {
  return text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
}
