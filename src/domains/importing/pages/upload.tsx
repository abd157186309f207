import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { FileInput, Select } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { importPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface UploadPageProps {
  l: Locale
  /** Why the file was refused, in words. */
  fault: string | null
  /** Names of columns saved before. */
  mappings: string[]
}

/** Takes in a national file. */
export function UploadPage({ l, fault, mappings }: UploadPageProps) {
  const texts = textsOf(l)
  const t = texts.files
  const field = { id: 'fil', name: 'fil', label: t.file, hint: t.fileHint, error: fault ?? undefined }
  return (
    <>
      <ErrorSummary l={l} errors={fault ? [{ field: 'fil', message: fault }] : []} />
      <Breadcrumbs l={l} steps={[{ href: l.href(importPaths.front), label: texts.front.title }]} />
      <PageHeader title={t.title} lead={t.lead} />
      <form
        class="form"
        method="post"
        action={l.href(importPaths.files)}
        enctype="multipart/form-data"
        noValidate
      >
        <FileInput {...field} accept=".csv,.xlsx,.txt" />
        {mappings.length > 0 && (
          <Select
            id="kolumner"
            name="kolumner"
            label={t.mapping}
            value=""
            options={[
              { value: '', label: t.noMapping },
              ...mappings.map((name) => ({ value: name, label: name })),
            ]}
          />
        )}
        <Button>{t.next}</Button>
      </form>
    </>
  )
}
