import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { FileInput, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { FileRow } from '../draft-queries.ts'
import { applicationPaths } from '../paths.ts'
import type { Application } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { sizeOf } from './parts.tsx'

export interface DocumentsPageProps {
  l: Locale
  application: Application
  files: FileRow[]
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** The documents of an application, and the form that adds one. */
export function DocumentsPage({ l, application, files, typed, errors, done }: DocumentsPageProps) {
  const texts = textsOf(l)
  const t = texts.documents
  const { id } = application
  const field = fieldsOf(typed, errors, texts.errors)
  const missing = (['decision', 'programme'] as const).find((kind) => !files.some((one) => one.kind === kind))
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          {
            href: l.href(applicationPaths.one(id)),
            label: texts.mine.title(application.organisationName),
          },
        ]}
      />
      <Done text={done && t.notices[done]} />
      <PageHeader title={texts.sections.documents} lead={t.lead} />
      <form
        class="form"
        method="post"
        action={l.href(applicationPaths.documents(id))}
        enctype="multipart/form-data"
        noValidate
      >
        <Select
          {...field('kind')}
          label={t.kind}
          value={textIn(typed, 'kind') || (missing ?? 'other')}
          options={Object.entries(texts.kinds).map(([value, label]) => ({ value, label }))}
        />
        <FileInput {...field('fil')} label={t.file} hint={t.hint} accept=".pdf,.docx,.odt" />
        <div class="row">
          <Button>{t.upload}</Button>
        </div>
      </form>
      <section class="flow" aria-labelledby="filer">
        <h2 id="filer">{t.uploaded}</h2>
        {files.length === 0 && <p class="subtle">{t.none}</p>}
        <ul class="people">
          {files.map((file) => (
            <li key={file.id}>
              <div>
                <h3>
                  <a href={applicationPaths.file(id, file.id)} aria-label={t.download(file.name)}>
                    {file.name}
                  </a>
                </h3>
                <p>
                  {texts.kinds[file.kind]}, {file.standard}, {sizeOf(l, file.size)}
                </p>
                <p class="subtle">{t.by(file.uploadedByName, l.date(file.uploadedAt))}</p>
              </div>
              <form method="post" action={l.href(applicationPaths.removeFile(id, file.id))}>
                <Button variant="secondary" label={t.removeOf(file.name)}>
                  {t.remove}
                </Button>
              </form>
            </li>
          ))}
        </ul>
        <p>
          <ButtonLink variant="secondary" href={l.href(applicationPaths.one(id))}>
            {t.next}
          </ButtonLink>
        </p>
      </section>
    </>
  )
}
