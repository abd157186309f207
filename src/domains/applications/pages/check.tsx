import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { FileRow } from '../draft-queries.ts'
import { applicationPaths } from '../paths.ts'
import type { Application } from '../queries.ts'
import { type Gap, gapsIn, sections } from '../rules/completeness.ts'
import { textsOf } from '../texts.ts'
import { Files, factsOf } from './parts.tsx'
import { pathOf } from './status.tsx'

export interface CheckPageProps {
  l: Locale
  application: Application
  files: FileRow[]
  typed: Typed
  errors: Record<string, string>
}

/** Everything at once, before it is sent. */
export function CheckPage({ l, application, files, typed, errors }: CheckPageProps) {
  const texts = textsOf(l)
  const t = texts.check
  const { id } = application
  const gaps = gapsIn(application.answers, files)
  const { value: _typed, ...confirmation } = fieldsOf(typed, errors, texts.errors)('intygar')
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Back l={l} application={application} />
      <PageHeader title={t.title} lead={t.lead} />
      {gaps.length > 0 && (
        <Notice tone="warning" title={t.missingTitle}>
          <ul>
            {gaps.map((gap) => (
              <li key={`${gap.section} ${gap.missing}`}>
                <a href={l.href(pathOf(id, gap.section))}>{t.missing(nameOf(l, gap))}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {sections.map((section) => (
        <section key={section} class="flow" aria-labelledby={`del-${section}`}>
          <div class="row">
            <h2 id={`del-${section}`}>{texts.sections[section]}</h2>
            <a href={l.href(pathOf(id, section))} aria-label={t.changeOf(texts.sections[section])}>
              {t.change}
            </a>
          </div>
          {section === 'documents' ? (
            <Files l={l} id={id} files={files} />
          ) : (
            <DefinitionList items={factsOf(l, application, section)} />
          )}
        </section>
      ))}
      {gaps.length === 0 && (
        <form class="form" method="post" action={l.href(applicationPaths.check(id))} noValidate>
          <input type="hidden" name="version" value={application.version} />
          <Checkbox {...confirmation} label={t.confirm} />
          <div class="row">
            <Button>{t.send}</Button>
          </div>
        </form>
      )}
    </>
  )
}

function nameOf(l: Locale, { missing }: Gap): string {
  const t = textsOf(l)
  const long = t.longFields[missing]
  if (long) return long
  const names: Record<string, string> = t.fields
  return names[missing] ?? missing
}

/** Asks once before an application ends. */
export function WithdrawPage({ l, application }: { l: Locale; application: Application }) {
  const t = textsOf(l).mine
  return (
    <>
      <Back l={l} application={application} />
      <PageHeader title={t.withdrawTitle} lead={t.withdrawText} />
      <form class="form" method="post" action={l.href(applicationPaths.withdraw(application.id))} noValidate>
        <input type="hidden" name="version" value={application.version} />
        <Textarea id="reason" name="reason" label={t.withdrawReason} rows={3} />
        <div class="row">
          <Button>{t.withdraw}</Button>
          <ButtonLink variant="secondary" href={l.href(applicationPaths.one(application.id))}>
            {t.back}
          </ButtonLink>
        </div>
      </form>
    </>
  )
}

function Back({ l, application }: { l: Locale; application: Application }) {
  return (
    <Breadcrumbs
      l={l}
      steps={[
        {
          href: l.href(applicationPaths.one(application.id)),
          label: textsOf(l).mine.title(application.organisationName),
        },
      ]}
    />
  )
}
