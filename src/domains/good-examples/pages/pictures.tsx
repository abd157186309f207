import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { FileInput, Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { Example } from '../example-queries.ts'
import { mostPictures } from '../files/limits.ts'
import { examplePaths } from '../paths.ts'
import type { Comment } from '../peers/comment-queries.ts'
import { stepAfter, steps } from '../rules/steps.ts'
import { textsOf } from '../texts.ts'
import { CommentList } from './comment-list.tsx'
import { altLabel, languagesOf, OnePicture } from './one-picture.tsx'
import { StepCrumbs } from './step.tsx'

export interface PicturesPageProps {
  l: Locale
  example: Example
  comments: Comment[]
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** The pictures of an example in their order, and the form that adds one. */
export function PicturesPage({ l, example, comments, typed, errors, done }: PicturesPageProps) {
  const texts = textsOf(l)
  const t = texts.pictures
  const { id, pictures } = example
  const field = fieldsOf(typed, errors, texts.errors)
  const after = stepAfter('bilder')
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <StepCrumbs l={l} example={example} />
      <Done text={done && texts.draft.notices[done]} />
      <PageHeader
        eyebrow={texts.step.place(steps.indexOf('bilder') + 1, steps.length)}
        title={t.title}
        lead={t.lead}
      />
      <CommentList l={l} example={example} comments={comments} mayEdit />
      {pictures.length > 0 && (
        <ol class="picture-list">
          {pictures.map((picture, i) => (
            <li key={picture.id} class="flow">
              <OnePicture l={l} example={example} picture={picture} place={i + 1} errors={errors} />
            </li>
          ))}
        </ol>
      )}
      {pictures.length < mostPictures ? (
        <form
          class="form"
          method="post"
          action={l.href(examplePaths.step(id, 'bilder'))}
          enctype="multipart/form-data"
          noValidate
        >
          <h2>{t.add}</h2>
          <FileInput
            {...field('fil')}
            label={t.file}
            hint={t.hint}
            accept="image/jpeg,image/png,image/webp"
          />
          {languagesOf(example).map((language) => (
            <Input
              key={language}
              {...field(`alt_${language}`)}
              label={altLabel(l, example, language)}
              hint={t.altHint}
            />
          ))}
          <p class="row">
            <Button variant="secondary">{t.button}</Button>
          </p>
        </form>
      ) : (
        <p>{t.full(mostPictures)}</p>
      )}
      <p class="row">
        <ButtonLink href={l.href(after ? examplePaths.step(id, after) : examplePaths.check(id))}>
          {t.next}
        </ButtonLink>
        <a href={l.href(examplePaths.draft(id))}>{texts.step.toList}</a>
      </p>
    </>
  )
}
