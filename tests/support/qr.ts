import { PDFiumLibrary } from '@hyzyla/pdfium'
import decodeQR from 'qr/decode.js'
import sharp from 'sharp'

/** Pixels for each point: enough for a code of two centimetres. */
const scale = 3
/** So many strips of a page are looked at, since the reader finds one code at a time. */
const columns = 2
const rows = 5

/** What the QR codes of a PDF hold, drawn and read by programs other than those that made them. */
export async function addressesIn(pdf: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(Buffer.from(pdf))
  const found = new Set<string>()
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale, render: 'bitmap' })
    const whole = sharp(Buffer.from(data), { raw: { width, height, channels: 4 } })
    for (let i = 0; i < columns * rows; i += 1) {
      const part = {
        width: Math.floor(width / columns),
        height: Math.floor(height / rows),
        left: Math.floor((width / columns) * (i % columns)),
        top: Math.floor((height / rows) * Math.floor(i / columns)),
      }
      const code = await readQr(await whole.clone().extract(part).png().toBuffer())
      if (code) found.add(code)
    }
  }
  document.destroy()
  library.destroy()
  return [...found]
}

/** What the QR code of a picture holds; undefined when there is none. */
export async function readQr(picture: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(picture)
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  try {
    return decodeQR({ data: new Uint8Array(data), width: info.width, height: info.height })
  } catch {
    return undefined
  }
}
