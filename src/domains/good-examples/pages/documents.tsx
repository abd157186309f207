import { Button } from '#ui/components/button.tsx'
import { FileInput, Input } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { mostDocuments } from '../files/limits.ts'
import { examplePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { bytes } from './facts.tsx'
import type { StepPageProps } from './step.tsx'

/** The documents of an example, and the form that adds one. */
export function Documents({
  l,
  example,
  added,
  errors,
}: Pick<StepPageProps, 'l' | 'example' | 'added' | 'errors'>) {
  const texts = textsOf(l)
  const t = texts.documents
  const { id, documents } = example
  const field = fieldsOf(added, errors, texts.errors)
  return (
    <section class="flow" aria-labelledby="dokumenten">
      <h2 id="dokumenten">{t.title}</h2>
      {documents.length > 0 && (
        <ul class="task-list">
          {documents.map((document) => (
            <li key={document.id}>
              <span>
                <a href={examplePaths.document(document.id)}>{document.title}</a>
                <span class="task-list__by">
                  {document.name}, {document.standard}, {bytes(l, document.size)}
                </span>
              </span>
              <form method="post" action={l.href(examplePaths.documentOf(id, document.id))}>
                <Button variant="tertiary" label={t.removeOf(document.title)}>
                  {t.remove}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {documents.length < mostDocuments && (
        <form
          class="form"
          method="post"
          action={l.href(examplePaths.addDocument(id))}
          enctype="multipart/form-data"
          noValidate
        >
          <Input {...field('titel')} label={t.name} hint={t.nameHint} />
          <FileInput {...field('fil')} label={t.file} hint={t.hint} accept=".pdf,.docx,.odt" />
          <p class="row">
            <Button variant="secondary">{t.add}</Button>
          </p>
        </form>
      )}
    </section>
  )
}
