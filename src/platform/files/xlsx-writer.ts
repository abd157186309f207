import { xmlText } from '#platform/xml-text.ts'
import { zipOf } from './zip-writer.ts'

/** A value of a cell. Null is an empty cell. */
export type SheetCell = string | number | boolean | null

export interface Sheet {
  name: string
  /** The first row: bold, and stays in sight. */
  head: string[]
  rows: AsyncIterable<SheetCell[][]> | Iterable<SheetCell[][]>
}

/** Rows that a sheet can hold, the head included. */
export const sheetRows = 1_048_576
/** Characters that a cell can hold. */
const cellLength = 32_767

/**
 * A workbook written as it is read, for tables that are too large to be held: rows come in batches and leave at once.
 * Text is text, also what looks like a number or a formula.
 */
export function xlsxOf(sheets: Sheet[]): AsyncGenerator<Uint8Array> {
  return zipOf([
    { name: '[Content_Types].xml', content: [contentTypes(sheets.length)] },
    { name: '_rels/.rels', content: [rels([['officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', content: [workbook(sheets)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [
        rels([
          ...sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
          ['styles', 'styles.xml'],
        ]),
      ],
    },
    { name: 'xl/styles.xml', content: [styles] },
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml(sheet) })),
  ])
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

async function* sheetXml({ head, rows }: Sheet): AsyncGenerator<string> {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetData>`
  const letters = head.map((_, i) => columnLetters(i))
  yield row(head, 1, letters, ' s="1"')
  let number = 1
  for await (const batch of rows) {
    yield batch
      .map((cells) => {
        number += 1
        return row(cells, number, letters, '')
      })
      .join('')
  }
  yield '</sheetData></worksheet>'
}

function row(cells: SheetCell[], number: number, letters: string[], style: string): string {
  let xml = `<row r="${number}">`
  for (let i = 0; i < cells.length; i += 1) {
    const value = cells[i]
    if (value === null || value === undefined || value === '') continue
    const place = `<c r="${letters[i]}${number}"${style}`
    if (typeof value === 'number') xml += `${place}><v>${value}</v></c>`
    else if (typeof value === 'boolean') xml += `${place} t="b"><v>${value ? 1 : 0}</v></c>`
    else xml += `${place} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
  }
  return `${xml}</row>`
}

/** A, B … Z, AA … */
function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return xmlText(text.slice(0, cellLength)).replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
}

function workbook(sheets: Sheet[]): string {
  const list = sheets.map(
    ({ name }, i) => `<sheet name="${escaped(sheetName(name))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${list.join('')}</sheets></workbook>`
}

/** Excel allows 31 characters and none of these signs. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
}

function rels(targets: [kind: string, target: string][]): string {
  const list = targets.map(
    ([kind, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${relationships}/${kind}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`
}

function contentTypes(sheets: number): string {
  const parts = [
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    `<Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/>`,
    ...Array.from(
      { length: sheets },
      (_, i) =>
        `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${contentType}.worksheet+xml"/>`,
    ),
  ]
  return `${declaration}<Types xmlns="${packages}/content-types">${parts.join('')}</Types>`
}

/** Two kinds of cells: plain, and bold for the head. */
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`
