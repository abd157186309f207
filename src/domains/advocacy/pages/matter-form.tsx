import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Field, fieldAttributes, Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { Once } from '#ui/components/once.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { Matter } from '../matter-queries.ts'
import { advocacyPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { bytes } from './matter-facts.tsx'

export interface MatterFormPageProps {
  l: Locale
  /** Undefined for a new one. */
  matter: Matter | undefined
  typed: Typed
  errors: Record<string, string>
  overtaken: boolean
  done: string | undefined
}

/** What a matter is about, who asks, until when, and the documents that came with it. */
export function MatterFormPage(props: MatterFormPageProps) {
  const { l, matter, typed, errors, overtaken, done } = props
  const texts = textsOf(l)
  const t = texts.form
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && texts.notices[done]} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(advocacyPaths.list), label: texts.list.title },
          ...(matter
            ? [{ href: l.href(advocacyPaths.matter(matter.id, matter.title)), label: matter.title }]
            : []),
        ]}
      />
      {overtaken && (
        <Notice tone="warning" role="alert">
          <p>{t.overtaken}</p>
        </Notice>
      )}
      <PageHeader title={matter ? t.editTitle : t.newTitle} lead={matter ? undefined : t.newLead} />
      <form
        class="form"
        method="post"
        action={l.href(matter ? advocacyPaths.edit(matter.id) : advocacyPaths.begin)}
        noValidate
      >
        <Once />
        <input type="hidden" name="version" value={textIn(typed, 'version')} />
        <Select
          {...field('slag')}
          label={t.kind}
          value={textIn(typed, 'slag')}
          options={(['consultation', 'initiative'] as const).map((value) => ({
            value,
            label: texts.kinds[value],
          }))}
        />
        <Input {...field('rubrik')} label={t.title} />
        <Input {...field('motpart')} label={t.counterpart} hint={t.counterpartHint} />
        <Input {...field('beteckning')} label={t.reference} hint={t.referenceHint} />
        <Input {...field('sista-dag')} type="date" label={t.deadline} hint={t.deadlineHint} />
        <Textarea {...field('handlar')} label={t.summary} hint={t.summaryHint} rows={4} />
        <Select
          {...field('sprak')}
          label={t.language}
          value={textIn(typed, 'sprak') || 'sv'}
          options={(['sv', 'en'] as const).map((value) => ({ value, label: t.languages[value] }))}
        />
        <Button>{t.save}</Button>
      </form>
      {matter && <Documents l={l} matter={matter} typed={typed} errors={errors} />}
    </>
  )
}

function Documents({
  l,
  matter,
  typed,
  errors,
}: Pick<MatterFormPageProps, 'l' | 'typed' | 'errors'> & { matter: Matter }) {
  const texts = textsOf(l)
  const t = texts.documents
  const field = fieldsOf(typed, errors, texts.errors)
  const { value: _name, ...upload } = { ...field('fil'), label: t.file, hint: t.hint }
  return (
    <section class="flow" aria-labelledby="handlingar">
      <h2 id="handlingar">{t.title}</h2>
      {matter.documents.length > 0 && (
        <ul class="task-list">
          {matter.documents.map(({ id, title, name, standard, size }) => (
            <li key={id}>
              <span>
                <a href={advocacyPaths.document(id)}>{title}</a>
                <span class="task-list__by">
                  {name}, {standard}, {bytes(l, size)}
                </span>
              </span>
              <form method="post" action={l.href(advocacyPaths.removeDocument(matter.id, id))}>
                <Button variant="tertiary">
                  {t.remove}
                  <span class="sr-only">: {title}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form
        class="form"
        method="post"
        action={l.href(advocacyPaths.documents(matter.id))}
        enctype="multipart/form-data"
        noValidate
      >
        <Input {...field('titel')} label={t.name} />
        <Field {...upload}>
          <input {...fieldAttributes(upload)} class="ds-input" type="file" accept=".pdf,.docx,.odt" />
        </Field>
        <p class="row">
          <Button variant="secondary">{t.add}</Button>
        </p>
      </form>
    </section>
  )
}
