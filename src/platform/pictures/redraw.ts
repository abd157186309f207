/** Largest file that is taken in, in bytes. */
export const largestPicture = 5 * 1024 * 1024

/** Pixels that a picture may unfold to; a few kilobytes can otherwise fill the memory. */
const mostPixels = 25_000_000

/** Why a picture was refused. */
export type PictureFault = 'picture-large' | 'picture-kind' | 'picture-broken'

/** A picture that we drew ourselves, as WebP. */
export interface DrawnPicture {
  webp: Buffer
  /** In pixels. */
  width: number
  height: number
}

/**
 * Decodes an uploaded picture and draws it anew as WebP, within the given pixels. The content decides what it is,
 * not its name: PNG, JPEG or WebP. Position, camera and everything else that is not picture is left behind.
 */
export async function redrawPicture(
  upload: File,
  within: { width: number; height: number },
): Promise<DrawnPicture | { fault: PictureFault }> {
  if (upload.size > largestPicture) return { fault: 'picture-large' }
  const bytes = Buffer.from(await upload.arrayBuffer())
  if (!isPicture(bytes)) return { fault: 'picture-kind' }
  const { default: sharp } = await import('sharp')
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ ...within, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 88 })
      .timeout({ seconds: 10 })
      .toBuffer({ resolveWithObject: true })
    return { webp: data, width: info.width, height: info.height }
  } catch {
    return { fault: 'picture-broken' }
  }
}

/** The first bytes of PNG, JPEG and WebP. No other decoder ever sees an upload. */
function isPicture(bytes: Buffer): boolean {
  const ascii = bytes.subarray(0, 12).toString('latin1')
  return (
    ascii.startsWith('\x89PNG\r\n\x1a\n') ||
    ascii.startsWith('\xff\xd8\xff') ||
    (ascii.startsWith('RIFF') && ascii.endsWith('WEBP'))
  )
}
