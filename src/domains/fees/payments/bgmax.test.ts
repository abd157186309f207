import { describe, expect, test } from 'vitest'
import { bgMax } from '../../../../tests/support/payment-files.ts'
import { readPaymentFile } from './read-payment-file.ts'

const { start, open, transfer, words, name, organisation, deposit, end, file } = bgMax
const read = (...records: string[]) => readPaymentFile(file(...records))

describe('a BgMax file', () => {
  test('tells its payments and deductions', () => {
    const taken = read(
      start(),
      open(),
      transfer('20', 1_657_360, '1382202600012'),
      name('Åmåls kommun'),
      '27Box 62'.padEnd(80),
      '28Åmål'.padEnd(80),
      organisation('2120001587'),
      transfer('21', 50_000, '1382202600020', '141'),
      deposit(1_607_360, 2),
      open('9912346'),
      transfer('20', 100, '', '0', '0'),
      words('medlemsavgift'),
      words('2026'),
      deposit(100, 1, '20260303'),
      end(2, 1, 0, 2),
    )
    expect(taken).toEqual({
      format: 'bgmax',
      messageId: '20260302173035010331',
      account: '50501055, 9912346',
      createdOn: '2026-03-02',
      skipped: 0,
      payments: [
        {
          identity: '50501055/2026-03-02/000000000140/1657360',
          bookedOn: '2026-03-02',
          amountOre: 1_657_360,
          currency: 'SEK',
          reference: '1382202600012',
          payerName: 'Åmåls kommun',
          payerOrganisationNumber: '2120001587',
          payerAccount: '3783511',
        },
        expect.objectContaining({ amountOre: -50_000, reference: '1382202600020', payerName: '' }),
        expect.objectContaining({
          identity: expect.stringMatching(/^sha256:/),
          bookedOn: '2026-03-03',
          reference: 'medlemsavgift 2026',
          payerAccount: '',
        }),
      ],
    })
  })

  const withExtra = (...extra: string[]) =>
    read(
      start(),
      open(),
      transfer('20', 5000, '26 34'),
      ...extra,
      deposit(5000, 1),
      end(1, 0, extra.length, 1),
    ).payments

  test('keeps several references on one payment as Bankgirot sends them, without amounts', () => {
    const extra = ['26', '34', '42'].map((reference) => transfer('22', 0, reference))
    expect(withExtra(...extra)).toMatchObject([{ amountOre: 5000, reference: '26 34 42' }])
  })

  test('gives each reference its own amount when the amounts add up', () => {
    expect(withExtra(transfer('22', 7000, '26'), transfer('23', 2000, '34'))).toMatchObject([
      { amountOre: 7000, reference: '26' },
      { amountOre: -2000, reference: '34' },
    ])
    expect(withExtra(transfer('22', 2000, '26'), transfer('22', 2000, '34'))).toMatchObject([
      { amountOre: 5000 },
    ])
  })

  test('tells two like payments apart, and the same ones again', () => {
    const one = transfer('20', 100, '', '0')
    const ids = () =>
      read(start(), open(), one, one, deposit(200, 2), end(2, 0, 0, 1)).payments.map(
        ({ identity }) => identity,
      )
    expect(new Set(ids()).size).toBe(2)
    expect(ids()).toEqual(ids())
  })

  test('may have records that nobody knows, records cut at their last sign, and an old end of file', () => {
    const records = [start(), open(), transfer('20', 100, '26'), '24okänd', deposit(100, 1), end(1, 0, 0, 1)]
    const bytes = file(...records.map((record) => record.trimEnd()), '\u001a')
    expect(readPaymentFile(bytes).payments).toMatchObject([{ amountOre: 100, reference: '26' }])
  })

  const paid = transfer('20', 100, '26')
  test.each([
    ['sum: line 4', [start(), open(), paid, deposit(101, 1), end(1, 0, 0, 1)]],
    ['sum: line 4', [start(), open(), paid, deposit(100, 2), end(1, 0, 0, 1)]],
    ['sum: line 5', [start(), open(), paid, deposit(100, 1), end(2, 0, 0, 1)]],
    ['sum: line 5', [start(), open(), paid, deposit(100, 1), end(1, 1, 0, 1)]],
    ['sum: line 5', [start(), open(), paid, deposit(100, 1), end(1, 0, 1, 1)]],
    ['sum: line 5', [start(), open(), paid, deposit(100, 1), end(1, 0, 0, 2)]],
    ['structure: line 4', [start(), open(), paid, deposit(100, 1)]],
    ['structure: line 4', [start(), open(), paid, end(1, 0, 0, 0)]],
    ['structure: line 2', [start(), paid, deposit(100, 1), end(1, 0, 0, 1)]],
    ['structure: line 3', [start(), open(), open(), deposit(0, 0), end(0, 0, 0, 1)]],
    ['structure: line 3', [start(), open(), name('Sala'), deposit(0, 0), end(0, 0, 0, 1)]],
    ['structure: line 3', [start(), open(), `${paid}x`, deposit(100, 1), end(1, 0, 0, 1)]],
    ['amount: line 3', [start(), open(), transfer('20', '-100'), deposit(100, 1), end(1, 0, 0, 1)]],
    ['amount: line 3', [start(), open(), transfer('20', 1e11 + 1), deposit(100, 1), end(1, 0, 0, 1)]],
    ['currency: line 2', [start(), open('9912346', 'EUR'), paid, deposit(100, 1), end(1, 0, 0, 1)]],
    ['currency: line 4', [start(), open(), paid, deposit(100, 1, '20260302', 'EUR'), end(1, 0, 0, 1)]],
    ['date: line 4', [start(), open(), paid, deposit(100, 1, '20260230'), end(1, 0, 0, 1)]],
  ])('is refused with %s', (message, records) => {
    expect(() => read(...records)).toThrow(message)
  })
})
