import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bytesOf,
  camtSample,
  type SampleEntry,
  type SampleMessage,
} from '../../../../tests/support/payment-files.ts'
import { readPaymentFile } from './read-payment-file.ts'

const ocr = '1382202600012'
const read = (message: SampleMessage) => readPaymentFile(bytesOf(camtSample(message)))
const readEntries = (...entries: SampleEntry[]) => read({ reports: [entries] })
const falkenberg: SampleEntry = {
  amount: '16573.60',
  bankReference: 'E1',
  transfers: [{ amount: '16573.60', reference: ocr, organisationNumber: '212000-1231', bankReference: 'T1' }],
}

describe('a camt message', () => {
  const kinds = (['camt.053', 'camt.054'] as const).flatMap((message) =>
    (['02', '08'] as const).flatMap((version) => ['', 'ns2'].map((prefix) => ({ message, version, prefix }))),
  )
  test.each(kinds)('$message version $version with prefix "$prefix" tells its payments', (kind) => {
    expect(read({ ...kind, reports: [[falkenberg]] })).toEqual({
      format: kind.message,
      messageId: 'SEB-20260302-1',
      account: 'SE4550000000058398257466',
      createdOn: '2026-03-02',
      skipped: 0,
      payments: [
        {
          identity: 'SE4550000000058398257466/T1/1657360',
          bookedOn: '2026-03-02',
          amountOre: 1_657_360,
          currency: 'SEK',
          reference: ocr,
          payerName: 'Falkenbergs kommun',
          payerOrganisationNumber: '2120001231',
          payerAccount: '50501055',
        },
      ],
    })
  })

  test('is read through all its statements, and counts what is no payment in', () => {
    for (const version of ['02', '08'] as const) {
      const file = read({
        version,
        reports: [
          [falkenberg, { amount: '250.00', sign: 'DBIT' }, { amount: '99.00', status: 'PDNG' }],
          [{ amount: '1.00' }, { amount: '5.00', reversal: true }, { amount: '0.00' }],
        ],
      })
      expect(file.payments.map(({ amountOre }) => amountOre)).toEqual([1_657_360, 100])
      expect(file.skipped).toBe(4)
    }
  })

  test('makes money that is taken back negative', () => {
    const file = readEntries({ ...falkenberg, sign: 'DBIT', reversal: true })
    expect(file.payments[0]).toMatchObject({ amountOre: -1_657_360, reference: ocr })
    const text = camtSample({ reports: [[{ ...falkenberg, sign: 'DBIT', reversal: true }]] })
    expect(readPaymentFile(bytesOf(text.replace('>true<', '>1<'))).payments).toEqual(file.payments)
  })

  test('takes a batch apart and checks its sum', () => {
    const transfers = [
      { amount: '100.10', reference: ocr },
      { amount: '200.20', words: 'faktura 20260002' },
    ]
    const { payments } = readEntries({ amount: '300.30', bankReference: 'B7', transfers })
    expect(payments).toMatchObject([
      { amountOre: 10_010, reference: ocr, identity: 'SE4550000000058398257466/B7/1/10010' },
      { amountOre: 20_020, reference: 'faktura 20260002', identity: 'SE4550000000058398257466/B7/2/20020' },
    ])
    expect(() => readEntries({ amount: '300.31', transfers })).toThrow(
      'sum: Document[1]/BkToCstmrStmt[1]/Stmt[1]/Ntry[1]',
    )
    const bare = camtSample({ reports: [[{ amount: '300.30', transfers }]] }).replace(
      /<AmtDtls>.*<\/AmtDtls>/,
      '',
    )
    expect(() => readPaymentFile(bytesOf(bare))).toThrow('amount')
  })

  const part = (reference: string, amount: string, kind = 'RmtdAmt') =>
    `<Strd><RfrdDocAmt><${kind} Ccy="SEK">${amount}</${kind}></RfrdDocAmt><CdtrRefInf><Ref>${reference}</Ref></CdtrRefInf></Strd>`
  const withParts = (...parts: string[]) =>
    readEntries({
      amount: '50.00',
      transfers: [{ amount: '50.00', bankReference: 'T9', remittance: parts.join('') }],
    }).payments

  test('gives each reference its own amount when the amounts add up, else keeps the payment whole', () => {
    expect(withParts(part('26', '70.00'), part('34', '20.00', 'CdtNoteAmt'))).toMatchObject([
      { amountOre: 7000, reference: '26', identity: 'SE4550000000058398257466/T9/7000' },
      { amountOre: -2000, reference: '34', identity: 'SE4550000000058398257466/T9/part 2/-2000' },
    ])
    expect(withParts(part('26', '20.00'), part('34', '20.00'))).toMatchObject([
      { amountOre: 5000, reference: '26 34' },
    ])
    const bare = '<Strd><CdtrRefInf><Ref>34</Ref></CdtrRefInf></Strd>'
    expect(withParts(part('26', '50.00'), bare)).toMatchObject([{ amountOre: 5000, reference: '26 34' }])
  })

  test('has an identity for every payment, the same when it is read again', () => {
    const unnamed = { amount: '10.00', transfers: [{ amount: '10.00', words: 'avgift' }] }
    const shared = { amount: '10.00', transfers: [{ amount: '10.00', bankReference: 'S' }] }
    const ids = () =>
      readEntries(unnamed, unnamed, shared, shared, falkenberg).payments.map(({ identity }) => identity)
    expect(new Set(ids()).size).toBe(5)
    expect(ids()).toEqual(ids())
    const statement = read({ message: 'camt.053', version: '08', reports: [[falkenberg]] })
    const notification = read({ message: 'camt.054', reports: [[unnamed, falkenberg]] })
    expect(notification.payments.at(-1)?.identity).toBe(statement.payments[0]?.identity)
  })

  test('reads the day from a date or a point in time, in Sweden', () => {
    const day = (bookedOn: string) => readEntries({ ...falkenberg, bookedOn }).payments[0]?.bookedOn
    expect(day('<Dt>2026-02-28+01:00</Dt>')).toBe('2026-02-28')
    expect(day('<DtTm>2026-07-01T22:30:00Z</DtTm>')).toBe('2026-07-02')
    expect(day('<DtTm>2026-07-01T22:30:00</DtTm>')).toBe('2026-07-01')
    for (const wrong of ['<Dt>2026-02-30</Dt>', '<Dt>02/03/2026</Dt>', '', '<Dt>2026-02-28x</Dt>']) {
      expect(() => day(wrong)).toThrow('date: ')
    }
  })

  test.each(['-1.00', '1,00', '1.001', '', '1e3', '0x10', '1000000000.01', '99999999999999999'])(
    'is refused for the amount %j',
    (amount) => {
      expect(() => readEntries({ amount })).toThrow(
        'amount: Document[1]/BkToCstmrStmt[1]/Stmt[1]/Ntry[1]/Amt[1]',
      )
    },
  )

  test('is refused whole for another currency, and for an entry that does not say what it is', () => {
    const where = 'Document[1]/BkToCstmrStmt[1]/Stmt[1]/Ntry[2]/Amt[1]'
    expect(() => readEntries(falkenberg, { amount: '10.00', currency: 'EUR', sign: 'DBIT' })).toThrow(
      `currency: ${where}`,
    )
    const text = camtSample({ reports: [[falkenberg]] })
    expect(() => readPaymentFile(bytesOf(text.replace('<Ccy>SEK', '<Ccy>NOK')))).toThrow('currency')
    expect(() => readPaymentFile(bytesOf(text.replace('>CRDT<', '>IN<')))).toThrow('structure')
    expect(() => readPaymentFile(bytesOf(text.replace('BOOK', '')))).toThrow('structure')
  })

  test('keeps no personal number', () => {
    const transfers = [
      { amount: '1.00', organisationNumber: '19121212-1212' },
      { amount: '1.00', organisationNumber: '121212-1212' },
    ]
    const { payments } = readEntries({ amount: '2.00', transfers })
    expect(payments.map(({ payerOrganisationNumber: number }) => number)).toEqual([null, null])
  })

  test('gives every öre as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e11 }), (ore) => {
        const amount = `${Math.floor(ore / 100)}.${String(ore % 100).padStart(2, '0')}`
        expect(readEntries({ amount, transfers: [{ amount }] }).payments[0]?.amountOre).toBe(ore)
      }),
    )
  })
})
