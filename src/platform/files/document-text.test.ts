import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { readDocumentText } from './document-text.ts'

const zip = (name: string, xml: string) => Buffer.from(zipSync({ [name]: strToU8(xml) }))

describe('the text of a document', () => {
  test('is read out of Word, with headings and lists', async () => {
    const p = (text: string, style = '') =>
      `<w:p><w:pPr>${style}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
    const xml = `<w:document><w:body>${p('Avfall &amp; återbruk', '<w:pStyle w:val="Rubrik1"/>')}${p('Fem ton.')}${p('Ett', '<w:numPr/>')}<w:p><w:del><w:r><w:t>struket</w:t></w:r></w:del><w:r><w:t>kvar</w:t></w:r></w:p></w:body></w:document>`
    expect(await readDocumentText(zip('word/document.xml', xml), 'a.docx')).toBe(
      '## Avfall & återbruk\n\nFem ton.\n\n- Ett\n\nkvar',
    )
  })

  test('is read out of OpenDocument', async () => {
    const xml =
      '<office:text><text:h text:outline-level="2">Vatten</text:h><text:p>Regn<text:s/>och <text:span>snö</text:span></text:p><text:list><text:list-item><text:p>Punkt</text:p></text:list-item></text:list></office:text>'
    expect(await readDocumentText(zip('content.xml', xml), 'A.ODT')).toBe(
      '### Vatten\n\nRegn och snö\n\n- Punkt',
    )
  })

  test('is read out of PDF line by line', async () => {
    const pdf = await renderPdf('#heading(data.title)\n#par(data.text)', {
      title: 'Prov',
      language: 'sv',
      data: { title: '3.2 Avfall', text: 'Vad gör ni åt det?' },
    })
    expect(await readDocumentText(pdf, 'remiss.pdf')).toMatch(/^3\.2 Avfall\s+Vad gör ni åt det\?/)
  })

  test('is nothing when there is none, or when the file is broken', async () => {
    expect(await readDocumentText(Buffer.from('%PDF-1.7 %%EOF'), 'a.pdf')).toBeNull()
    expect(await readDocumentText(zip('content.xml', '<office:text/>'), 'a.odt')).toBeNull()
    expect(await readDocumentText(Buffer.from('inte alls'), 'a.docx')).toBeNull()
  })
})
