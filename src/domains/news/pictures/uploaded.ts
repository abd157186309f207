import { createHash } from 'node:crypto'
import { type DrawnPicture, redrawPicture } from '#platform/pictures/redraw.ts'

/** In pixels. */
const within = { width: 1600, height: 1200 }

/** A picture of a form, drawn anew, or why it was refused; `none` when no file was chosen. */
export async function uploadedPicture(
  form: FormData,
  name: string,
): Promise<{ drawn: DrawnPicture; sha256: string } | { fault: string } | 'none'> {
  const upload = form.get(name)
  if (!(upload instanceof File) || upload.size === 0) return 'none'
  const drawn = await redrawPicture(upload, within)
  if ('fault' in drawn) return drawn
  return { drawn, sha256: createHash('sha256').update(drawn.webp).digest('hex') }
}
