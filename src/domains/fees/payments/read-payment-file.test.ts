import { describe, expect, test } from 'vitest'
import { bytesOf, camtSample } from '../../../../tests/support/payment-files.ts'
import { UnreadablePaymentFile } from './payment.ts'
import { readPaymentFile } from './read-payment-file.ts'

const ocr = '1382202600012'
const åmål = {
  amount: '16573.60',
  transfers: [{ amount: '16573.60', reference: ocr, payer: 'Åmåls kommun' }],
}
const sample = camtSample({ reports: [[åmål]] })

/** Why a file is refused; undefined when it is taken. */
function reasonOf(file: string | Uint8Array): string | undefined {
  try {
    readPaymentFile(typeof file === 'string' ? bytesOf(file) : file)
    return undefined
  } catch (error) {
    if (error instanceof UnreadablePaymentFile) return error.reason
    throw error
  }
}

/** The sample with something in place of the payer’s name. */
const named = (text: string) => sample.replace('Åmåls kommun', text)
const payerOf = (bytes: Uint8Array) => readPaymentFile(bytes).payments[0]?.payerName

describe('a file of payments', () => {
  test.each([
    ['UTF-8', bytesOf(sample)],
    ['UTF-8 with a byte order mark', bytesOf(`\ufeff${sample}`)],
    ['UTF-16, little-endian', bytesOf(`\ufeff${sample.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    ['UTF-16, big-endian', bytesOf(`\ufeff${sample}`, 'utf16le').map((_, i, all) => all[i ^ 1] ?? 0)],
    ['UTF-16 without a mark', bytesOf(sample, 'utf16le')],
    ['ISO-8859-1', bytesOf(sample.replace('UTF-8', 'ISO-8859-1'), 'latin1')],
    ['UTF-8 that calls itself UTF-16', bytesOf(sample.replace('UTF-8', 'utf-16'))],
    ['UTF-8 without a prolog', bytesOf(sample.replace(/<\?xml.*?\?>/, ''))],
  ])('is read in %s', (_, bytes) => {
    expect(payerOf(bytes)).toBe('Åmåls kommun')
  })

  test.each([
    ['bytes that are no UTF-8', bytesOf(sample, 'latin1')],
    ['an encoding that nobody uses', bytesOf(sample.replace('UTF-8', 'EBCDIC-CP-FI'))],
    ['a file that was cut off', bytesOf(sample.slice(0, -60))],
    ['a tag that is closed by another', bytesOf(sample.replace('</Nm>', '</Name>'))],
    ['two roots', bytesOf(`${sample}<Document/>`)],
    ['words after the end', bytesOf(`${sample} hej`)],
    ['no statement', bytesOf(sample.replace(/<Stmt>.*<\/Stmt>/s, ''))],
    ['an attribute without quotation marks', bytesOf(named('<a b="1" b=2/>'))],
  ])('is refused as broken: %s', (_, bytes) => {
    expect(reasonOf(bytes)).toBe('structure')
  })

  test.each([
    ['a PDF', '%PDF-1.7\n%âãÏÓ'],
    ['an XLSX', 'PK\u0003\u0004\u0014\u0000'],
    ['a CSV', 'Datum;Belopp\n2026-03-02;100,00\n'],
    ['nothing', ''],
    ['a payment order', sample.replace('camt.053.001.02', 'pain.001.001.03')],
    ['another version', sample.replace('camt.053.001.02', 'camt.053.001.13')],
    ['no namespace', sample.replace(/ xmlns="[^"]*"/, '')],
  ])('is refused as no file of payments: %s', (_, text) => {
    expect(reasonOf(bytesOf(text))).toBe('not-a-payment-file')
  })

  test.each([
    ['a DOCTYPE', sample.replace('<Document', '<!DOCTYPE Document [<!ENTITY a "b">]><Document')],
    ['one in small letters', sample.replace('<Document', '<!doctype Document><Document')],
    ['a file outside', sample.replace('<Document', '<!DOCTYPE d SYSTEM "file:///etc/passwd"><Document')],
    ['an ENTITY within', named('<!ENTITY a SYSTEM "http://example.org/">')],
    ['an entity that is not XML’s own', named('&xxe;')],
    ['one in an attribute', sample.replace('Ccy="SEK"', 'Ccy="&sek;"')],
    ['a DOCTYPE in UTF-16', bytesOf(`\ufeff<!DOCTYPE a><a/>`, 'utf16le')],
  ])('is refused for entities: %s', (_, file) => {
    expect(reasonOf(file)).toBe('entity')
  })

  test('may have XML’s own entities and numbered characters', () => {
    const text = 'Borg&#229;s &amp; Sj&#xF6; &lt;kommun&gt; &amp;amp;'
    expect(payerOf(bytesOf(named(text)))).toBe('Borgås & Sjö <kommun> &amp;')
    expect(payerOf(bytesOf(named('<!-- &x; --><![CDATA[Sala]]>')))).toBe('Sala')
  })

  test.each([
    ['10 MB and a byte', new Uint8Array(10 * 1024 * 1024 + 1), 'too-large'],
    ['10 000 elements inside each other', '<a>'.repeat(10_000) + '</a>'.repeat(10_000), 'structure'],
    ['a million attributes', `<a${' a="" '.repeat(1_000_000)}/>`, 'too-large'],
    ['a million elements', `<a>${'<b/>'.repeat(1_000_000)}</a>`, 'too-large'],
    ['comments that never end', '<a>'.concat('<!--'.repeat(2_000_000)), 'structure'],
    ['a tag that never ends', `<a${' '.repeat(5_000_000)}`, 'structure'],
    ['openings only', '<'.repeat(5_000_000), 'structure'],
    ['a billion laughs', '<!DOCTYPE a [<!ENTITY b "&c;&c;">]><a>&b;</a>', 'entity'],
  ])('is refused at once: %s', (_, file, reason) => {
    const bytes = typeof file === 'string' ? bytesOf(file) : file
    const start = performance.now()
    expect(reasonOf(bytes)).toBe(reason)
    expect(performance.now() - start).toBeLessThan(2000)
  })

  test('is read in full with five thousand payments', () => {
    const entries = Array.from({ length: 5000 }, (_, i) => ({ ...åmål, bankReference: String(i) }))
    const { payments } = readPaymentFile(bytesOf(camtSample({ reports: [entries] })))
    expect(new Set(payments.map(({ identity }) => identity)).size).toBe(5000)
  })
})
