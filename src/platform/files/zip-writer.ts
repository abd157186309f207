import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file to be put into a zip file. */
export interface NewEntry {
  name: string
  content: AsyncIterable<string> | Iterable<string>
}

interface Written {
  name: Buffer
  offset: number
  check: number
  size: number
  unfolded: number
}

/** Sizes follow after the data (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808
const deflated = 8
/** 1 January 1980, the first day that the format knows, so that the same content gives the same bytes. */
const day = 0x21

/** A zip file written as it is read, so that an entry of any size (below 4 GB) needs little memory. */
export async function* zipOf(entries: NewEntry[]): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let offset = 0
  for (const { name, content } of entries) {
    const entry: Written = { name: Buffer.from(name), offset, check: 0, size: 0, unfolded: 0 }
    const head = localHead(entry)
    yield head
    for await (const chunk of deflate(content, entry)) {
      entry.size += chunk.length
      yield chunk
    }
    const tail = words([0x08074b50, 4], [entry.check, 4], [entry.size, 4], [entry.unfolded, 4])
    yield tail
    offset += head.length + entry.size + tail.length
    written.push(entry)
  }
  const directory = Buffer.concat(written.map(directoryHead))
  yield directory
  const { length } = written
  yield words([0x06054b50, 4], [0, 4], [length, 2], [length, 2], [directory.length, 4], [offset, 4], [0, 2])
}

/** Compresses while counting what goes in. */
function deflate(content: NewEntry['content'], entry: Written): AsyncIterable<Buffer> {
  async function* counted() {
    for await (const text of content) {
      const bytes = Buffer.from(text)
      entry.check = crc32(bytes, entry.check)
      entry.unfolded += bytes.length
      yield bytes
    }
  }
  const source = Readable.from(counted(), { highWaterMark: 1 })
  const packed = createDeflateRaw({ level: 4 })
  source.once('error', (error) => packed.destroy(error))
  packed.once('close', () => source.destroy())
  return source.pipe(packed)
}

function localHead({ name }: Written): Buffer {
  const fields = words(
    [0x04034b50, 4],
    [20, 2],
    [flags, 2],
    [deflated, 2],
    [0, 2],
    [day, 2],
    [0, 4],
    [0, 4],
    [0, 4],
    [name.length, 2],
    [0, 2],
  )
  return Buffer.concat([fields, name])
}

function directoryHead({ name, offset, check, size, unfolded }: Written): Buffer {
  const fields = words(
    [0x02014b50, 4],
    [20, 2],
    [20, 2],
    [flags, 2],
    [deflated, 2],
    [0, 2],
    [day, 2],
    [check, 4],
    [size, 4],
    [unfolded, 4],
    [name.length, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [offset, 4],
  )
  return Buffer.concat([fields, name])
}

/** Numbers one after another, each of so many bytes, lowest first. */
function words(...fields: [value: number, bytes: 2 | 4][]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0))
  let at = 0
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}
