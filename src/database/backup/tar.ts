/** The tar format (POSIX ustar), as much of it as a backup needs: plain files one after the other. */

export const blockSize = 512
/** Two empty blocks end an archive. */
export const endOfArchive = Buffer.alloc(2 * blockSize)

export interface TarHeader {
  name: string
  size: number
}

/** The block before a file. The same name, size and time always give the same bytes. */
export function tarHeader(name: string, size: number, at: Date): Buffer {
  const block = Buffer.alloc(blockSize)
  if (Buffer.byteLength(name) > 100) throw new RangeError(`A name in a tar is at most 100 bytes: ${name}`)
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`
  block.write(name, 0)
  block.write(octal(0o600, 8), 100)
  block.write(octal(0, 8), 108)
  block.write(octal(0, 8), 116)
  block.write(octal(size, 12), 124)
  block.write(octal(Math.floor(at.getTime() / 1000), 12), 136)
  block.write('        ', 148)
  block.write('0', 156)
  block.write('ustar\x0000', 257)
  block.write(`${sumOf(block).toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

/** What a block says of the file after it; undefined when it is no such block. */
export function readTarHeader(block: Buffer): TarHeader | undefined {
  if (block.length !== blockSize || block.toString('latin1', 257, 262) !== 'ustar') return undefined
  const number = (from: number, to: number) => Number.parseInt(block.toString('latin1', from, to), 8)
  const blank = Buffer.from(block).fill(' ', 148, 156)
  if (number(148, 154) !== sumOf(blank)) return undefined
  const end = block.indexOf(0)
  return { name: block.toString('utf8', 0, Math.min(end < 0 ? 100 : end, 100)), size: number(124, 135) }
}

/** How many bytes of nothing follow a file, so that the next one begins on a block. */
export function paddingAfter(size: number): number {
  return (blockSize - (size % blockSize)) % blockSize
}

const sumOf = (block: Buffer) => block.reduce((sum, byte) => sum + byte, 0)
