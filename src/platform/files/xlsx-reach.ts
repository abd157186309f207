import { readDirectory, textOfEntry } from './zip.ts'

/** Cells that a sheet may span, and that a text file may hold. */
export const mostCells = 1_000_000

/**
 * Whether every sheet lies within reach. A reader makes room for all cells between the first and the farthest one, so a
 * single cell in the last corner, a few hundred bytes, would fill the memory and never be done.
 */
export async function isWithinReach(bytes: Buffer, limit: number): Promise<boolean> {
  const sheets = (readDirectory(bytes) ?? []).filter(({ name }) => /sheet[^/]*\.xml$/i.test(name))
  for (const { name } of sheets) {
    const xml = (await textOfEntry(bytes, name, limit)) ?? ''
    let [rows, columns, cells] = [1, 1, 0]
    for (const [, letters = '', row = ''] of xml.matchAll(/\br\s*=\s*["']([A-Za-z]*)(\d+)["']/g)) {
      cells += 1
      rows = Math.max(rows, Number(row))
      columns = Math.max(columns, numberOf(letters))
    }
    if (rows * columns > mostCells || cells > 2 * mostCells) return false
  }
  return true
}

/** The number of a column: A is 1, AA 27. */
function numberOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
