import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSie } from '../../../../tests/support/sie.ts'
import { type SieBooks, sieFile, sieText } from './sie.ts'

const books: SieBooks = {
  program: { name: 'Ekokommun', version: '1.0' },
  association: 'Föreningen Sveriges Ekokommuner',
  organisationNumber: '802409-4539',
  fiscalYear: { from: '2026-01-01', to: '2026-12-31' },
  accounts: [
    { number: '1510', name: 'Kundfordringar' },
    { number: '1930', name: 'Bank' },
    { number: '3890', name: 'Medlemsavgifter' },
  ],
  vouchers: [
    {
      series: 'A',
      number: 1,
      date: '2026-02-02',
      text: 'Faktura 20260001, Åmåls kommun',
      rows: [
        { account: '1510', amountOre: 1_657_360, text: 'Åmåls kommun' },
        { account: '3890', amountOre: -1_657_360, text: 'Avgift "2026"' },
      ],
    },
  ],
  generatedOn: '2026-03-01',
}

const [voucher] = books.vouchers
const withRows = (rows: SieBooks['vouchers'][number]['rows']): SieBooks => ({
  ...books,
  vouchers: voucher ? [{ ...voucher, rows }] : [],
})
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

describe('a SIE file', () => {
  test('is of type 4 in code page 437, one record a line', () => {
    const lines = latin1(sieFile(books)).split('\r\n')
    expect(lines).toEqual([
      '#FLAGGA 0',
      '#PROGRAM "Ekokommun" "1.0"',
      '#FORMAT PC8',
      '#GEN 20260301',
      '#SIETYP 4',
      '#ORGNR 802409-4539',
      '#FNAMN "F\x94reningen Sveriges Ekokommuner"',
      '#RAR 0 20260101 20261231',
      '#KONTO 1510 "Kundfordringar"',
      '#KONTO 1930 "Bank"',
      '#KONTO 3890 "Medlemsavgifter"',
      '#VER "A" 1 20260202 "Faktura 20260001, \x8fm\x86ls kommun"',
      '{',
      '#TRANS 1510 {} 16573.60 20260202 "\x8fm\x86ls kommun"',
      '#TRANS 3890 {} -16573.60 20260202 "Avgift \\"2026\\""',
      '}',
      '',
    ])
  })

  test.each([
    ['ÅÄÖåäöéÉüÜ', [0x8f, 0x8e, 0x99, 0x86, 0x84, 0x94, 0x82, 0x90, 0x81, 0x9a]],
    ['ß', [0xe1]],
    ['½·²', [0xab, 0xfa, 0xfd]],
  ])('writes %s as code page 437 does', (text, bytes) => {
    const file = sieFile({ ...books, association: text })
    const at = latin1(file).indexOf('#FNAMN "') + '#FNAMN "'.length
    expect([...file.slice(at, at + bytes.length + 1)]).toEqual([...bytes, 0x22])
  })

  test.each([
    ['Bræk & Øst – “Ekøby”', 'Bræk & Ost - "Ekoby"'],
    ['A\u030amål', 'Åmål'],
    ['Õun Šćepanović', 'Oun Scepanovic'],
    ['rad ett\r\n\trad två\u0000', 'rad ett rad två'],
    ['🌱 grön 中', '? grön ?'],
    ['C:\\eko\\', 'C:/eko/'],
    ['1\u00a0000\u202f€', '1 000 EUR'],
  ])('takes the nearest of %j', (text, written) => {
    expect(sieText(text)).toBe(written)
    expect(readSie(sieFile({ ...books, association: text })).association).toBe(written)
  })

  test('is not written when a voucher does not balance or an account is unknown', () => {
    const debit = { account: '1510', amountOre: 100, text: '' }
    const credit = { account: '3890', amountOre: -100, text: '' }
    expect(() => sieFile(withRows([debit, credit]))).not.toThrow()
    expect(() => sieFile(withRows([debit, { ...credit, amountOre: -99 }]))).toThrow('does not balance: 1 öre')
    expect(() => sieFile(withRows([debit, { ...credit, account: '3740' }]))).toThrow('3740 is not declared')
    expect(() => sieFile(withRows([{ ...debit, amountOre: 0.5 }]))).toThrow('whole öre')
    expect(() => sieFile(withRows([]))).toThrow('no rows')
    expect(() => sieFile({ ...books, generatedOn: '1 mars' })).toThrow('Not a day')
    expect(() => sieFile({ ...books, organisationNumber: '802409-453' })).toThrow(
      'Not an organisation number',
    )
    expect(() => sieFile({ ...books, accounts: [{ number: '15 10', name: '' }] })).toThrow('Not an account')
    expect(() => sieFile({ ...books, accounts: books.accounts.concat(books.accounts) })).toThrow('twice')
  })

  const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
  const plainText = fc
    .array(fc.constantFrom(...'abcXYZ 0129"#{}[]\'/,.;:ÅÄÖåäöéüñæß½²│█≥'))
    .map((signs) => signs.join('').trim())
  const someRows = (text: fc.Arbitrary<string>) =>
    fc
      .array(fc.record({ amountOre: fc.integer({ min: -1e11, max: 1e11 }), text }), {
        minLength: 1,
        maxLength: 6,
      })
      .map((rows) => [
        ...rows.map((row) => ({ account: '1510', ...row })),
        { account: '3890', amountOre: -rows.reduce((sum, row) => sum + row.amountOre, 0) || 0, text: '' },
      ])
  const someVouchers = (text: fc.Arbitrary<string>) =>
    fc.array(
      fc.record({
        series: fc.constantFrom('A', 'B', 'Medl'),
        number: fc.integer({ min: 1, max: 99_999 }),
        date: fc.constantFrom('2026-01-01', '2026-12-31'),
        text,
        rows: someRows(text),
      }),
    )

  test('reads back as it was, letter by letter and öre by öre', () => {
    fc.assert(
      fc.property(someVouchers(plainText), plainText, (vouchers, association) => {
        const read = readSie(sieFile({ ...books, vouchers, association }))
        expect(read).toEqual({ ...books, vouchers, association })
      }),
    )
  })

  test('reads back whatever the texts are, with each letter as the format can have it', () => {
    fc.assert(
      fc.property(someVouchers(anyText), anyText, (vouchers, association) => {
        const bytes = sieFile({ ...books, vouchers, association })
        const read = readSie(bytes)
        expect(read.association).toBe(sieText(association))
        expect(read.vouchers).toEqual(
          vouchers.map((one) => ({
            ...one,
            text: sieText(one.text),
            rows: one.rows.map((row) => ({ ...row, text: sieText(row.text) })),
          })),
        )
        expect(latin1(bytes).replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}--[\x80-\x9f]]/v)
      }),
    )
  })
})
