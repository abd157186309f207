import { type Content, contents, type Reader } from './content.ts'
import { loadExtent } from './extent.ts'
import { type Format, formatsOf, type Setting } from './formats.ts'
import { filePath } from './paths.ts'
import type { Extent } from './queries.ts'

/** A download as the page and the catalogue tell of it. */
export interface Download {
  format: Format
  /** Without language. */
  path: string
  /** Bytes, uncompressed, to two digits; null when the file does not exist. */
  bytes: number | null
}

/** A content with its downloads. */
export interface Offer {
  content: Content
  rows: number
  /** `YYYY-MM-DD`, or null when nobody wrote it down. */
  changedOn: string | null
  downloads: Download[]
}

export interface Overview {
  offers: Offer[]
  extent: Extent
}

/** Everything that can be downloaded with rows, days and sizes; read once for each version of the data. */
export function loadOverview(reader: Reader & { today: string }, setting: Setting): Promise<Overview> {
  return reader.remember(`open data ${reader.locale.tongue} ${reader.today}`, async () => {
    const extent = await loadExtent(reader)
    const offers: Offer[] = []
    for (const content of contents) {
      const rows = await content.count(reader)
      const downloads: Download[] = []
      for (const format of formatsOf(content)) {
        const fits = rows <= format.mostRows
        downloads.push({
          format,
          path: filePath(content.name, format.ending) + format.query,
          bytes: fits ? await guessBytes(content, rows, format, reader, setting) : null,
        })
      }
      offers.push({ content, rows, changedOn: changedOn(content, extent), downloads })
    }
    return { offers, extent }
  })
}

/** Rows that a size is guessed by. */
const sampled = 2400

/** Writes a sample and takes the whole to be as much longer as it has more rows. */
async function guessBytes(
  content: Content,
  rows: number,
  format: Format,
  reader: Reader,
  setting: Setting,
): Promise<number> {
  const every = Math.max(1, Math.floor(rows / sampled))
  let bytes = 0
  for await (const part of format.write(content, reader, setting, every)) bytes += Buffer.byteLength(part)
  return Number((bytes * every).toPrecision(2))
}

/** When a content last changed, as far as the data themselves tell. */
function changedOn({ name }: Content, extent: Extent): string | null {
  switch (name) {
    case 'nyckeltal':
    case 'nyckeltal-historik':
      return extent.lastKnownOn
    case 'organisationer':
    case 'kallor':
      return extent.lastRetrieved
    case 'medlemskap':
      return extent.lastMembershipChange
    case 'definitioner':
    case 'metodbrott':
      return null
  }
}
