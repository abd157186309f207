import { textIn } from '#platform/http/form.ts'
import { type Language, type Locale, languages } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Input } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import type { Example, ExamplePicture } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'
import { mainLanguage } from '../rules/steps.ts'
import { textsOf } from '../texts.ts'

/** The main language first: there it must be said what a picture shows. */
export function languagesOf(example: Example): Language[] {
  const main = mainLanguage(example.texts)
  return [main, ...languages.filter((language) => language !== main && example.texts[language])]
}

/** What to ask for the words of a picture in one language. */
export function altLabel(l: Locale, example: Example, language: Language): string {
  const texts = textsOf(l)
  return languagesOf(example).length === 1
    ? texts.pictures.alt
    : texts.pictures.altIn(texts.languageWithin[language])
}

/** A picture with what it shows, its place and the way to take it away. */
export function OnePicture({
  l,
  example,
  picture,
  place,
  errors,
}: {
  l: Locale
  example: Example
  picture: ExamplePicture
  place: number
  errors: Record<string, string>
}) {
  const texts = textsOf(l)
  const t = texts.pictures
  const standing = { [`alt_sv-${picture.id}`]: picture.alt.sv, [`alt_en-${picture.id}`]: picture.alt.en }
  const field = fieldsOf(standing, errors, texts.errors)
  return (
    <>
      <img
        src={examplePaths.picture(picture, 'small')}
        width={picture.smallWidth}
        height={picture.smallHeight}
        alt={picture.alt[l.language] || picture.alt.sv || picture.alt.en}
      />
      <form class="form" method="post" action={l.href(examplePaths.pictureOf(example.id, picture.id))}>
        {languagesOf(example).map((language) => (
          <Input
            key={language}
            {...field(`alt_${language}-${picture.id}`)}
            name={`alt_${language}`}
            value={textIn(standing, `alt_${language}-${picture.id}`)}
            label={altLabel(l, example, language)}
          />
        ))}
        <p class="row">
          <Button variant="secondary" name="gor" value="spara">
            {t.save(place)}
          </Button>
          {place > 1 && (
            <Button variant="tertiary" name="gor" value="upp">
              {t.moveUp(place)}
            </Button>
          )}
          <Button variant="tertiary" name="gor" value="ta-bort">
            {t.remove(place)}
          </Button>
        </p>
      </form>
    </>
  )
}
