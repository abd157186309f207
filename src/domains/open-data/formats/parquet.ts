import type { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { Cell, Column, Content, Datatype, Reader } from '../content.ts'

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

/** Rows that are put together in one group: what has to be held at once. */
const groupSize = 20_000

/** A content as Parquet with typed columns, group by group. */
export async function* parquetOf(content: Content, reader: Reader, every = 1): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer')
  const sink = new ByteWriter()
  const writer = new ParquetWriter({ writer: sink, schema: schemaOf(content.columns) })
  let waiting: Cell[][] = []
  for await (const rows of content.read(reader, every)) {
    waiting = waiting.concat(rows)
    if (waiting.length < groupSize) continue
    await writer.write({ columnData: columnsOf(content.columns, waiting), rowGroupSize: waiting.length })
    waiting = []
    yield taken(sink)
  }
  if (waiting.length > 0) {
    await writer.write({ columnData: columnsOf(content.columns, waiting), rowGroupSize: waiting.length })
  }
  await writer.finish()
  yield taken(sink)
}

/** What has been written since the last time. */
function taken(sink: ByteWriter): Uint8Array {
  const bytes = sink.getBytes().slice()
  sink.index = 0
  return bytes
}

function schemaOf(columns: Column[]): SchemaElement[] {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(
      ({ key, type, required }): SchemaElement => ({
        name: key,
        repetition_type: required ? 'REQUIRED' : 'OPTIONAL',
        ...parquetTypes[type],
      }),
    ),
  ]
}

const parquetTypes: Record<Datatype, Pick<SchemaElement, 'type' | 'converted_type'>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
  dateTime: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  gYear: { type: 'INT32' },
}

function columnsOf(columns: Column[], rows: Cell[][]) {
  return columns.map(({ key, type }, i) => {
    const isTime = type === 'date' || type === 'dateTime'
    return {
      name: key,
      data: rows.map((row) => {
        const cell = row[i] ?? null
        return isTime && typeof cell === 'string' ? new Date(cell) : cell
      }),
    }
  })
}
