import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../src/domains/reporting/workbook.ts'
import { recogniseDocument } from '../../src/platform/files/document.ts'
import { readDocumentText } from '../../src/platform/files/document-text.ts'
import { readSheets } from '../../src/platform/files/read-sheets.ts'
import { redrawPicture } from '../../src/platform/pictures/redraw.ts'
import { hugePicture, packed, unfoldingPdf, wordDocument, workbook } from '../support/hostile/files.ts'

/** What one upload may cost, whatever is in it; ten times what it takes on a machine at rest. */
const cost = { ms: 15_000, bytes: 400 * 2 ** 20 }

/** Runs something hostile and looks at what it cost. */
async function bounded<T>(run: () => Promise<T> | T): Promise<T> {
  const before = process.memoryUsage().rss
  const started = performance.now()
  const outcome = await run()
  expect(performance.now() - started).toBeLessThan(cost.ms)
  expect(process.memoryUsage().rss - before).toBeLessThan(cost.bytes)
  return outcome
}

const limits = { largest: 5 * 2 ** 20, largestUnfolded: 50 * 2 ** 20 }
const cell = (at: string) => `<c r="${at}"><v>1</v></c>`
const laughs = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]>`

describe('a workbook', () => {
  test.each([
    ['in the farthest corner', `<row r="1">${cell('A1')}</row><row r="1048576">${cell('XFD1048576')}</row>`],
    [
      'beyond every corner',
      `<row r="1">${cell('A1')}</row><row r="999999999">${cell('ZZZZZ999999999')}</row>`,
    ],
    ['in a far row alone', `<row r="1">${cell('A1')}</row><row r="9999999">${cell('A9999999')}</row>`],
  ])('with a cell %s is refused, by whoever reads it', async (_, rows) => {
    const file = workbook(`<sheetData>${rows}</sheetData>`)
    expect(await bounded(() => readSheets(file, limits))).toEqual({ fault: 'file-large' })
    expect(await bounded(() => readWorkbook(file))).toBe('file-broken')
  })

  test.each([
    ['deep nesting', workbook('<a>'.repeat(100_000) + '</a>'.repeat(100_000))],
    [
      'cells that never end',
      workbook(`<sheetData><row r="1">${'<c r="A1">'.repeat(50_000)}</row></sheetData>`),
    ],
    ['nothing of a workbook', packed({ 'a.txt': 'a' })],
  ])('with %s is refused', async (_, file) => {
    expect(await bounded(() => readSheets(file, limits))).toHaveProperty('fault')
  })

  test('with entities of its own has them as they stand, unfolded by nobody', async () => {
    const file = workbook('<sheetData><row r="1"><c r="A1" t="str"><v>&c;</v></c></row></sheetData>', laughs)
    expect(JSON.stringify(await bounded(() => readSheets(file, limits)))).not.toContain('aaaa')
  })
})

describe('a text file', () => {
  test.each([
    ['a column for every byte', ';'.repeat(4_900_000), 'file-large'],
    ['a line for every other byte', 'a\n'.repeat(2_400_000), 'file-large'],
    ['a quotation that never ends', `a;b\n"${'x'.repeat(4_000_000)}`, 'file-csv'],
  ])('with %s is refused', async (_, text, fault) => {
    expect(await bounded(() => readSheets(Buffer.from(text), limits))).toMatchObject({ fault })
  })
})

describe('a document', () => {
  test.each([
    ['deep nesting', wordDocument(`<w:document>${'<w:x>'.repeat(100_000)}a`)],
    ['a million paragraphs', wordDocument(`<w:document>${'<w:p><w:t>a</w:t></w:p>'.repeat(1_000_000)}`)],
    ['openings only', wordDocument('<'.repeat(20_000_000))],
  ])('with %s has no text', async (_, file) => {
    expect(await bounded(() => readDocumentText(file, 'a.docx'))).toBeNull()
  })

  test('with entities of its own has them as they stand', async () => {
    const file = wordDocument(`${laughs}<w:document><w:p><w:t>&c;</w:t></w:p></w:document>`)
    expect(await bounded(() => readDocumentText(file, 'a.docx'))).not.toContain('aaaa')
  })

  test('that is a PDF and unfolds to more than anybody wrote has no text', async () => {
    const file = unfoldingPdf(100_000_000)
    expect(file.length).toBeLessThan(1_000_000)
    expect(await bounded(() => readDocumentText(file, 'a.pdf'))).toBeNull()
  })

  test('that is a PDF whose pages are inside each other has no text', async () => {
    const file = Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 999999999>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
    )
    expect(await bounded(() => readDocumentText(file, 'a.pdf'))).toBeNull()
  })

  test.each([
    ['a PDF that is a page too', 'a.html', '%PDF-1.7\n<script>planted(1)</script>\n%%EOF'],
    ['a page that is a PDF too', 'a.pdf', '<html>%PDF-1.7\n%%EOF'],
    ['a picture that is a program too', 'a.pdf', '\x89PNG\r\n\x1a\n<?php ?>%%EOF'],
  ])('that is two things at once is refused: %s', async (_, name, content) => {
    expect(await recogniseDocument(Buffer.from(content, 'latin1'), name)).toHaveProperty('fault')
  })
})

describe('a picture', () => {
  test('that unfolds to billions of pixels is refused', async () => {
    const file = new File([hugePicture(50_000)], 'a.png')
    const drawn = await bounded(() => redrawPicture(file, { width: 800, height: 800 }))
    expect(drawn).toEqual({ fault: 'picture-broken' })
  })

  test.each([
    [
      'an SVG that calls itself PNG',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="planted(1)"/>',
      'picture-kind',
    ],
    ['a GIF', 'GIF89a\x01\x00\x01\x00', 'picture-kind'],
    ['a JPEG of two bytes', '\xff\xd8\xff', 'picture-broken'],
    ['a WebP of nothing', 'RIFF\x00\x00\x00\x00WEBP', 'picture-broken'],
    ['a page behind the head of a PNG', '\x89PNG\r\n\x1a\n<html>', 'picture-broken'],
  ])('is refused when it is %s', async (_, content, fault) => {
    const file = new File([Buffer.from(content, 'latin1')], 'a.png', { type: 'image/png' })
    expect(await bounded(() => redrawPicture(file, { width: 800, height: 800 }))).toEqual({ fault })
  })
})

describe('a mail', () => {
  const nested = Array.from({ length: 1500 }, (_, i) => i).reduce(
    (inner, i) =>
      `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n${inner}\r\n--b${i}--\r\n`,
    'hej',
  )
  test.each([
    ['parts inside each other', nested],
    ['a hundred thousand headers', `${'X-A: b\r\n'.repeat(100_000)}\r\nhej`],
    ['a hundred thousand receivers', `To: ${'<a@b.se>, '.repeat(100_000)}\r\n\r\nhej`],
    ['groups inside each other', `To: ${'g:'.repeat(100_000)}\r\n\r\nhej`],
    ['a line without an end', `Subject: ${'x'.repeat(1_000_000)}\r\n\r\nhej`],
    ['HTML inside itself', `Content-Type: text/html\r\n\r\n${'<div>'.repeat(100_000)}`],
  ])('with %s costs no more than another', async (_, rest) => {
    await bounded(() => simpleParser(Buffer.from(`From: a@b.se\r\n${rest}`)).catch(() => null))
  })
})
