import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { FileInput, Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tag } from '#ui/components/tag.tsx'
import { newsPaths } from '../paths.ts'
import type { NewsPicture } from '../pictures/picture-queries.ts'
import { textsOf } from '../texts.ts'

export interface PicturesPageProps {
  l: Locale
  path: string
  /** The form that the pictures belong to. */
  back: string
  pictures: NewsPicture[]
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** The pictures of a piece of news or an issue: which one leads, and how each is put into the text. */
export function PicturesPage({ l, path, back, pictures, typed, errors, done }: PicturesPageProps) {
  const texts = textsOf(l)
  const t = texts.pictures
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && texts.office.notices[done]} />
      <Breadcrumbs l={l} steps={[{ href: l.href(back), label: t.back }]} />
      <PageHeader title={t.title} lead={t.lead} />
      <ol class="picture-list">
        {pictures.map((picture) => (
          <li key={picture.id} class="flow">
            <OnePicture l={l} path={path} picture={picture} />
          </li>
        ))}
      </ol>
      <form class="form" method="post" action={l.href(path)} enctype="multipart/form-data" noValidate>
        <h2>{t.add}</h2>
        <FileInput
          {...field('fil')}
          label={t.file}
          hint={t.fileHint}
          accept="image/jpeg,image/png,image/webp"
        />
        <Input {...field('alt')} label={t.alt} hint={t.altHint} />
        <Button>{t.button}</Button>
      </form>
    </>
  )
}

function OnePicture({ l, path, picture }: { l: Locale; path: string; picture: NewsPicture }) {
  const t = textsOf(l).pictures
  const { id, alt, width, height, isLead } = picture
  return (
    <>
      <img src={newsPaths.picture(picture)} width={width} height={height} alt={alt} loading="lazy" />
      <p>
        {isLead && <Tag tone="brand">{t.leads}</Tag>} {t.inText}{' '}
        <code>{`![${alt.replaceAll(/[[\]\\]/g, '')}](${newsPaths.picture(picture)})`}</code>
      </p>
      <form class="row" method="post" action={l.href(`${path}/${id}`)}>
        {!isLead && (
          <Button variant="secondary" name="gor" value="forst">
            {t.lead1}
          </Button>
        )}
        <Button variant="tertiary" name="gor" value="ta-bort">
          {t.remove}
        </Button>
      </form>
    </>
  )
}
