import sharp from 'sharp'

/** Largest file that is taken in, in bytes. */
export const largestLogo = 5 * 1024 * 1024

/** Pixels that a picture may unfold to; a few kilobytes can otherwise fill the memory. */
const mostPixels = 25_000_000

/** Why a picture was refused. */
export type LogoFault = 'logo-too-large' | 'logo-kind' | 'logo-broken'

/**
 * Decodes an uploaded picture and draws it anew as WebP, at most 600 × 300 pixels. The content decides what it is,
 * not its name: PNG, JPEG or WebP. Position, camera and everything else that is not picture is left behind.
 */
export async function drawLogo(upload: File): Promise<{ logo: Buffer } | { fault: LogoFault }> {
  if (upload.size > largestLogo) return { fault: 'logo-too-large' }
  const bytes = Buffer.from(await upload.arrayBuffer())
  if (!isPicture(bytes)) return { fault: 'logo-kind' }
  try {
    const logo = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: 600, height: 300, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 88 })
      .timeout({ seconds: 10 })
      .toBuffer()
    return { logo }
  } catch {
    return { fault: 'logo-broken' }
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
