import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { largestDocument, recogniseDocument } from './document.ts'
import { downloadHeaders, safeFileName } from './download.ts'

const pdf = (inside = '') => Buffer.from(`%PDF-1.7\n${inside}\ntrailer << /Root 1 0 R >>\n%%EOF\n`, 'latin1')
const zip = (files: Record<string, string | Uint8Array>, level: 0 | 9 = 9) =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
      ) satisfies Zippable,
      { level },
    ),
  )
const types = (main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml') =>
  `<Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`
const docx = (more: Record<string, string | Uint8Array> = {}, main?: string) =>
  zip({ '[Content_Types].xml': types(main), 'word/document.xml': '<w:document/>', ...more })
const odt = (more: Record<string, string> = {}) =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': '<office/>',
    'META-INF/manifest.xml': '<manifest/>',
    ...more,
  })

describe('a document', () => {
  test.each([
    ['plan.pdf', pdf(), 'PDF'],
    ['plan.pdf', pdf('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>'), 'PDF/A-2B'],
    ['plan.pdf', pdf('<rdf pdfaid:part="1" pdfaid:conformance="a"/>'), 'PDF/A-1A'],
    ['PLAN.DOCX', docx(), 'DOCX'],
    ['plan.odt', odt(), 'ODT'],
  ])('%s is known by its content as %#', async (name, bytes, standard) => {
    expect(await recogniseDocument(bytes, name)).toMatchObject({ standard })
  })

  test.each([
    ['nothing', 'a.pdf', Buffer.alloc(0), 'file-empty'],
    ['a page that calls itself PDF', 'a.pdf', Buffer.from('<html><script>1</script>'), 'file-lies'],
    ['a program that calls itself PDF', 'a.pdf', Buffer.from('MZ\x90\x00\x03'), 'file-lies'],
    ['a PDF that calls itself Word', 'a.docx', pdf(), 'file-lies'],
    ['a Word file that calls itself PDF', 'a.pdf', docx(), 'file-lies'],
    ['a picture', 'a.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'file-kind'],
    ['a program', 'a.exe', Buffer.from('MZ\x90\x00\x03'), 'file-kind'],
    ['a PDF without an end', 'a.pdf', Buffer.from('%PDF-1.7 and then nothing'), 'file-broken'],
    ['a locked PDF', 'a.pdf', pdf('trailer << /Encrypt 7 0 R >>'), 'file-locked'],
    ['an old Word file', 'a.doc', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'file-old'],
    ['a Word file with macros', 'a.docx', docx({ 'word/vbaProject.bin': 'x' }), 'file-macros'],
    [
      'a Word file of the kind with macros',
      'a.docx',
      docx({}, 'application/vnd.ms-word.document.macroEnabled.main+xml'),
      'file-macros',
    ],
    ['a Word file with a program in it', 'a.docx', docx({ 'word/embeddings/tool.exe': 'MZ' }), 'file-macros'],
    ['an ODT with macros', 'a.odt', odt({ 'Basic/Standard/Module1.xml': 'Sub' }), 'file-macros'],
    ['a locked ODT', 'a.odt', odt({ 'META-INF/manifest.xml': '<manifest:encryption-data/>' }), 'file-locked'],
    ['a spreadsheet that calls itself ODT', 'a.odt', odt({ mimetype: 'application/x-other' }), 'file-lies'],
    ['any packed file', 'a.zip', zip({ 'hello.txt': 'hello' }), 'file-kind'],
    ['a torn packed file', 'a.docx', docx().subarray(0, 90), 'file-broken'],
    ['a bomb', 'a.docx', docx({ 'word/media/zero.bin': new Uint8Array(110_000_000) }), 'file-broken'],
    ['too much', 'a.pdf', Buffer.alloc(largestDocument + 1), 'file-large'],
  ])('is refused when it is %s', async (_what, name, bytes, fault) => {
    expect(await recogniseDocument(bytes, name)).toEqual({ fault })
  })
})

describe('a download', () => {
  test('is saved under its own name, in old browsers under a plain one', () => {
    const headers = downloadHeaders({ name: 'Miljöprogram "2026".pdf', mediaType: 'application/pdf' })
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Milj_program _2026_.pdf"; filename*=UTF-8''Milj%C3%B6program%20%222026%22.pdf`,
    )
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('has a name without folders and hidden signs', () => {
    expect(safeFileName('..\\..\\C:\\mapp/plan\u202egpj.pdf')).toBe('plangpj.pdf')
    expect(safeFileName(`${'å'.repeat(300)}.docx`)).toHaveLength(150)
    expect(safeFileName('\u0000')).toBe('dokument')
  })
})
