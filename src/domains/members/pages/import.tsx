import { memberRoles, roleName } from '#domains/accounts/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { FileInput } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { registerPaths } from '../paths.ts'
import { importColumns } from '../rules/import-columns.ts'
import { textsOf } from '../texts.ts'

export interface ImportPageProps {
  l: Locale
  /** Why the file was refused, in words. */
  fault: string | null
  drafts: { id: number; fileName: string; rows: number; madeAt: Date; doneAt: Date | null }[]
}

/** Takes in a file, and says which columns it may have. */
export function ImportPage({ l, fault, drafts }: ImportPageProps) {
  const texts = textsOf(l)
  const t = texts.import
  const field = {
    id: 'file',
    name: 'file',
    label: t.file,
    hint: t.fileHint,
    error: fault ?? undefined,
  }
  return (
    <>
      <ErrorSummary l={l} errors={fault ? [{ field: 'file', message: fault }] : []} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href('/kansli'), label: texts.desk },
          { href: l.href(registerPaths.list), label: texts.register.title },
        ]}
      />
      <PageHeader title={t.title} lead={t.lead} />
      <form
        class="form"
        method="post"
        action={l.href(registerPaths.imports)}
        enctype="multipart/form-data"
        noValidate
      >
        <FileInput {...field} accept=".csv,.xlsx,.txt" />
        <Button>{t.preview}</Button>
      </form>
      <section class="flow" aria-labelledby="kolumner">
        <h2 id="kolumner">{t.columns}</h2>
        <p>{t.columnsLead}</p>
        <DefinitionList
          items={importColumns.map((column) => ({
            term: column,
            meaning:
              column === 'roll'
                ? `${t.columnTexts[column]} ${l.list(memberRoles.map((role) => roleName(role, l)))}.`
                : t.columnTexts[column],
          }))}
        />
      </section>
      {drafts.length > 0 && (
        <section class="flow" aria-labelledby="tidigare">
          <h2 id="tidigare">{t.earlier}</h2>
          <ul>
            {drafts.map(({ id, fileName, rows, madeAt, doneAt }) => (
              <li key={id}>
                <a href={l.href(registerPaths.draft(id))}>{fileName}</a>,{' '}
                {t.draftState(rows, l.moment(madeAt), doneAt ? l.moment(doneAt) : '')}
              </li>
            ))}
          </ul>
          <p class="subtle">{t.dropped}</p>
        </section>
      )}
    </>
  )
}
