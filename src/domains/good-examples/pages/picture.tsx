import { type Locale, otherLanguage, toldIn } from '#platform/i18n.ts'
import type { ExamplePicture } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'

/** A picture in the story, in the size that the window needs. The first one is seen at once. */
export function Picture({
  l,
  picture,
  first = false,
}: {
  l: Locale
  picture: ExamplePicture
  first?: boolean
}) {
  const { sv, en } = picture.alt
  const alt = toldIn({ sv: sv || null, en: en || null }, l)
  const [small, large] = [examplePaths.picture(picture, 'small'), examplePaths.picture(picture, 'large')]
  return (
    <img
      class="story-picture"
      src={large}
      srcset={`${small} ${picture.smallWidth}w, ${large} ${picture.width}w`}
      sizes="(min-width: 60rem) 48rem, 100vw"
      width={picture.width}
      height={picture.height}
      alt={alt?.text ?? ''}
      lang={alt ? otherLanguage(alt.language, l) : undefined}
      loading={first ? 'eager' : 'lazy'}
      decoding="async"
    />
  )
}

/** The other pictures, in their order. */
export function Pictures({ l, pictures }: { l: Locale; pictures: ExamplePicture[] }) {
  if (pictures.length === 0) return null
  return (
    <ul class="story-pictures">
      {pictures.map((picture) => (
        <li key={picture.id}>
          <Picture l={l} picture={picture} />
        </li>
      ))}
    </ul>
  )
}
