import { sheetRows } from '#platform/files/xlsx-writer.ts'
import { type Content, contentNames, contents, type Reader } from './content.ts'
import { csvOf } from './formats/csv.ts'
import { cubesOf } from './formats/json-stat.ts'
import { parquetOf } from './formats/parquet.ts'
import { workbookOf } from './formats/xlsx.ts'
import { figureCubePath, filePath } from './paths.ts'

/** What a file needs to know beside its content. */
export interface Setting {
  /** An address of this site, whole, from a path without language. */
  addressOf: (path: string) => string
  /** What stands beside the data where a format has room for it. */
  notes: string[]
}

/** A way to give a content. */
export interface Format {
  /** `csv`, or `csv-sv` for the kind that a Swedish spreadsheet wants. */
  id: 'csv' | 'csv-sv' | 'xlsx' | 'parquet' | 'json-stat'
  ending: 'csv' | 'xlsx' | 'parquet' | 'json-stat'
  /** What stands after the address. */
  query: string
  mediaType: string
  text: boolean
  /** Most rows that the format can hold. */
  mostRows: number
  /** `every` takes one part in so many. */
  write: (
    content: Content,
    reader: Reader,
    setting: Setting,
    every?: number,
  ) => AsyncIterable<string | Uint8Array>
}

export const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  jsonStat: 'application/json',
} as const

const unlimited = Number.POSITIVE_INFINITY

const csv: Format = {
  id: 'csv',
  ending: 'csv',
  query: '',
  mediaType: `${mediaTypes.csv}; charset=utf-8`,
  text: true,
  mostRows: unlimited,
  write: (content, reader, _, every) => csvOf(content, reader, 'plain', every),
}

const swedishCsv: Format = {
  ...csv,
  id: 'csv-sv',
  query: '?format=sv',
  write: (content, reader, _, every) => csvOf(content, reader, 'swedish', every),
}

const xlsx: Format = {
  id: 'xlsx',
  ending: 'xlsx',
  query: '',
  mediaType: mediaTypes.xlsx,
  text: false,
  // One row is the head.
  mostRows: sheetRows - 1,
  write: (content, reader, { notes }, every) => workbookOf(content, reader, notes, every),
}

const parquet: Format = {
  id: 'parquet',
  ending: 'parquet',
  query: '',
  mediaType: mediaTypes.parquet,
  text: false,
  mostRows: unlimited,
  write: (content, reader, _, every) => parquetOf(content, reader, every),
}

const jsonStat: Format = {
  id: 'json-stat',
  ending: 'json-stat',
  query: '',
  mediaType: `${mediaTypes.jsonStat}; charset=utf-8`,
  text: true,
  mostRows: unlimited,
  write: (_, reader, { addressOf }, every) =>
    cubesOf(reader, (figureId) => addressOf(figureCubePath(figureId)), every),
}

/** The formats of a content. A cube makes sense for the values only. */
export function formatsOf({ name }: Content): Format[] {
  const tables = [csv, swedishCsv, xlsx, parquet]
  return name === 'nyckeltal' ? [...tables, jsonStat] : tables
}

/** The format that a file's ending and query ask for. */
export function formatAsked(content: Content, ending: string, query: string | undefined): Format | undefined {
  const wanted = ending === 'csv' && query === 'sv' ? 'csv-sv' : ending
  return formatsOf(content).find(({ id }) => id === wanted)
}

/** Every file that there is, each address once. */
export function fileAddresses(): { content: Content; format: Format; path: string }[] {
  return contents.flatMap((content) =>
    formatsOf(content).map((format) => ({
      content,
      format,
      path: filePath(content.name, format.ending) + format.query,
    })),
  )
}

/** Whether a word is the name of a content. */
export function isContentName(word: string): word is Content['name'] {
  return contentNames.some((name) => name === word)
}
