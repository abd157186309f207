import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Field, fieldAttributes } from '#ui/components/field.tsx'
import { boardPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import type { ItemPageProps } from './item.tsx'

/** The documents of an item, and the form to add one. */
export function Files({ l, meeting, item, files, locked, mayEdit, about, errors }: ItemPageProps) {
  const texts = textsOf(l)
  const t = texts.files
  const writing = mayEdit && !locked
  if (files.length === 0 && !writing) return null
  const key = errors.fil
  const field = {
    id: 'fil',
    name: 'fil',
    label: t.file,
    hint: t.hint,
    error: key && (texts.errors[key] ?? key),
  }
  return (
    <section class="flow" aria-labelledby="handlingar">
      <h2 id="handlingar">{t.title}</h2>
      {files.length > 0 && (
        <ul class="task-list">
          {files.map(({ id, name, standard, size }) => (
            <li key={id}>
              <span>
                <a href={l.href(boardPaths.file(meeting.id, item.id, id))}>{name}</a>{' '}
                <span class="subtle">{t.facts(standard, l.number(size / 1024))}</span>
              </span>
              {writing && (
                <form method="post" action={l.href(boardPaths.removeFile(meeting.id, item.id, id))}>
                  <Button variant="tertiary">
                    {t.remove} <span class="sr-only">({name})</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {writing && (
        <Details summary={t.add} open={about === 'fil'}>
          <form
            class="form"
            method="post"
            enctype="multipart/form-data"
            action={l.href(boardPaths.itemStep(meeting.id, item.id, 'filer'))}
            noValidate
          >
            <Field {...field}>
              <input {...fieldAttributes(field)} class="ds-input" type="file" accept=".pdf,.docx,.odt" />
            </Field>
            <div class="row">
              <Button variant="secondary">{t.upload}</Button>
            </div>
          </form>
        </Details>
      )}
    </section>
  )
}
