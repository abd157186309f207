import { crc32 } from 'node:zlib'
import { readDirectory, textOfEntry } from '../../src/platform/files/zip.ts'

/** A workbook with the text of one of its parts changed, as another spreadsheet program would have written it. */
export async function withPart(
  workbook: Buffer,
  name: string,
  change: (xml: string) => string,
): Promise<Buffer<ArrayBuffer>> {
  const parts: [string, string][] = []
  for (const entry of readDirectory(workbook) ?? []) {
    const text = (await textOfEntry(workbook, entry.name, 10_000_000)) ?? ''
    parts.push([entry.name, entry.name === name ? change(text) : text])
  }
  return zipOf(parts)
}

/** A zip file of some texts, not compressed. */
function zipOf(parts: [name: string, text: string][]): Buffer<ArrayBuffer> {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of parts) {
    const [path, body] = [Buffer.from(name), Buffer.from(text)]
    // Version, flags and method, time, check sum, sizes, lengths of name and extra.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(body), 10)
    common.writeUInt32LE(body.length, 14)
    common.writeUInt32LE(body.length, 18)
    common.writeUInt16LE(path.length, 22)
    files.push(Buffer.from('PK\x03\x04', 'latin1'), common, path, body)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, path)
    offset += 30 + path.length + body.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, listed, Buffer.from('PK\x05\x06', 'latin1'), end])
}
