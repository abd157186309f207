import { encode, renderSVG } from 'uqr'

/** Medium correction: a badge gets creased, and a phone's camera is good. */
const options = { ecc: 'M', border: 4 } as const

/** The squares of a QR code, row by row; true is dark. Without the quiet zone. */
export function qrModules(text: string): boolean[][] {
  return encode(text, { ...options, border: 0 }).data
}

/** A QR code as SVG, with its quiet zone. */
export function qrSvg(text: string): string {
  return renderSVG(text, options)
}
