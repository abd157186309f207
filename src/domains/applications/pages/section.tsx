import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { Answers } from '../answers.ts'
import { applicationPaths, sectionSlugs } from '../paths.ts'
import type { Application } from '../queries.ts'
import { type FormSection, fieldsIn } from '../rules/completeness.ts'
import { textsOf } from '../texts.ts'

export interface SectionPageProps {
  l: Locale
  application: Application
  section: FormSection
  typed: Typed
  errors: Record<string, string>
  /** The application was sent while the form was open. */
  locked?: boolean
}

/** One part of an application: a few fields, saved as one goes on. */
export function SectionPage({ l, application, section, typed, errors, locked = false }: SectionPageProps) {
  const texts = textsOf(l)
  const t = texts.section
  const criterion = /^criterion-(\d)$/.exec(section)?.[1]
  const title = texts.sections[section]
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          {
            href: l.href(applicationPaths.one(application.id)),
            label: texts.mine.title(application.organisationName),
          },
        ]}
      />
      {locked && (
        <Notice tone="warning" role="alert">
          <p>{t.locked}</p>
        </Notice>
      )}
      <PageHeader title={title} lead={criterion ? texts.criteria[Number(criterion) - 1] : t.lead} />
      <form
        class="form"
        method="post"
        action={l.href(applicationPaths.section(application.id, sectionSlugs[section]))}
        noValidate
      >
        {section === 'people' ? (
          <>
            <h2>{t.politician}</h2>
            <p class="field-hint">{texts.hints.politician}</p>
            {fieldsIn.people.slice(0, 3).map((name) => (
              <One key={name} {...{ l, application, name, typed, errors }} />
            ))}
            <h2>{t.official}</h2>
            <p class="field-hint">{texts.hints.official}</p>
            {fieldsIn.people.slice(3).map((name) => (
              <One key={name} {...{ l, application, name, typed, errors }} />
            ))}
          </>
        ) : (
          fieldsIn[section].map((name) => <One key={name} {...{ l, application, name, typed, errors }} />)
        )}
        <div class="row">
          <Button>{t.save}</Button>
          <Button variant="secondary" name="sedan" value="lista">
            {t.saveBack}
          </Button>
        </div>
      </form>
    </>
  )
}

function One({
  l,
  application,
  name,
  typed,
  errors,
}: Omit<SectionPageProps, 'section'> & { name: keyof Answers }) {
  const texts = textsOf(l)
  const field = {
    ...fieldsOf(typed, errors, texts.errors)(name),
    label: texts.fields[name],
    hint: texts.hints[name],
  }
  if (name === 'decidingBody') {
    const bodies = texts.bodies[application.organisationKind === 'region' ? 'region' : 'municipality']
    return (
      <Select
        {...field}
        value={textIn(typed, name)}
        options={[
          { value: '', label: texts.section.choose },
          { value: 'council', label: bodies.council },
          { value: 'board', label: bodies.board },
        ]}
      />
    )
  }
  if (name.startsWith('criterion')) return <Textarea {...field} rows={12} />
  const type = /On$/.test(name) ? 'date' : /[eE]mail$/.test(name) ? 'email' : 'text'
  return <Input {...field} type={type} autocomplete="off" />
}
