import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { readSheets } from './read-sheets.ts'

const limits = { largest: 1e6, largestUnfolded: 1e7 }

describe('a workbook', () => {
  test('gives every sheet with its numbers and texts, and its lines as a spreadsheet counts them', async () => {
    const bytes = await writeExcelFile([
      {
        sheet: 'Ett',
        data: [
          ['a', 1.5],
          [null, null],
          ['b', '2'],
        ],
      },
      { sheet: 'Två & tre', data: [['c']] },
    ]).toBuffer()
    expect(await readSheets(bytes, limits)).toEqual([
      {
        name: 'Ett',
        rows: [
          { line: 1, cells: ['a', 1.5] },
          { line: 3, cells: ['b', '2'] },
        ],
      },
      { name: 'Två & tre', rows: [{ line: 1, cells: ['c'] }] },
    ])
  })

  test('tells a formula that nobody has computed, instead of an empty cell', async () => {
    const bytes = await writeExcelFile([
      { sheet: 'Två & tre', data: [['a', { value: 'A1*2', type: 'Formula' }, 3]] },
    ]).toBuffer()
    expect(await readSheets(bytes, limits)).toEqual([
      { name: 'Två & tre', rows: [{ line: 1, cells: ['a', '=A1*2', 3] }] },
    ])
  })
})

describe('a text file', () => {
  test.for([
    ['semicolons in Windows-1252', Buffer.from('kommun;v\u00e4rde\nH\u00e5bo;1,5\n', 'latin1')],
    ['commas in UTF-8', Buffer.from('kommun,värde\nHåbo,"1,5"\n')],
    ['tabs in UTF-16', Buffer.from('\ufeffkommun\tvärde\nHåbo\t1,5\n', 'utf16le')],
  ] as const)('is read with %s', async ([, bytes]) => {
    expect(await readSheets(Buffer.from(bytes), limits)).toEqual([
      {
        name: '',
        rows: [
          { line: 1, cells: ['kommun', 'värde'] },
          { line: 2, cells: ['Håbo', '1,5'] },
        ],
      },
    ])
  })
})
