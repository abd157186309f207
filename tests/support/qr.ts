import { PDFiumLibrary } from '@hyzyla/pdfium'
import decodeQR from 'qr/decode.js'
import sharp from 'sharp'

/** Pixels for each point: enough for a code of two centimetres. */
const scale = 3
/** A part of a page, in shares of its width and height. */
interface Part {
  left: number
  top: number
  width: number
  height: number
}

/** The ten badges of a page. The reader finds one code at a time. */
export const badgeParts: Part[] = Array.from({ length: 10 }, (_, i) => ({
  left: (i % 2) / 2,
  top: Math.floor(i / 2) / 5,
  width: 1 / 2,
  height: 1 / 5,
}))

/** Where a certificate has its code. */
export const lowerCorner: Part[] = [{ left: 0.7, top: 0.75, width: 0.25, height: 0.2 }]

/** What the QR codes of a PDF hold, drawn and read by programs other than those that made them. */
export async function addressesIn(pdf: Uint8Array, parts: Part[]): Promise<string[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(Buffer.from(pdf))
  const found = new Set<string>()
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale, render: 'bitmap' })
    const whole = sharp(Buffer.from(data), { raw: { width, height, channels: 4 } })
    for (const part of parts) {
      const piece = whole.clone().extract({
        left: Math.floor(part.left * width),
        top: Math.floor(part.top * height),
        width: Math.floor(part.width * width),
        height: Math.floor(part.height * height),
      })
      const code = await readQr(await piece.png().toBuffer())
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
