import { xmlText } from './xml-text.ts'

/** Something said about one cell of a workbook, shown when the cell is pointed at. */
export interface CellNote {
  /** From 0. */
  row: number
  column: number
  text: string
}

export interface NotedSheet {
  sheet: string
  data: ({ value: string; fontWeight: 'bold' } | string | number | null)[][]
  stickyRowsCount?: number
  columns?: { width: number }[]
}

/** A workbook whose first sheet has notes on its cells (ECMA-376 part 1, 18.7; their shapes are VML, part 4, 19). */
export async function workbookWithNotes(sheets: NotedSheet[], notes: CellNote[]): Promise<Buffer> {
  const first =
    (text: string) =>
    (_: unknown, { sheetIndex }: { sheetIndex: number }) =>
      sheetIndex === 0 ? text : undefined
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return writeExcelFile(sheets, {
    features: [
      {
        files: {
          transform: {
            '[Content_Types].xml': { insert: () => contentTypes },
            'xl/worksheets/sheet{id}.xml': { insert: first('<legacyDrawing r:id="rId-notes-shapes"/>') },
            'xl/worksheets/_rels/sheet{id}.xml.rels': { insert: first(relationships) },
          },
          write: {
            files: () => ({
              'xl/comments1.xml': commentsOf(notes),
              'xl/drawings/notes1.vml': shapesOf(notes),
            }),
          },
        },
      },
    ],
  }).toBuffer()
}

/** `B12` */
export function cellName({ row, column }: Pick<CellNote, 'row' | 'column'>): string {
  const letters = (index: number): string =>
    (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
  return `${letters(column)}${row + 1}`
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentTypes =
  '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
  '<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>'
const relationships =
  `<Relationship Id="rId-notes-shapes" Type="${office}/vmlDrawing" Target="../drawings/notes1.vml"/>` +
  `<Relationship Id="rId-notes-texts" Type="${office}/comments" Target="../comments1.xml"/>`

function commentsOf(notes: CellNote[]): string {
  const list = notes.map(
    (note) =>
      `<comment ref="${cellName(note)}" authorId="0"><text><t xml:space="preserve">${escaped(note.text)}</t></text></comment>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Ekokommun</author></authors><commentList>${list.join('')}</commentList></comments>`
}

/** The yellow boxes: hidden until pointed at, two columns to the right of their cell. */
function shapesOf(notes: CellNote[]): string {
  const shapes = notes.map(
    ({ row, column }, index) =>
      `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${[column + 1, 15, row, 4, column + 5, 15, row + 9, 4].join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  )
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`
}

function escaped(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
