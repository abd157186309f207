import { cp437Bytes, inCp437 } from './cp437.ts'

/** What goes into a SIE file. Money is integer öre, days are `YYYY-MM-DD`. */
export interface SieBooks {
  /** The program that makes the file. */
  program: { name: string; version: string }
  association: string
  /** Ten digits, with or without hyphen. */
  organisationNumber: string
  fiscalYear: { from: string; to: string }
  accounts: { number: string; name: string }[]
  vouchers: SieVoucher[]
  generatedOn: string
}

export interface SieVoucher {
  series: string
  number: number
  date: string
  text: string
  /** Debit is positive, credit negative; together zero. */
  rows: { account: string; amountOre: number; text: string }[]
}

/** Books that cannot be written: a voucher that does not balance, an account that is not declared, a field's form. */
export class UnfitBooks extends Error {
  override readonly name = 'UnfitBooks'
}

/**
 * Vouchers as a file of type 4I for an accounting program to take in, by the format of SIE-Gruppen, “SIE filformat”
 * version 4: code page 437, one record a line, lines end with CR LF. Throws UnfitBooks.
 */
export function sieFile(books: SieBooks): Uint8Array {
  const { program, fiscalYear, accounts } = books
  const numbers = new Set(accounts.map(({ number }) => number))
  if (numbers.size !== accounts.length) throw new UnfitBooks('An account is declared twice')
  const head = [
    '#FLAGGA 0',
    `#PROGRAM ${quoted(program.name)} ${quoted(program.version)}`,
    '#FORMAT PC8',
    `#GEN ${dayOf(books.generatedOn)}`,
    '#SIETYP 4',
    `#ORGNR ${organisationOf(books.organisationNumber)}`,
    `#FNAMN ${quoted(books.association)}`,
    `#RAR 0 ${dayOf(fiscalYear.from)} ${dayOf(fiscalYear.to)}`,
    ...accounts.map(({ number, name }) => `#KONTO ${digitsOf(number)} ${quoted(name)}`),
  ]
  const lines = [...head, ...books.vouchers.flatMap((voucher) => voucherLines(voucher, numbers))]
  return cp437Bytes(lines.map((line) => `${line}\r\n`).join(''))
}

function voucherLines({ series, number, date, text, rows }: SieVoucher, accounts: Set<string>): string[] {
  const name = `Voucher ${series}${number}`
  if (rows.length === 0) throw new UnfitBooks(`${name} has no rows`)
  for (const { account, amountOre } of rows) {
    if (!accounts.has(account)) throw new UnfitBooks(`${name}: account ${account} is not declared`)
    if (!Number.isSafeInteger(amountOre)) throw new UnfitBooks(`${name}: ${amountOre} is not whole öre`)
  }
  const sum = rows.reduce((total, { amountOre }) => total + BigInt(amountOre), 0n)
  if (sum !== 0n) throw new UnfitBooks(`${name} does not balance: ${sum} öre`)
  if (!Number.isSafeInteger(number) || number < 1) throw new UnfitBooks(`${name}: the number is not one`)
  const day = dayOf(date)
  return [
    `#VER ${quoted(series)} ${number} ${day} ${quoted(text)}`,
    '{',
    ...rows.map((row) => `#TRANS ${row.account} {} ${kronorOf(row.amountOre)} ${day} ${quoted(row.text)}`),
    '}',
  ]
}

/**
 * What a text is in the file: in code page 437, without control characters and without white space at its ends. A
 * backslash becomes a slash, as the format knows it only before a quotation mark.
 */
export function sieText(text: string): string {
  return inCp437(text).replaceAll('\\', '/').trim()
}

function quoted(text: string): string {
  return `"${sieText(text).replaceAll('"', '\\"')}"`
}

/** Öre as kronor with a point and two decimals: `-16573.60`. */
function kronorOf(ore: number): string {
  const digits = String(Math.abs(ore)).padStart(3, '0')
  return `${ore < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function dayOf(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new UnfitBooks(`Not a day: ${day}`)
  return day.replaceAll('-', '')
}

function organisationOf(number: string): string {
  const digits = number.replace('-', '')
  if (!/^\d{10}$/.test(digits)) throw new UnfitBooks(`Not an organisation number: ${number}`)
  return `${digits.slice(0, 6)}-${digits.slice(6)}`
}

function digitsOf(account: string): string {
  if (!/^\d{1,10}$/.test(account)) throw new UnfitBooks(`Not an account: ${account}`)
  return account
}
