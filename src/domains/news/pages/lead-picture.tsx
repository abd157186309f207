import { newsPaths } from '../paths.ts'
import type { NewsPicture } from '../pictures/picture-queries.ts'

/** The picture above a text. */
export function LeadPicture({
  picture,
  lang,
}: {
  picture: NewsPicture | undefined
  lang?: string | undefined
}) {
  if (!picture) return null
  const { width, height, alt } = picture
  return (
    <img
      class="story-picture"
      src={newsPaths.picture(picture)}
      width={width}
      height={height}
      alt={alt}
      lang={lang}
    />
  )
}
